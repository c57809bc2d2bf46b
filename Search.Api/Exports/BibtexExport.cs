using System.Globalization;
using System.Text;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>BibLaTeX entries: <c>@online</c> with author, title, date, address, and the hash of the words in a note.</summary>
internal sealed class BibtexExport(TextWriter output) : ExportWriter(output)
{
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);

    public override bool WantsPost => true;

    public override void Write(Hit hit, PostView? post)
    {
        var citation = Citation.Of(hit, post);
        Output.Write($"@online{{{Key(citation.Key)},\n");
        if (citation.Author is { Length: > 0 } author)
            // In braces of their own, so that a name of two words or with "and" in it stays one.
            Field("author", $"{{{Escaped(author)}}}");
        Field("title", $"{{{Escaped(citation.Title)}}}");
        if (citation.Date is { } date)
        {
            // Newer styles take the date; older ones know year and month alone.
            Field("date", date.Iso(citation.Precision));
            Field("year", date.ToString("yyyy", CultureInfo.InvariantCulture));
            if (citation.Precision < DatePrecision.Year)
                Field("month", date.ToString("MM", CultureInfo.InvariantCulture));
        }
        if (citation.Url is { Length: > 0 } url)
            Field("url", OneLine(url).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal));
        if (hit.Tags.Count > 0)
            Field("keywords", Escaped(string.Join(", ", hit.Tags.Select(tag => tag.Label))));
        Field("note", Escaped(citation.Note));
        Output.Write("}\n\n");
    }

    private void Field(string name, string value) => Output.Write($"  {name} = {{{value}}},\n");

    // Letters, digits and a few signs are what every program takes; two ids must not become one key.
    private string Key(string id)
    {
        var plain = new string([.. id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' ? c : '_')]);
        var key = plain.Length == 0 ? "entry" : plain;
        for (var n = 2; !_keys.Add(key); n++)
            key = string.Create(CultureInfo.InvariantCulture, $"{plain}_{n}");
        return key;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in OneLine(text))
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '$' or '&' or '%' or '#' or '_' => $"\\{c}",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
