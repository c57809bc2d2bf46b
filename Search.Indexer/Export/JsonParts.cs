using System.Text.Json;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>Parts that several exports write alike. What a document does not have is left out.</summary>
internal static class JsonParts
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    public static void WriteDate(this Utf8JsonWriter json, DateTimeOffset? date)
    {
        if (date is { } known)
            json.WriteString("date", known);
    }

    public static void WriteLabel(this Utf8JsonWriter json, string name, LabelView? label)
    {
        if (label is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("slug", label.Slug);
        json.WriteString("label", label.Label);
        json.WriteEndObject();
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteScored(this Utf8JsonWriter json, string name, IReadOnlyList<ScoredLabel> labels)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteString("slug", label.Slug);
            json.WriteString("label", label.Label);
            if (label.Count is { } count)
                json.WriteNumber("count", count);
            json.WriteNumber("score", label.Score);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
