using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Highlighting;

/// <summary>A sentence, or a part of one that is longer than a passage may be: what passages are made of.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Percent">What a match here counts, by the kind of block: prose says more than a heading or a row of a table.</param>
/// <param name="IsBlockStart">Nothing of its block stands before it.</param>
/// <param name="IsBlockEnd">Nothing of its block stands after it.</param>
/// <param name="JoinsNext">The next unit can be read on from it.</param>
internal readonly record struct PassageUnit(int Start, int End, int Sentence, int Percent, bool IsBlockStart, bool IsBlockEnd, bool JoinsNext)
{
    /// <summary>The units of all blocks that hold a match and of those right after them; without matches, of the first prose.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">In order; those that overlap an earlier one or reach out of the text are passed over.</param>
    /// <param name="matches">In order.</param>
    /// <param name="maxChars">Longest unit.</param>
    public static List<PassageUnit> Around(string text, IReadOnlyList<TextBlock> blocks, ReadOnlySpan<TokenMatch> matches, int maxChars)
    {
        var units = new List<PassageUnit>();
        if (blocks.Count == 0)
            blocks = [new TextBlock(BlockKind.Paragraph, 0, text.Length, 0)];
        var next = matches.Length == 0 ? FirstProse(blocks) : 0;
        var match = 0;
        var end = 0;
        var chars = 0;
        var lastTaken = -2;
        for (var b = next; b < blocks.Count; b++)
        {
            var block = blocks[b];
            if (block.Start < end || block.Length <= 0 || block.Length > text.Length - block.Start)
                continue;
            end = block.End;
            while (match < matches.Length && matches[match].Start < block.Start)
                match++;
            var hasMatch = match < matches.Length && matches[match].Start < block.End;
            if (matches.Length > 0 ? !hasMatch && lastTaken != b - 1 : chars > maxChars)
                continue;
            // One block of context after the last match is enough: only a block with a match calls for the next.
            if (hasMatch || matches.Length == 0)
                lastTaken = b;
            if (units.Count > 0 && !JoinsAcross(text, blocks, b, units[^1]))
                units[^1] = units[^1] with { JoinsNext = false };
            AddSentences(units, text, block, maxChars);
            chars += block.Length;
        }
        if (units.Count > 0)
            units[^1] = units[^1] with { JoinsNext = false };
        return units;
    }

    private static int FirstProse(IReadOnlyList<TextBlock> blocks)
    {
        for (var b = 0; b < blocks.Count; b++)
            if (blocks[b].Kind is BlockKind.Paragraph or BlockKind.Blockquote && blocks[b].Length > 0)
                return b;
        return 0;
    }

    // Only from a finished sentence into the block right below, and never into or out of a heading or a table.
    private static bool JoinsAcross(string text, IReadOnlyList<TextBlock> blocks, int b, PassageUnit before) =>
        b > 0 && before.End > blocks[b - 1].Start && before.End <= blocks[b - 1].End && IsRunningText(blocks[b - 1].Kind) && IsRunningText(blocks[b].Kind)
        && text[before.End - 1] is '.' or '!' or '?' or '…' or ':' or '"' or '”' or '’' or '\'' or ')' or '。' or '！' or '？';

    private static bool IsRunningText(BlockKind kind) => kind is BlockKind.Paragraph or BlockKind.Blockquote or BlockKind.ListItem or BlockKind.Footnote or BlockKind.Definition;

    private static int PercentOf(BlockKind kind) => kind switch
    {
        BlockKind.Heading => 75,
        BlockKind.TableRow => 70,
        BlockKind.Caption => 80,
        BlockKind.ListItem or BlockKind.Footnote or BlockKind.Definition => 90,
        _ => 100,
    };

    private static void AddSentences(List<PassageUnit> units, string text, TextBlock block, int maxChars)
    {
        var first = units.Count;
        var number = first == 0 ? 0 : units[^1].Sentence + 1;
        foreach (var sentence in Sentences.Of(text, block.Start, block.End))
        {
            var start = sentence.Start;
            // In halves, so that a window over two of them can lie around a match near the cut.
            if (sentence.Length > maxChars)
                while (sentence.End - start > maxChars / 2)
                {
                    var cut = CutBefore(text, start, start + maxChars / 2);
                    Add(start, cut);
                    for (start = cut; start < sentence.End && char.IsWhiteSpace(text[start]); start++)
                    {
                    }
                }
            if (start < sentence.End)
                Add(start, sentence.End);
            number++;
        }
        if (units.Count > first)
        {
            units[first] = units[first] with { IsBlockStart = true };
            units[^1] = units[^1] with { IsBlockEnd = true };
        }

        void Add(int from, int to) => units.Add(new PassageUnit(from, to, number, PercentOf(block.Kind), false, false, true));
    }

    private static int CutBefore(string text, int start, int limit)
    {
        for (var i = limit; i > start + 1; i--)
            if (char.IsWhiteSpace(text[i]))
                return i;
        return char.IsLowSurrogate(text[limit]) && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
