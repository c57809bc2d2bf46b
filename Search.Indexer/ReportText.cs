using System.Globalization;
using Search.Core.Content;
using Search.Core.Ingestion;

namespace Search.Indexer;

/// <summary>A run's report for people: what was read, what was left out and why, what was odd and where.</summary>
internal static class ReportText
{
    /// <summary>Problems and left-out files of one sort that are listed; the others are counted.</summary>
    private const int Listed = 10;

    public static void Write(IngestReport report, TextWriter output)
    {
        output.WriteLine(Line($"Read {report.Files} files: {report.Posts} posts, {report.Drafts} drafts, {report.Future} dated in the future, {report.NotPosts} not posts. {report.Quotes} quotations."));
        output.WriteLine(report.Published
            ? Line($"Index: {report.Added} added, {report.Changed} changed, {report.Removed} removed, {report.Unchanged} unchanged; published as {report.Generation}.")
            : Line($"Index: 0 added, 0 changed, 0 removed, {report.Unchanged} unchanged; nothing to publish."));
        output.WriteLine(Line($"Time: reading {report.ReadingSeconds:0.00} s, collection {report.CollectionSeconds:0.00} s, indexing {report.IndexingSeconds:0.00} s, publishing {report.PublishingSeconds:0.00} s."));
        foreach (var group in report.LeftOut.GroupBy(l => l.Reason).OrderBy(g => g.Key))
        {
            output.WriteLine(Line($"Left out, {Words(group.Key)}: {group.Count()}"));
            List(group.Select(l => l.Line > 0 ? Line($"{l.Path}:{l.Line}: {l.Why}") : $"{l.Path}: {l.Why}"), group.Count(), output);
        }
        foreach (var group in report.Problems.GroupBy(p => p.Code, StringComparer.Ordinal).OrderByDescending(g => g.Max(p => p.Severity)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Line($"{Severity(group.Max(p => p.Severity))} {group.Key}: {group.Count()}"));
            List(group.Select(p => p.ReadAs is null ? $"{p.Place}: {p.Message}" : $"{p.Place}: {p.Message} Read as: {p.ReadAs}"), group.Count(), output);
        }
    }

    private static void List(IEnumerable<string> lines, int count, TextWriter output)
    {
        foreach (var line in lines.Take(Listed))
            output.WriteLine($"  {Plain(line)}");
        if (count > Listed)
            output.WriteLine(Line($"  … and {count - Listed} more (all of them with --json)"));
    }

    // What comes from files must not steer the terminal.
    private static string Plain(string line) => string.Concat(line.Select(c => char.IsControl(c) ? '\ufffd' : c));

    private static string Words(SkipReason reason) => reason switch
    {
        SkipReason.Draft => "drafts (--drafts to index them)",
        SkipReason.Future => "dated in the future (--future to index them)",
        SkipReason.Unpublished => "unpublished (--drafts to index them)",
        SkipReason.NotAPost => "not posts",
        SkipReason.Duplicate => "repeated",
        _ => "unreadable",
    };

    private static string Severity(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "Error",
        ProblemSeverity.Warning => "Warning",
        _ => "Note",
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
