using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>One of a few words; null where none was given.</summary>
internal sealed class ChoiceParameter<T> : Parameter<T?>
    where T : struct
{
    public required IReadOnlyList<(string Word, T Value)> Choices { get; init; }

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, Enum = [.. Choices.Select(choice => (JsonNode)choice.Word)] };

    public override T? Read(IReadOnlyList<string> given, Action<string> reject)
    {
        foreach (var (word, value) in Choices)
            if (word.Equals(given[0], StringComparison.OrdinalIgnoreCase))
                return value;
        reject($"'{Quoted.Shorten(given[0])}' is not accepted; it takes {string.Join(", ", Choices.Select(choice => choice.Word))}");
        return Default;
    }

    public override string Canonical(T? value) =>
        value is { } chosen ? Choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, chosen)).Word : "";
}
