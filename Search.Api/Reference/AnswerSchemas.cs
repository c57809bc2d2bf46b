using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Api.Answers;

namespace Search.Api.Reference;

/// <summary>Tells generated clients which properties of an answer are always there, null or not: all but those that are left out when null.</summary>
internal static class AnswerSchemas
{
    public static Task RequireWhatIsWritten(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonTypeInfo.Kind != JsonTypeInfoKind.Object || context.JsonTypeInfo.Type == typeof(DraftText))
            return Task.CompletedTask;
        schema.Required = new HashSet<string>(context.JsonTypeInfo.Properties.Where(IsAlwaysWritten).Select(property => property.Name));
        return Task.CompletedTask;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().Any() != true;
}
