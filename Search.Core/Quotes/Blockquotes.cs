using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// Finds the quotations that are set as blocks: block quotations, and paragraphs without marks that a colon after a verb of saying introduces. A pull quote
/// (the article's own words again) is none, nor is one that is prose with attributed quotations of its own.
/// </summary>
internal sealed class Blockquotes
{
    private const int Shingle = 5;
    private const int MaxPullQuoteWords = 45;

    private const int MaxBlocks = 40;

    private readonly string _text;
    private readonly Layout _layout;
    private readonly Attributor _attributor;
    private HashSet<int>? _body;

    public Blockquotes(Layout layout, Attributor attributor) => (_text, _layout, _attributor) = (layout.Text, layout, attributor);

    /// <summary>A stretch of blocks that is one quotation.</summary>
    public readonly record struct Stretch(int First, int Last, int Start, int End, Attribution? Said, QuoteForm Form);

    /// <summary>The quotation that begins at a block; null where none does.</summary>
    public Stretch? At(int b)
    {
        var block = _layout.Blocks[b];
        if (block.Kind == BlockKind.Blockquote)
            return Quoted(b);
        return block.Kind == BlockKind.Paragraph && b > 0 ? Introduced(b) : null;
    }

    private Stretch? Quoted(int b)
    {
        if (!IsPlain(b) || _attributor.Around.SignatureOf(b) is not null)
            return null;
        var last = b;
        while (last + 1 < _layout.Blocks.Count && _layout.Blocks[last + 1].Kind == BlockKind.Blockquote && IsPlain(last + 1) && _attributor.Around.SignatureOf(last + 1) is null && !IsPullQuote(last + 1))
            last++;
        if (IsPullQuote(b))
            return null;
        var (start, end) = Trim(_layout.Blocks[b].Start, _layout.Blocks[last].End);
        Attribution? said = null;
        if (last + 1 < _layout.Blocks.Count && _attributor.Around.SignatureOf(last + 1) is { } below)
            said = below;
        else if (SignatureInside(start, end) is { } own)
            (said, end) = (own.Said, own.End);
        var first = b;
        while (first > 0 && b - first < MaxBlocks && _layout.Blocks[first - 1].Kind == BlockKind.Blockquote)
            first--;
        said ??= _attributor.Around.Of(first) ?? _attributor.Around.ReportedAbove(first);
        if (said is null && last == b && TitleWords.Count(_text.AsSpan(start, end - start)) <= MaxPullQuoteWords)
            return null; // nobody is named and it is short: a pull quote in other words
        return new Stretch(b, last, start, end, said, QuoteForm.Blockquote);
    }

    // “The paper reported:” above a paragraph without marks; the words go on where they end in an omission.
    private Stretch? Introduced(int b)
    {
        if (_layout.Blocks[b - 1].Kind is not (BlockKind.Paragraph or BlockKind.Heading) || !IsPlain(b) || _attributor.Around.Of(b) is not { Ground: Ground.Introduced } said || said.VerbEnd == said.VerbStart)
            return null;
        if (said.Speaker.Head == WordKind.Plain && !char.IsUpper(_text[said.Speaker.Start]) && !_text.AsSpan(said.Speaker.Start).StartsWith("the ", StringComparison.Ordinal))
            return null; // “it is hereby ordered:”
        if (SpeechVerbs.Of(_text.AsSpan(said.VerbStart, said.VerbEnd - said.VerbStart)) is not { Class: VerbClass.Say, Form: not VerbForm.Gerund })
            return null;
        var last = b;
        while (EndsInOmission(last) && last + 1 < _layout.Blocks.Count && _layout.Blocks[last + 1].Kind == BlockKind.Paragraph && IsPlain(last + 1))
            last++;
        var (start, end) = Trim(_layout.Blocks[b].Start, _layout.Blocks[last].End);
        if (end - start < 40 || _text[end - 1] is not ('.' or '!' or '?' or '…' or '”' or '"' or '’' or ']') || !char.IsUpper(_text[start]) && _text[start] is not ('[' or '…' or '.'))
            return null;
        return new Stretch(b, last, start, end, said, QuoteForm.Introduced);
    }

    // Without attributed quotations of its own, and no remark of the site's author.
    private bool IsPlain(int b)
    {
        var block = _layout.Blocks[b];
        if (_layout.LabelOf(b) is not null || block.Length == 0 || _text[block.Start] == '@' || IsCitation(_text.AsSpan(block.Start, block.Length)))
            return false;
        for (var s = _layout.FirstSpan(b); s < _layout.FirstSpan(b + 1); s++)
        {
            var span = _layout.Spans[s];
            if (TitleWords.Count(_text.AsSpan(span.Start, span.End - span.Start)) >= 4 && _attributor.SaidBy(s) is { Ground: Ground.After or Ground.Before or Ground.Tail or Ground.Signed or Ground.Noun })
                return false;
            if (span.Open <= block.Start + 1 && (block.Kind != BlockKind.Blockquote || span.Close >= block.End - 2))
                return false; // it has marks: found by them
        }
        return true;
    }

    private static bool IsCitation(ReadOnlySpan<char> words) =>
        char.IsAsciiDigit(words[0]) || words[0] is '[' && words.Length > 1 && char.IsAsciiDigit(words[1]) || words.StartsWith("See ", StringComparison.Ordinal) || words.StartsWith("Id.", StringComparison.Ordinal)
        || words.StartsWith("Source:", StringComparison.OrdinalIgnoreCase);

    // “… the end. — Jane Doe” inside the last paragraph, or without the dash.
    private (Attribution Said, int End)? SignatureInside(int start, int end)
    {
        var from = Math.Max(start, end - 140);
        var cut = _text.AsSpan(from, end - from).LastIndexOfAny("—–―") is >= 0 and var dash ? from + dash : -1;
        if (cut < 0 && _text[end - 1] is not ('.' or '!' or '?' or '”' or '"' or '…' or ']'))
            for (cut = end - 1; cut > from && !(char.IsWhiteSpace(_text[cut]) && _text[cut - 1] is '.' or '!' or '?' or '”' or '"' && Text.Sentences.EndsAt(_text, LastStop(cut), end)); cut--)
            {
            }
        if (cut <= from)
            return null;
        var before = cut;
        while (before > start && char.IsWhiteSpace(_text[before - 1]))
            before--;
        var name = cut + 1;
        while (name < end && char.IsWhiteSpace(_text[name]))
            name++;
        if (before - start < 20 || name >= end || !char.IsUpper(_text[name]) || _text[before - 1] is not ('.' or '!' or '?' or '”' or '"' or '…') || TitleWords.Count(_text.AsSpan(name, end - name)) > 12)
            return null;
        var phrase = _attributor.Around.PhraseAt(name, end);
        return phrase.Head == WordKind.Name || _text[cut] is '—' or '–' or '―' ? (new Attribution(phrase, Ground.Signed), before) : null;
    }

    private int LastStop(int at)
    {
        while (at > 0 && _text[at] is not ('.' or '!' or '?'))
            at--;
        return at;
    }

    // Nearly all its word sequences stand in the article's own paragraphs.
    private bool IsPullQuote(int b)
    {
        var block = _layout.Blocks[b];
        if (_body is null)
        {
            _body = [];
            for (var i = 0; i < _layout.Blocks.Count; i++)
                if (_layout.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem)
                    foreach (var shingle in Shingles(_layout.Blocks[i]))
                        _body.Add(shingle);
        }
        int all = 0, known = 0;
        foreach (var shingle in Shingles(block))
        {
            all++;
            known += _body.Contains(shingle) ? 1 : 0;
        }
        return all > 0 && known * 5 >= all * 3;
    }

    private IEnumerable<int> Shingles(TextBlock block)
    {
        var window = new int[Shingle];
        var count = 0;
        var start = -1;
        for (var i = block.Start; i <= block.End; i++)
        {
            if (i < block.End && char.IsLetterOrDigit(_text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start < 0)
                continue;
            window[count++ % Shingle] = string.GetHashCode(_text.AsSpan(start, i - start), StringComparison.OrdinalIgnoreCase);
            start = -1;
            if (count < Shingle)
                continue;
            var hash = 17;
            for (var k = 0; k < Shingle; k++)
                hash = unchecked(hash * 31 + window[(count + k) % Shingle]);
            yield return hash;
        }
    }

    private bool EndsInOmission(int b)
    {
        var words = _text.AsSpan(_layout.Blocks[b].Start, _layout.Blocks[b].Length).TrimEnd();
        return words.EndsWith("[…]", StringComparison.Ordinal) || words.EndsWith("[...]", StringComparison.Ordinal) || words.EndsWith("…", StringComparison.Ordinal) || words.EndsWith("...", StringComparison.Ordinal);
    }

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        foreach (var omission in new[] { "[…]", "[...]" })
            if (_text.AsSpan(start, end - start).EndsWith(omission, StringComparison.Ordinal))
                end = start + _text.AsSpan(start, end - start - omission.Length).TrimEnd().Length;
        // “… always wins.7”: the number of a note.
        var note = end;
        while (note > start && end - note < 3 && char.IsAsciiDigit(_text[note - 1]))
            note--;
        if (note < end && note > start && _text[note - 1] is '.' or '!' or '?' or '”' or '"')
            end = note;
        return (start, end);
    }
}
