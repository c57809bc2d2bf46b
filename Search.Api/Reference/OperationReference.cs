using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Api.Answers;
using Search.Api.Endpoints;

namespace Search.Api.Reference;

/// <summary>
/// Writes an <see cref="Operation"/> into OpenAPI: its parameters with ranges and defaults, an example, and every status that it answers.
/// </summary>
internal static class OperationReference
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [StatusCodes.Status200OK] = "The answer.",
        [StatusCodes.Status304NotModified] = "Nothing has changed since the answer whose ETag was sent in If-None-Match; nothing was searched.",
        [StatusCodes.Status400BadRequest] = "A parameter or the body can't be read, or passes a limit; errors says what is wrong and what is accepted, all at once.",
        [StatusCodes.Status404NotFound] = "Nothing of that name is in the index.",
        [StatusCodes.Status413PayloadTooLarge] = "The body is too large.",
        [StatusCodes.Status414UriTooLong] = "The address is too long.",
        [StatusCodes.Status415UnsupportedMediaType] = "The body is not sent as application/json.",
        [StatusCodes.Status429TooManyRequests] = "Too many requests; Retry-After says when to ask again.",
        [StatusCodes.Status503ServiceUnavailable] = "No index is open; code says why, Retry-After when to ask again.",
    };

    /// <summary>Makes the endpoint appear in the reference.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="operation">What the reference says of it.</param>
    /// <param name="handle">Its handler.</param>
    /// <param name="answer">Type of its answer.</param>
    /// <param name="common">Statuses that every endpoint of its kind can give.</param>
    public static IEndpointConventionBuilder WithOperation(this IEndpointConventionBuilder endpoint, Operation operation, RequestDelegate handle, Type answer, params int[] common)
    {
        int[] problems = [StatusCodes.Status414UriTooLong, StatusCodes.Status429TooManyRequests, .. common, .. operation.Problems];
        // Endpoints without a MethodInfo are not described.
        endpoint.WithMetadata(handle.Method, operation, new ProducesResponseTypeMetadata(StatusCodes.Status200OK, answer, [operation.MediaType]));
        foreach (var status in problems.Where(status => status != StatusCodes.Status200OK))
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [Problem.MediaType]));
        return endpoint;
    }

    public static async Task DescribeAsync(OpenApiOperation target, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().FirstOrDefault() is not { } operation)
            return;
        Describe(target, operation, context.Document);
        if (operation.BodyExample is { } body)
            target.RequestBody = new OpenApiRequestBody
            {
                Description = "The text; title or body may be left out, not both.",
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(DraftText), null, cancel), Example = JsonNode.Parse(body) },
                },
            };
    }

    /// <summary>Everything but the schemas, which come from the answer's type.</summary>
    public static void Describe(OpenApiOperation target, Operation operation, OpenApiDocument? document)
    {
        target.OperationId = operation.Id;
        target.Summary = operation.Summary;
        target.Description = operation.Description;
        target.Tags = new HashSet<OpenApiTagReference> { new(operation.Group, document) };
        target.Parameters = [.. operation.Parameters.Select(Describe)];
        target.Responses ??= [];
        // The framework leaves out statuses that have no body.
        if (operation.IsConditional)
            target.Responses["304"] = new OpenApiResponse();
        foreach (var (code, response) in target.Responses)
        {
            var status = int.Parse(code, CultureInfo.InvariantCulture);
            response.Description = Meanings.GetValueOrDefault(status, "An error.");
            foreach (var media in response.Content?.Values ?? [])
                media.Example = status == StatusCodes.Status200OK ? operation.ExampleNode() : Examples.Problem(status, operation);
        }
    }

    private static OpenApiParameter Describe(Parameters.Parameter parameter) => new()
    {
        Name = parameter.Name,
        Description = parameter.Description,
        In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.IsRequired,
        Schema = parameter.Schema,
        Example = parameter.Example.DeepClone(),
        Explode = true,
    };
}
