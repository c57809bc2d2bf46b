using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Ingestion;

/// <summary>A sentence of a post that may turn out to recur, by its place and hash.</summary>
internal readonly record struct SentenceUnit(int Block, int Start, int End, uint Hash);

/// <summary>
/// The sentences of a post by which what recurs across posts is known. Long ones count wherever they stand; short ones, which authors also repeat without meaning to,
/// only near the beginning and the end, where biographies, notices and navigation stand. Headings, tables and short items of lists are no sentences.
/// </summary>
internal static class SentenceUnits
{
    /// <summary>Sentences of a document that are remembered; a longer one's middle is passed over.</summary>
    public const int MaxKept = 512;

    private const int MinWords = 3;
    private const int MinChars = 12;
    private const int LongChars = 60;
    private const int MaxChars = 1200;
    private const int FirstBlocks = 3;
    private const int LastBlocks = 6;

    public static List<SentenceUnit> Of(Post post)
    {
        var units = new List<SentenceUnit>();
        for (var i = 0; i < post.Blocks.Count; i++)
        {
            var block = post.Blocks[i];
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Footnote or BlockKind.Caption))
                continue;
            var atEdge = block.Kind != BlockKind.ListItem && (i < FirstBlocks || i >= post.Blocks.Count - LastBlocks);
            if (!atEdge && block.Length < LongChars)
                continue;
            foreach (var sentence in Sentences.Of(post.Text, block.Start, block.End))
                if (sentence.Length is >= MinChars and <= MaxChars && (atEdge || sentence.Length >= LongChars)
                    && UnitHash.Of(post.Text, sentence.Start, sentence.End, MinWords) is > 0 and var hash)
                    units.Add(new(i, sentence.Start, sentence.End, hash));
        }
        if (units.Count > MaxKept)
            units.RemoveRange(MaxKept / 2, units.Count - MaxKept);
        return units;
    }

    /// <summary>Their hashes, each once, in ascending order.</summary>
    public static uint[] HashesOf(Post post)
    {
        var hashes = Of(post).Select(unit => unit.Hash).Distinct().ToArray();
        Array.Sort(hashes);
        return hashes;
    }
}
