using System.Globalization;
using Search.Core.Tagging;
using Spectre.Console;

namespace Search.Indexer.Tags;

/// <summary>The tag report as tables for the terminal: the weightiest rows of each, and how many more there are.</summary>
internal static class TagReportText
{
    private const int Listed = 15;
    private const int SpellingsShown = 6;

    public static void Write(TagReport report, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.WriteLine(Line($"{report.Posts} posts; {report.Spellings} spellings come to {report.Tags} tags, {report.UsedOnce} of them in one post alone."));
        Table(console, "One tag in several spellings (merged by themselves)", ["posts", "tag", "kind", "spellings"], report.Variants,
            tag => [Number(tag.Posts), tag.Label, tag.Kind.ToString().ToLowerInvariant(), string.Join(" · ", tag.Spellings.Take(SpellingsShown).Select(s => s.Text)) + (tag.Spellings.Count > SpellingsShown ? Line($" · {tag.Spellings.Count - SpellingsShown} more") : "")]);
        Table(console, "Misspellings (proposed)", ["score", "tag", "would be", "why"], report.Misspellings, Pair);
        Table(console, "Perhaps the same (proposed)", ["score", "tag", "would be", "why"], report.Proposals, Pair);
        Table(console, "Headings used as tags", ["posts", "tag"], report.Headings, tag => [Number(tag.Posts), tag.Label]);
        Table(console, "Boilerplate: with so many posts that it says little", ["posts", "tag"], report.Boilerplate, tag => [Number(tag.Posts), tag.Label]);
        Table(console, "Used once", ["kind", "tag"], report.UsedOnceTags, tag => [tag.Kind.ToString().ToLowerInvariant(), tag.Label]);
        Table(console, Line($"Longer than {TagReport.MaxLabelChars} characters: lost commas, or titles"), ["posts", "tag"], report.Overlong, tag => [Number(tag.Posts), tag.Label]);
    }

    private static string[] Pair(TagPair pair) => [pair.Score.ToString("0.00", CultureInfo.InvariantCulture), pair.Label, pair.IntoLabel, pair.Reason];

    private static void Table<T>(IAnsiConsole console, string title, string[] columns, IReadOnlyList<T> rows, Func<T, string[]> cells)
    {
        if (rows.Count == 0)
            return;
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(column is "posts" or "score" ? new TableColumn(column).RightAligned() : new TableColumn(column));
        foreach (var row in rows.Take(Listed))
            table.AddRow([.. cells(row).Select(cell => new Text(Plain(cell)))]);
        console.Write(table);
        if (rows.Count > Listed)
            console.WriteLine(Line($"  … and {rows.Count - Listed} more (all of them with --json or --html)"));
    }

    // What comes from files must not steer the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\ufffd' : c));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
