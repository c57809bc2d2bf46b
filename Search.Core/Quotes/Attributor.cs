using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// Finds who says each stretch between marks, from its own sentence outwards: its paragraph, the paragraph that introduces it, the paragraph before.
/// </summary>
internal sealed class Attributor
{
    // How many quotations away in its paragraph another one's speaker still counts; it keeps a paragraph of nothing but marks linear.
    private const int Near = 12;

    private readonly Layout _layout;
    private readonly Attribution?[] _said;
    private readonly TokenReader _reader;
    private readonly CueReader _cues;
    private readonly TokenReader _readerInside;
    private readonly CueReader _cuesInside;
    private List<Token> _tokens = [];
    private int[] _quoteTokens = [];

    public Attributor(Layout layout)
    {
        _layout = layout;
        (_reader, _cues) = (new TokenReader(layout.Tongue), new CueReader(layout.Tongue));
        (_readerInside, _cuesInside) = (new TokenReader(layout.Tongue), new CueReader(layout.Tongue));
        _said = new Attribution?[layout.Spans.Count];
        Around = new Introductions(layout, _said);
        for (var b = 0; b < layout.Blocks.Count; b++)
            if (layout.HasSpans(b))
                Attribute(b);
    }

    /// <summary>What other blocks say of a block.</summary>
    public Introductions Around { get; }

    /// <summary>Who says the stretch with that index; null where the text does not say.</summary>
    public Attribution? SaidBy(int span) => _said[span];

    private void Attribute(int b)
    {
        var (first, last) = (_layout.FirstSpan(b), _layout.FirstSpan(b + 1));
        if (_layout.LabelOf(b) is { } label)
        {
            Array.Fill(_said, Around.SpeakerOf(label), first, last - first);
            return;
        }
        var block = _layout.Blocks[b];
        _tokens = _reader.Read(_layout.Text, block.Start, block.End, _layout.Spans, first, _layout.People);
        _cues.Begin(_layout.Text, _tokens, _layout.Spans);
        if (_quoteTokens.Length < last - first)
            _quoteTokens = new int[Math.Max(last - first, 2 * _quoteTokens.Length)];
        Array.Fill(_quoteTokens, -1, 0, last - first);
        for (var i = 0; i < _tokens.Count; i++)
            if (_tokens[i].Kind == WordKind.Quote && _tokens[i].Index < last)
                _quoteTokens[_tokens[i].Index - first] = i;
        for (var s = first; s < last; s++)
            if (_quoteTokens[s - first] is >= 0 and var q)
                _said[s] = RemarkIn(s) ?? _cues.Of(q);
        for (var s = first; s < last; s++)
            if (_quoteTokens[s - first] is >= 0 and var q && _said[s] is not { Ground: not (Ground.Mind or Ground.Tail) })
                _said[s] = FromParagraph(s, q, first, last) ?? _said[s];
        if (_said[first] is null && _layout.OpensWithSpan(b))
            Carry(b, first, last);
    }

    // «No hay agua —dijo X— para todos»: the remark stands between the marks.
    private Attribution? RemarkIn(int s)
    {
        if (_layout.Tongue is null)
            return null;
        var span = _layout.Spans[s];
        _cuesInside.Begin(_layout.Text, _readerInside.Read(_layout.Text, span.Start, span.End, _layout.Spans, _layout.Spans.Count, _layout.People), _layout.Spans);
        return _cuesInside.Remark();
    }

    // The speaker by the other quotations and sentences of the paragraph.
    private Attribution? FromParagraph(int s, int q, int first, int last)
    {
        var alone = StandsAlone(q);
        for (var earlier = s - 1; earlier >= Math.Max(first, s - Near); earlier--)
        {
            if (_said[earlier] is not { } said)
                continue;
            if (alone || _quoteTokens[earlier - first] is >= 0 and var e && _cues.SentenceOf(e) == _cues.SentenceOf(q))
                return said with { Ground = Ground.Continued };
            break;
        }
        if (_said[s] is not null)
            return null;
        if (s > 0 && _cues.LeavesSubjectOut(q) && _said[s - 1] is { } same)
            return same with { Ground = Ground.Continued };
        if (!alone)
            return _cues.SubjectOfSentence(q) is { Head: not WordKind.Plain } subject ? new Attribution(subject, Ground.Subject) : null;
        for (var later = s + 1; later < Math.Min(last, s + Near); later++)
            if (_quoteTokens[later - first] is >= 0 and var l && _said[later] is { Ground: Ground.After } said && _cues.SentenceOf(l) - _cues.SentenceOf(q) <= later - s)
                return said with { Ground = Ground.Continued };
        return q > 0 ? _cues.Introduction(q) : null;
    }

    private bool StandsAlone(int q)
    {
        for (var i = q - 1; i >= Math.Max(0, q - 4 * Near) && _cues.SentenceOf(i) == _cues.SentenceOf(q); i--)
            if (_tokens[i].Kind is not (WordKind.Comma or WordKind.Dash))
                return false;
        for (var i = q + 1; i < Math.Min(_tokens.Count, q + 4 * Near) && _cues.SentenceOf(i) == _cues.SentenceOf(q); i++)
            if (_tokens[i].Kind is not (WordKind.Comma or WordKind.Dash or WordKind.Stop or WordKind.Semicolon or WordKind.Quote))
                return false;
        return true;
    }

    // A block that opens with a quotation: who its introduction, or the block before, says.
    private void Carry(int b, int first, int last)
    {
        var before = b > 0 && _layout.HasSpans(b - 1) ? _said[first - 1] : null;
        var carried = before is not null && _layout.LeavesOpen(b - 1) ? before.Value with { Ground = Ground.Continued } : Around.Of(b);
        if (carried is null && before is { } told && _layout.KindOf(b - 1) != BlockKind.Heading && _layout.OpensWithSpan(b - 1))
            carried = told with { Ground = told.Ground == Ground.Introduced ? Ground.Introduced : Ground.Paragraph };
        carried ??= Around.SignedBelow(b) ?? Around.ToldAbove(b);
        if (carried is null)
            return;
        for (var s = first; s < last && _said[s] is null; s++)
            _said[s] = carried;
    }
}
