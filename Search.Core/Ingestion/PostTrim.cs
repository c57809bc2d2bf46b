using System.Text;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>A stretch of a post's text that is set aside, within one block.</summary>
internal readonly record struct TextCut(int Block, int Start, int End);

/// <summary>Takes stretches out of a post's text and keeps them as asides; blocks, links and the outline move with the text.</summary>
internal static class PostTrim
{
    /// <param name="post">The post.</param>
    /// <param name="cuts">In ascending order, not overlapping.</param>
    public static Post Without(Post post, IReadOnlyList<TextCut> cuts)
    {
        var text = new StringBuilder(post.Text.Length);
        var blocks = new List<TextBlock>(post.Blocks.Count);
        // Where each character of the old text stands in the new one; those that are gone stand where the next one does.
        var moved = new int[post.Text.Length + 1];
        var isGone = new bool[post.Text.Length + 1];
        foreach (var cut in cuts)
            Array.Fill(isGone, true, cut.Start, cut.End - cut.Start);
        foreach (var block in post.Blocks)
        {
            var separator = text.Length > 0 ? 2 : 0;
            var start = text.Length + separator;
            var any = false;
            for (var i = block.Start; i < block.End; i++)
            {
                moved[i] = any ? text.Length : start;
                // Blanks that come together or stand at the beginning are not kept.
                if (isGone[i] || (char.IsWhiteSpace(post.Text[i]) && (!any || char.IsWhiteSpace(text[^1]))))
                    continue;
                if (!any && separator > 0)
                    text.Append("\n\n");
                any = true;
                text.Append(post.Text[i]);
            }
            while (any && char.IsWhiteSpace(text[^1]))
                text.Length--;
            moved[block.End] = text.Length;
            if (any)
                blocks.Add(block with { Start = start, Length = text.Length - start });
        }
        var trimmed = text.ToString();
        return post with
        {
            Text = trimmed,
            Blocks = blocks,
            Links = [.. post.Links.Select(link => Moved(link, moved, trimmed))],
            Outline = [.. post.Outline.Select(heading => heading with { Start = moved[heading.Start] })],
            Asides = [.. post.Asides.Concat(Asides(post, cuts)).OrderBy(aside => aside.Line)],
        };
    }

    private static Link Moved(Link link, int[] moved, string text)
    {
        if (link.Start < 0)
            return link;
        var start = moved[link.Start];
        var end = Math.Min(moved[link.Start + link.Length], text.Length);
        // A link that is gone with its sentence, or in part, belongs to an aside.
        return end - start == link.Length && string.CompareOrdinal(text, start, link.Text, 0, link.Length) == 0 ? link with { Start = start } : link with { Start = -1 };
    }

    // What was cut from neighbouring blocks is one aside.
    private static IEnumerable<Aside> Asides(Post post, IReadOnlyList<TextCut> cuts)
    {
        for (var i = 0; i < cuts.Count;)
        {
            var words = new StringBuilder();
            var line = post.Blocks[cuts[i].Block].Line;
            for (var block = cuts[i].Block; i < cuts.Count && cuts[i].Block <= block + 1; block = cuts[i].Block, i++)
                words.Append(words.Length == 0 ? "" : cuts[i].Block == block ? " " : "\n").Append(post.Text, cuts[i].Start, cuts[i].End - cuts[i].Start);
            yield return new Aside(AsideKind.Recurring, words.ToString(), line);
        }
    }
}
