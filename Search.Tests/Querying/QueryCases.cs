using System.Globalization;
using System.Text.RegularExpressions;
using Search.Core.Querying;
using Xunit;

namespace Search.Tests.Querying;

/// <summary>
/// Runs the cases of <c>Cases/queries/*.txt</c>: what is typed, the tree it gives, the notices. The form is described in that folder's README.md.
/// </summary>
public partial class QueryCases
{
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Cases()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.RepositoryRoot, "Search.Tests", "Cases", "queries"), "*.txt").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (!lines[i].StartsWith("> ", StringComparison.Ordinal))
                    continue;
                var block = lines.Skip(i + 1).TakeWhile(line => line.Length > 0).ToList();
                var notices = block.Where(line => line.StartsWith("! ", StringComparison.Ordinal)).Select(line => line[2..]);
                yield return new($"{Path.GetFileName(file)}:{i + 1}", Characters(lines[i][2..]), Characters(block[0]), string.Join('\n', notices));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_query_is_read_as_its_case_says(string place, string text, string tree, string notices)
    {
        var query = QueryParser.Parse(text);

        Assert.True(tree == QueryTree.Describe(query), $"{place}\n  {text}\nis read as\n  {QueryTree.Describe(query)}\nand should be\n  {tree}");
        var said = string.Join('\n', query.Notices.Select(notice => $"{notice.Code} {query.Text.Substring(notice.Span.Start, notice.Span.Length)}"));
        Assert.True(notices == said, $"{place}\n  {text}\nsays\n{said}\nand should say\n{notices}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_case_gives_is_the_same_when_it_is_written_and_read_again(string place, string text, string tree, string notices)
    {
        _ = notices;
        var written = QueryParser.Parse(text).ToString();
        var again = QueryParser.Parse(written);

        Assert.True(tree == QueryTree.Describe(again), $"{place}\n  {text}\nis written\n  {written}\nwhich is read as\n  {QueryTree.Describe(again)}");
        Assert.Empty(again.Notices);
        Assert.Equal(written, again.ToString());
    }

    private static string Characters(string text) =>
        CodePoint().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("<U\\+([0-9A-F]{4})>")]
    private static partial Regex CodePoint();
}
