using System.Text.Json;

namespace Search.Core.Assistants;

/// <summary>Holds the arguments of a call against what its tool says that it takes: what is missing, unknown, of another type or too long is named.</summary>
internal static class ToolArguments
{
    /// <summary>Longer texts are no questions; as the API has it for <c>q</c> where nothing else is set.</summary>
    private const int MaxTextChars = 2_000;

    /// <summary>What is wrong and what is accepted; null where nothing is.</summary>
    /// <param name="schema">The tool's JSON schema: an object with <c>properties</c> and <c>required</c>.</param>
    /// <param name="given">The arguments by name.</param>
    public static string? Refusal(JsonElement schema, IEnumerable<KeyValuePair<string, JsonElement>> given)
    {
        var properties = schema.GetProperty("properties");
        var arguments = given.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
                if (!arguments.ContainsKey(name))
                    return $"'{name}' is missing: {Expected(properties.GetProperty(name))}.";
        foreach (var (name, value) in arguments)
            if (!properties.TryGetProperty(name, out var property))
                return $"'{name}' is no argument of this tool; it takes {string.Join(", ", properties.EnumerateObject().Select(known => known.Name))}.";
            else if (!IsOfType(property, value))
                return $"'{name}' is no {string.Join(" or ", Types(property).Where(type => type != "null"))}: {Expected(property)}.";
            else if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > MaxTextChars)
                return $"'{name}' is too long: at most {MaxTextChars} characters are accepted.";
        return null;
    }

    private static string Expected(JsonElement property) => property.TryGetProperty("description", out var description) ? description.GetString()! : string.Join(" or ", Types(property));

    private static bool IsOfType(JsonElement property, JsonElement value) => Types(property).Any(type => value.ValueKind switch
    {
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "integer" && value.TryGetInt32(out _),
        JsonValueKind.Null => type == "null",
        _ => false,
    });

    private static IEnumerable<string> Types(JsonElement property)
    {
        var type = property.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];
    }
}
