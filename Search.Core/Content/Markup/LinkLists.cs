using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Finds the list of links and names that some authors paste under every article, and sets it aside. The evidence is general: it stands at the
/// end; its items are links and nothing else, or short and no sentences; they are the post's own tags.
/// </summary>
/// <remarks>
/// Each block from the end upwards is worth something for or against: a tag of the post 1, a bare link 0.7, a link with a few words 0.5, a short
/// item 0.3, a sentence −2, a paragraph −3. The list begins where the sum down to the end is greatest. It is set aside only where half of its items are tags (of a short one, tags or links that the text has too, and nothing but links beside them), or where
/// it is long, of links alone (or of links under bare names of groups) and a minor part of the post; paragraphs and notes within its reach stay
/// in the text. A short list of short bare links is set aside where no words and no heading lead to it and the text is much longer.
/// </remarks>
internal static class LinkLists
{
    private const int MinItems = 5;
    private const int MinLinks = 8;
    private const int MinBareLinks = 4;
    private const double MaxBareShare = 0.4;
    private const int ShortChars = 60;
    private const double TagShare = 0.5;
    private const double LinkShare = 0.85;
    private const double MaxShareOfText = 0.6;
    private const int MinGroupedLinks = 20;
    private const double GroupedShare = 0.95;

    /// <param name="blocks">The blocks of a post.</param>
    /// <param name="tags">Its tags as written.</param>
    /// <param name="embeds">Lines on which something is included that has no words in the file.</param>
    public static void SetAside(List<DraftBlock> blocks, IReadOnlyList<string> tags, IReadOnlyList<int> embeds)
    {
        if (!blocks.Exists(block => block.Kind == BlockKind.ListItem))
            return;
        var known = new HashSet<string>(tags.Count);
        foreach (var tag in tags)
        {
            known.Add(Key(tag));
            // "Canada (CA)" is meant by "Canada".
            if (tag.EndsWith(')') && tag.LastIndexOf('(') is > 0 and var open)
                known.Add(Key(tag[..open]));
        }
        known.Remove("");
        if (Start(blocks, known) is not { } start)
            return;
        if (!IsList(blocks, start, known))
        {
            // Lists of the article's own may have been taken in; the last list alone may be one.
            start = LastRun(blocks, start);
            if (!IsList(blocks, start, known) && !IsList(blocks, start = LastLinks(blocks, start, known), known))
                return;
        }
        if (NextList(blocks, start, known) is { } next && IsList(blocks, next, known))
            start = next;
        var first = start;
        // A heading that nothing else stands under belongs to the list, unless it is the article's own.
        if (start > 0 && blocks[start - 1] is { Kind: BlockKind.Heading, IsRule: false } heading && !embeds.Any(line => line > heading.Line && line < blocks[start].Line)
            && blocks.FindIndex(block => block.Kind == BlockKind.Heading) < start - 1)
            first = start - 1;
        for (var i = first; i < blocks.Count; i++)
            if (Belongs(blocks, i, first, known))
                blocks[i].Aside = AsideKind.LinkList;
    }

    private static int? Start(List<DraftBlock> blocks, HashSet<string> tags)
    {
        double sum = 0, best = 0;
        int? start = null;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            sum += Worth(blocks[i], tags);
            // On a tie the longer list: bare headings of groups are worth little.
            if (blocks[i].Kind == BlockKind.ListItem && sum >= best && sum > 0)
                (best, start) = (sum, i);
            if (sum < best - 40)
                break;
        }
        return start;
    }

    private static int LastRun(List<DraftBlock> blocks, int start)
    {
        var last = blocks.FindLastIndex(block => block.Kind == BlockKind.ListItem);
        while (last > start && (blocks[last - 1].Kind == BlockKind.ListItem || blocks[last - 1].IsRule))
            last--;
        return last;
    }

    // Behind a blank line another list begins, and the one before it, of few links and tags, is the article's own.
    private static int? NextList(List<DraftBlock> blocks, int start, HashSet<string> tags)
    {
        var items = 0;
        var own = 0;
        for (var i = start; i < blocks.Count && blocks[i].Kind == BlockKind.ListItem; i++)
        {
            if (items > 1 && own * 2 > items && blocks[i].Line == blocks[i - 1].Line + 2 && i + 1 < blocks.Count && blocks[i + 1].Line == blocks[i].Line + 1)
                return i;
            items++;
            own += IsTag(blocks[i], tags) || IsLinkOnly(blocks[i]) ? 0 : 1;
        }
        return null;
    }

    // The article's own list may run on into that of its links, without a line between.
    private static int LastLinks(List<DraftBlock> blocks, int start, HashSet<string> tags)
    {
        for (var i = blocks.Count - 1; i >= start; i--)
            if (blocks[i].Kind == BlockKind.ListItem && !IsTag(blocks[i], tags) && !IsLinkOnly(blocks[i]) && !IsLinkLed(blocks[i]))
                return blocks.FindIndex(i + 1, block => block.Kind == BlockKind.ListItem) is >= 0 and var next ? next : blocks.Count;
        return start;
    }

    private static double Worth(DraftBlock block, HashSet<string> tags)
    {
        if (block.IsRule || block.Kind is BlockKind.Footnote or BlockKind.Caption)
            return 0;
        if (block.Kind is BlockKind.TableRow)
            return -0.1;
        if (block.Kind is BlockKind.Heading)
            return -0.5;
        if (block.Kind != BlockKind.ListItem)
            return IsShort(block) ? -1 : -3;
        return IsTag(block, tags) ? 1 : IsLinkOnly(block) ? 0.7 : IsLinkLed(block) ? 0.5 : IsShort(block) ? 0.3 : -2;
    }

    private static bool IsList(List<DraftBlock> blocks, int start, HashSet<string> tags)
    {
        int items = 0, tagged = 0, links = 0, led = 0, brief = 0, linked = 0, listChars = 0, chars = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            chars += blocks[i].Text.Length;
            if (i < start || blocks[i].Kind != BlockKind.ListItem)
                continue;
            items++;
            listChars += blocks[i].Text.Length;
            linked += blocks[i].Links.Count > 0 ? 1 : 0;
            if (IsTag(blocks[i], tags))
                tagged++;
            else if (IsLinkOnly(blocks[i]))
                links++;
            else if (IsLinkLed(blocks[i]))
                led++;
            else if (IsShort(blocks[i]))
                brief++;
        }
        // What is all there is of a post is its text, and so are names without links: what a dish is made of is its tags as well.
        if (listChars == chars || linked == 0)
            return false;
        if (items is >= MinBareLinks and < MinLinks && tagged + links == items && listChars <= chars * MaxBareShare && IsUnannounced(blocks, start)
            && !blocks.Skip(start).Any(block => block.Kind == BlockKind.ListItem && block.Text.Length > ShortChars))
            return true;
        if (items < MinItems)
            return tagged + links == items && tagged + Repeated(blocks, start, tags) >= items * TagShare;
        if (tagged >= items * TagShare)
            return true;
        if (listChars > chars * MaxShareOfText)
            return false;
        return (items >= MinLinks && tagged + links >= items * LinkShare)
            || (items >= MinGroupedLinks && tagged + links + led >= items * TagShare && tagged + links + led + brief >= items * GroupedShare);
    }

    // Neither "See also:" nor a heading stands before it.
    private static bool IsUnannounced(List<DraftBlock> blocks, int start) =>
        start > 0 && (blocks[start - 1].IsRule || (blocks[start - 1].Kind is BlockKind.Paragraph or BlockKind.Blockquote && !blocks[start - 1].Text.EndsWith(':') && !blocks[start - 1].Text.EndsWith('\uFF1A')));

    // Items that are no tags, and link to what the text links to.
    private static int Repeated(List<DraftBlock> blocks, int start, HashSet<string> tags)
    {
        var inText = blocks.Take(start).Where(block => block.Kind != BlockKind.ListItem).SelectMany(block => block.Links).Select(link => link.Target).ToHashSet(StringComparer.Ordinal);
        return blocks.Skip(start).Count(block => block.Kind == BlockKind.ListItem && !IsTag(block, tags) && block.Links.Exists(link => inText.Contains(link.Target)));
    }

    private static bool Belongs(List<DraftBlock> blocks, int i, int first, HashSet<string> tags)
    {
        var block = blocks[i];
        return block.Kind switch
        {
            _ when block.IsRule => false,
            BlockKind.ListItem => IsTag(block, tags) || IsLinkOnly(block) || IsLinkLed(block) || IsMostlyLink(block) || IsShort(block),
            // Group headings: nothing but items of the list around them.
            BlockKind.Heading => (i == first || blocks[i - 1].Kind == BlockKind.ListItem) && i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.ListItem,
            _ => false,
        };
    }

    private static bool IsTag(DraftBlock block, HashSet<string> tags)
    {
        if (tags.Count == 0 || block.Text.Length > 300)
            return false;
        if (tags.Contains(Key(block.Text)))
            return true;
        // "[Name](address), a remark"; "[One](…) [Two](…)"
        foreach (var link in block.Links)
            if (link.Length >= block.Text.Length * 0.6 && tags.Contains(Key(link.Text)))
                return true;
        return false;
    }

    private static bool IsLinkOnly(DraftBlock block)
    {
        var linked = 0;
        foreach (var link in block.Links)
            linked += link.Length;
        return linked > 0 && linked >= block.Text.Length * 0.8;
    }

    // "[A long title](address). Its date"
    private static bool IsLinkLed(DraftBlock block) =>
        block.Links is [{ Start: 0 } link, ..] && block.Text.Length - link.Length <= (link.Length * 2 >= block.Text.Length ? ShortChars : ShortChars * 3 / 4);

    // "[A long title](address). Where it was published, and on which day"
    private static bool IsMostlyLink(DraftBlock block) => block.Links is [{ Start: 0 } link, ..] && link.Length * 5 >= block.Text.Length * 2;

    private static bool IsShort(DraftBlock block) => block.Text.Length <= ShortChars && !IsSentence(block.Text);

    private static bool IsSentence(string text) =>
        text[^1] is '.' or '!' or '?' or ':' or ';' or ',' or '"' or '\u201D' or '\u2026' or '。' or '！' or '？' or '।' or '؟' or '۔'
        && !(text[^1] == '.' && text.Length > 2 && text[^3] is '.' or ' ');

    // Letters and digits alone: authors of such lists drop commas and exchange marks between list and tags.
    private static string Key(string text)
    {
        Span<char> key = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                key[length++] = char.ToLowerInvariant(c);
        return new string(key[..length]);
    }
}
