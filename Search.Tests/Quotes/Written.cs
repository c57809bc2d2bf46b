using System.Text;
using Search.Core.Model;
using Search.Core.People;
using Search.Core.Quotes;

namespace Search.Tests.Quotes;

/// <summary>Posts for these tests: one argument a block, <c># </c> a heading, <c>> </c> a block quotation, <c>- </c> a list item, <c>  - </c> a nested one.</summary>
internal static class Written
{
    public static NameFinder Names { get; } = new(NameData.Default);

    public static Post Post(params string[] blocks)
    {
        var text = new StringBuilder();
        var read = new List<TextBlock>();
        foreach (var block in blocks)
        {
            var (kind, depth, words) = block switch
            {
                ['#', ' ', .. var rest] => (BlockKind.Heading, 2, rest),
                ['>', ' ', .. var rest] => (BlockKind.Blockquote, 1, rest),
                ['-', ' ', .. var rest] => (BlockKind.ListItem, 1, rest),
                [' ', ' ', '-', ' ', .. var rest] => (BlockKind.ListItem, 2, rest),
                _ => (BlockKind.Paragraph, 0, block),
            };
            if (text.Length > 0)
                text.Append("\n\n");
            read.Add(new TextBlock(kind, text.Length, words.Length, read.Count + 1, depth));
            text.Append(words);
        }
        return new Post { Key = "p", Id = "p", Title = "", Text = text.ToString(), Blocks = read, Source = new SourceSpan("p.md") };
    }

    public static IReadOnlyList<FoundQuote> Quotes(params string[] blocks) => new QuoteFinder(Written.Names).Find(Post(blocks));

    /// <summary>The one quotation of a paragraph.</summary>
    public static FoundQuote Quote(params string[] blocks) => Xunit.Assert.Single(Quotes(blocks));
}
