using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>Any of a few words, parted by commas or repeated, or the word that stands for none of them.</summary>
internal sealed class ChoicesParameter<T> : Parameter<IReadOnlyList<T>>
    where T : struct
{
    public required IReadOnlyList<(string Word, T Value)> Choices { get; init; }

    /// <summary>The word for an empty choice; null where there is no such word.</summary>
    public string? None { get; init; }

    public override bool IsRepeatable => true;

    private IEnumerable<string> Words => None is null ? Choices.Select(choice => choice.Word) : Choices.Select(choice => choice.Word).Append(None);

    public override OpenApiSchema Schema => new()
    {
        Type = JsonSchemaType.Array,
        Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Words.Select(word => (JsonNode)word)] },
        Default = new JsonArray([.. Default.Select(value => (JsonNode)Word(value))]),
    };

    public override IReadOnlyList<T> Read(IReadOnlyList<string> given, Action<string> reject)
    {
        var chosen = new List<T>();
        var none = false;
        foreach (var word in given.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var known = Choices.Where(choice => choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).ToList();
            if (known.Count > 0 && !chosen.Contains(known[0].Value))
                chosen.Add(known[0].Value);
            else if (known.Count == 0 && word.Equals(None, StringComparison.OrdinalIgnoreCase))
                none = true;
            else if (known.Count == 0)
            {
                reject($"'{Quoted.Shorten(word)}' is not accepted; it takes any of {string.Join(", ", Choices.Select(choice => choice.Word))}{(None is null ? "" : $", or {None} alone")}");
                return Default;
            }
        }
        if (none && chosen.Count > 0)
            reject($"'{None}' stands alone; leave it out or leave the others out");
        return chosen.Count > 0 || none ? chosen : Default;
    }

    public override string Canonical(IReadOnlyList<T> value) => string.Join(',', value.Select(Word));

    private string Word(T value) => Choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word;
}
