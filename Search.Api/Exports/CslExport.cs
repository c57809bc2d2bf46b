using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>CSL-JSON: an array of items of type <c>post-weblog</c>, as citeproc and reference managers read it.</summary>
internal sealed class CslExport(TextWriter output) : ExportWriter(output)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _isFirst = true;

    public override bool WantsPost => true;

    public override void Begin() => Output.Write('[');

    public override void Write(Hit hit, PostView? post)
    {
        var citation = Citation.Of(hit, post);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", citation.Key);
            json.WriteString("type", "post-weblog");
            json.WriteString("title", citation.Title);
            if (citation.Author is { Length: > 0 } author)
            {
                json.WriteStartArray("author");
                json.WriteStartObject();
                json.WriteString("literal", author);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            if (citation.Date is { } date)
            {
                json.WriteStartObject("issued");
                json.WriteStartArray("date-parts");
                json.WriteStartArray();
                json.WriteNumberValue(date.Year);
                if (citation.Precision < DatePrecision.Year)
                    json.WriteNumberValue(date.Month);
                if (citation.Precision == DatePrecision.Day)
                    json.WriteNumberValue(date.Day);
                json.WriteEndArray();
                json.WriteEndArray();
                json.WriteEndObject();
            }
            if (citation.Url is { Length: > 0 } url)
                json.WriteString("URL", url);
            if (hit.Excerpt.Length > 0)
                json.WriteString("abstract", hit.Excerpt);
            if (hit.Tags.Count > 0)
                json.WriteString("keyword", string.Join(", ", hit.Tags.Select(tag => tag.Label)));
            json.WriteString("note", citation.Note);
            json.WriteEndObject();
        }
        Output.Write(_isFirst ? "\n" : ",\n");
        _isFirst = false;
        Output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public override void End() => Output.Write("\n]\n");
}
