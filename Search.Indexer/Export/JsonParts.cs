using System.Text.Json;
using Search.Core.Model;
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

    /// <summary><c>date</c>, and <c>datePrecision</c> where less than the day is known: as the API has them.</summary>
    public static void WriteDate(this Utf8JsonWriter json, Hit hit)
    {
        if (hit.Date is not { } date)
            return;
        json.WriteString("date", date);
        if (hit.DatePrecision != DatePrecision.Day)
            json.WriteString("datePrecision", hit.DatePrecision.ToString().ToLowerInvariant());
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
