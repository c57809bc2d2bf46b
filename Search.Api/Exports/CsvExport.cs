using System.Globalization;
using CsvHelper;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>
/// Comma-separated values (RFC 4180) with a heading line. Lists are joined with <c>; </c>. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe.
/// </summary>
internal sealed class CsvExport(TextWriter output) : ExportWriter(output)
{
    private static readonly string[] Columns = ["id", "kind", "title", "url", "date", "speaker", "excerpt", "tags", "categories", "people", "postId"];

    private readonly CsvWriter _csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);

    public override void Begin() => Row(Columns);

    public override void Write(Hit hit, PostView? post) => Row(
    [
        hit.Id, hit.Kind.ToString().ToLowerInvariant(), hit.Title, hit.Url ?? "", Date(hit),
        hit.Speaker?.Label ?? hit.SpeakerText ?? "", hit.Excerpt, Labels(hit.Tags), Labels(hit.Categories), Labels(hit.People), hit.PostId ?? "",
    ]);

    public override void End() => _csv.Dispose();

    private void Row(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(cell);
        _csv.EndRecord();
        _csv.Flush();
    }

    private static string Date(Hit hit) =>
        (hit.DatePrecision == DatePrecision.Day ? hit.Date?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : hit.Date?.Iso(hit.DatePrecision)) ?? "";

    private static string Labels(IEnumerable<LabelView> labels) => string.Join("; ", labels.Select(label => label.Label));
}
