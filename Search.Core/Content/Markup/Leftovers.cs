using System.Text;

namespace Search.Core.Content;

/// <summary>
/// What is left of markup that was broken in the source: <c>](http…</c> of a link whose brackets do not match, <c>{%</c> and <c>{{</c> of a
/// template tag that is not closed, marks of footnotes that are not defined. A link's words stay; its target becomes a link where it can.
/// </summary>
internal static class Leftovers
{
    private const int MaxTarget = 600;
    private const char Removed = '\uFDD2';

    public static bool LooksLikeMarkup(string text) =>
        text.Contains("](", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal)
        || text.Contains("%}", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal) || text.Contains("[^", StringComparison.Ordinal);

    /// <summary>Cleans the block's text and moves its links with it; in one pass, however broken the text is.</summary>
    public static void TakeOut(DraftBlock block, ProblemLog log)
    {
        var text = block.Text;
        if (!LooksLikeMarkup(text) && !HasStrongMarks(text))
            return;
        var kept = new StringBuilder(text.Length);
        var moved = new int[text.Length + 1];
        var openBracket = -1;
        var found = new List<DraftLink>();
        for (var i = 0; i < text.Length;)
        {
            moved[i] = kept.Length;
            var pair = i + 1 < text.Length ? (text[i], text[i + 1]) : default;
            var skipTo = i;
            if (pair == (']', '('))
            {
                // Words in the place of an address are words: they keep their brackets.
                skipTo = IsWords(text, i + 2) ? i + 1 : TargetEnd(text, i + 2);
                log.Warn("broken-link", block.Line, "A link is not closed, or its target is no address", "its words", "Write [words](address) without blanks in the address");
                if (openBracket >= 0)
                {
                    kept[openBracket] = Removed;
                    var target = skipTo < i + 2 ? "" : text[(i + 2)..skipTo].TrimEnd(')').Trim();
                    if (target.Contains("://", StringComparison.Ordinal))
                        found.Add(new DraftLink(openBracket, kept.Length - openBracket, "", target, false));
                    openBracket = -1;
                }
            }
            else if (IsStrongMark(text, i))
                skipTo = i + 2;
            else if (pair == ('[', '^'))
                skipTo = FootnoteMarkEnd(text, i);
            else if (IsTemplateMark(pair.Item1, pair.Item2))
            {
                log.Warn("broken-template-tag", block.Line, $"{text[i]}{text[i + 1]} stands alone", "nothing", "Close the tag, or put it into a code span");
                skipTo = i + 2;
            }
            if (skipTo > i)
            {
                for (; i < skipTo; i++)
                    moved[i] = kept.Length;
                continue;
            }
            if (text[i] == '[')
                openBracket = kept.Length;
            else if (text[i] == ']')
                openBracket = -1;
            // What was taken out may bring the halves of another mark together.
            if (kept.Length > 0 && (IsTemplateMark(kept[^1], text[i]) || (text[i] == '(' && (kept[^1] == ']' || (i > 0 && text[i - 1] == ']')))))
                kept.Append(' ');
            kept.Append(text[i++]);
        }
        moved[text.Length] = kept.Length;
        Apply(block, kept, moved, found);
    }

    // CommonMark takes "**" for no mark between a letter and a bracket, which writing without blanks brings about; authors mean it nevertheless.
    private static bool IsStrongMark(string text, int at) => text[at] == '*' && at + 1 < text.Length && text[at + 1] == '*'
        && ((at > 0 && Scripts.IsIdeographic(text[at - 1])) || (at + 2 < text.Length && Scripts.IsIdeographic(text[at + 2])));

    private static bool HasStrongMarks(string text)
    {
        for (var at = text.IndexOf("**", StringComparison.Ordinal); at >= 0; at = text.IndexOf("**", at + 1, StringComparison.Ordinal))
            if (IsStrongMark(text, at))
                return true;
        return false;
    }

    private static void Apply(DraftBlock block, StringBuilder kept, int[] moved, List<DraftLink> found)
    {
        var clean = new StringBuilder(kept.Length);
        var places = new int[kept.Length + 1];
        for (var i = 0; i < kept.Length; i++)
        {
            places[i] = clean.Length;
            // Blanks that come together where something was taken out are one.
            if (kept[i] == Removed || (char.IsWhiteSpace(kept[i]) && (clean.Length == 0 || (kept[i] == ' ' && clean[^1] is ' ' or '\n'))))
                continue;
            // A bracket that was taken out may have parted the halves of another mark.
            if (clean.Length > 0 && IsTemplateMark(clean[^1], kept[i]))
                clean.Append(' ');
            clean.Append(kept[i]);
        }
        places[kept.Length] = clean.Length;
        block.Text = clean.ToString().TrimEnd();
        var links = new List<DraftLink>();
        foreach (var link in block.Links)
            Add(links, block.Text, places[moved[link.Start]], places[moved[link.Start + link.Length]], link.Target, link.ToSource);
        foreach (var link in found)
            Add(links, block.Text, places[link.Start], places[link.Start + link.Length], link.Target, link.ToSource);
        block.Links.Clear();
        block.Links.AddRange(links);
        var breaks = block.Breaks.Select(at => places[moved[at]]).Where(at => at > 0 && at < block.Text.Length).Distinct().ToList();
        block.Breaks.Clear();
        block.Breaks.AddRange(breaks);
    }

    private static void Add(List<DraftLink> links, string text, int start, int end, string target, bool toSource)
    {
        end = Math.Min(end, text.Length);
        if (end > start)
            links.Add(new DraftLink(start, end - start, text[start..end], target, toSource));
    }

    private static bool IsTemplateMark(char first, char second) => (first, second) is ('{', '%') or ('{', '{') or ('%', '}') or ('}', '}');

    // Up to the bracket that closes it, where no more than a few blanks have slipped into an address; otherwise up to the first blank.
    private static int TargetEnd(string text, int start)
    {
        int end = start, blanks = 0, firstBlank = -1;
        while (end < text.Length && end - start < MaxTarget && text[end] is not (')' or '\n' or '[' or ']' or '\u201D'))
        {
            if (text[end] == ' ')
            {
                firstBlank = firstBlank < 0 ? end : firstBlank;
                if (++blanks > 3)
                    break;
            }
            end++;
        }
        if (end < text.Length && text[end] == ')' && (blanks == 0 || text.AsSpan(start).StartsWith("http") || text[start] is '/' or '{'))
            return end + 1;
        return firstBlank >= 0 ? firstBlank : end;
    }

    private static bool IsWords(string text, int start)
    {
        var close = text.AsSpan(start, Math.Min(MaxTarget, text.Length - start)).IndexOfAny(')', '\n', '[');
        if (close <= 0 || text[start + close] != ')')
            return false;
        var target = text.AsSpan(start, close);
        return target.Contains(' ') && !target.Contains("://", StringComparison.Ordinal) && char.IsLetter(target[0]) && !target.StartsWith("www") && !target.StartsWith("mailto");
    }

    private static int FootnoteMarkEnd(string text, int start)
    {
        var end = start + 2;
        while (end < text.Length && end - start < 40 && text[end] is not (']' or ' ' or '\n' or '['))
            end++;
        return end < text.Length && text[end] == ']' && end > start + 2 ? end + 1 : start;
    }
}
