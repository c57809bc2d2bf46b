using System.Globalization;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>RIS records: type <c>BLOG</c>, a tag of two letters a line, <c>ER</c> at the end of each.</summary>
internal sealed class RisExport(TextWriter output) : ExportWriter(output)
{
    public override bool WantsPost => true;

    public override void Write(Hit hit, PostView? post)
    {
        var citation = Citation.Of(hit, post);
        Line("TY", "BLOG");
        Line("ID", citation.Key);
        Line("TI", citation.Title);
        Line("AU", citation.Author);
        if (citation.Date is { } date)
        {
            Line("PY", date.ToString("yyyy", CultureInfo.InvariantCulture));
            // The slashes stay where the day or month is not known.
            Line("DA", date.ToString(citation.Precision switch { DatePrecision.Year => "yyyy'//'", DatePrecision.Month => "yyyy'/'MM'/'", _ => "yyyy'/'MM'/'dd" }, CultureInfo.InvariantCulture));
        }
        Line("UR", citation.Url);
        Line("AB", hit.Excerpt);
        foreach (var tag in hit.Tags)
            Line("KW", tag.Label);
        Line("N1", citation.Note);
        Output.Write("ER  - \r\n\r\n");
    }

    private void Line(string tag, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            Output.Write($"{tag}  - {OneLine(value)}\r\n");
    }
}
