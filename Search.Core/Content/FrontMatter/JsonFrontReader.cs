using System.Runtime.InteropServices;
using System.Text.Json;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>JSON to <see cref="FrontValue"/>, with comments and trailing commas allowed.</summary>
internal static class JsonFrontReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 };

    public static FrontMap Read(string text, int firstLine, ProblemLog log)
    {
        text = text.Trim();
        if (text.Length > 0 && text[0] != '{')
            text = "{" + text + "}";
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (Value(document.RootElement, firstLine) is FrontMap map)
                return map;
        }
        catch (JsonException exception)
        {
            log.Warn("json-not-valid", firstLine + (int)(exception.LineNumber ?? 0), $"The JSON is not valid: {exception.Message}", "its items one by one", "Correct the line; names and texts in quotation marks, a comma between two items");
        }
        return text.Length > 0 && TolerantFlow.Read(text.ReplaceLineEndings(" "), "front matter", firstLine, log) is FrontMap rescued ? rescued : FrontMap.Empty;
    }

    public static bool IsValid(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static FrontValue Value(JsonElement element, int line) => element.ValueKind switch
    {
        JsonValueKind.Object => new FrontMap([.. element.EnumerateObject().Select(property => new FrontEntry(NameOf(property), Value(property.Value, line), line))], line),
        JsonValueKind.Array => new FrontList([.. element.EnumerateArray().Select(item => Value(item, line))], line),
        JsonValueKind.String => new FrontScalar(Folding.WellFormed(StringOf(element)), true, line),
        JsonValueKind.Null or JsonValueKind.Undefined => new FrontScalar("", false, line),
        _ => new FrontScalar(element.GetRawText(), false, line),
    };

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Rescued(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    // An escaped lone surrogate and bytes that are not UTF-8 are valid to the tokenizer and no string to the framework.
    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Rescued(JsonMarshal.GetRawUtf8Value(element).Trim((byte)'"'));
        }
    }

    private static string Rescued(ReadOnlySpan<byte> raw)
    {
        var text = ContentText.Decode(raw, new ProblemLog(""));
        try
        {
            using var document = JsonDocument.Parse($"\"{text}\"");
            return document.RootElement.GetString() ?? text;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return text;
        }
    }
}
