namespace Search.Core.Quotes;

/// <summary>
/// Pairs the quotation marks of a paragraph: curly, straight, guillemets, low and corner marks, mixed, nested and unbalanced. A mark's shape
/// and the characters beside it say whether it opens or closes; of what nests, only the outermost pairs are given. One pass, linear.
/// </summary>
internal sealed class QuotationMarks
{
    private enum Family : byte { Curly, Straight, Guillemet, Corner }

    private readonly List<(int Open, Family Family)> _open = [];
    private readonly List<(int Open, int Close, Family Family)> _pairs = [];
    private readonly int[] _depth = new int[4];

    /// <summary>
    /// Adds the outermost marked stretches of <c>text[start..end]</c> to <paramref name="spans"/>, in order.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Start of the paragraph.</param>
    /// <param name="end">End of the paragraph.</param>
    /// <param name="goesOn">True where the paragraph before it left a quotation open.</param>
    /// <param name="spans">Receives the stretches.</param>
    /// <returns>True where this paragraph leaves a quotation open at its end.</returns>
    public bool Read(string text, int start, int end, bool goesOn, List<MarkedSpan> spans)
    {
        var first = spans.Count;
        var orphan = Pair(text, start, end);
        if (goesOn && orphan >= 0)
            MarkedSpan.AddTo(spans, text, start, start, orphan, orphan + 1); // “A. ¶ B.” opened above, closed here
        var unclosed = Unclosed(text, start, end);
        _pairs.Sort(static (a, b) => a.Open.CompareTo(b.Open));
        var from = spans.Count > first ? spans[^1].Close : start;
        foreach (var (open, close, _) in _pairs)
        {
            if (open < from)
                continue;
            if (unclosed.Open >= 0 && unclosed.Open < open)
            {
                MarkedSpan.AddTo(spans, text, unclosed.Open, unclosed.Open + 1, unclosed.End, unclosed.End);
                from = unclosed.End;
                unclosed = (-1, 0);
                if (open < from)
                    continue;
            }
            MarkedSpan.AddTo(spans, text, open, open + 1, close, close + 1);
            from = close + 1;
        }
        var leavesOpen = unclosed.Open >= from && unclosed.End >= end;
        if (unclosed.Open >= from)
            MarkedSpan.AddTo(spans, text, unclosed.Open, unclosed.Open + 1, unclosed.End, unclosed.End);
        else if (spans.Count > first && !spans[^1].IsClosed && spans[^1].End >= end - 1)
            leavesOpen = true;
        SingleMarks.Read(text, start, end, spans, first);
        return leavesOpen;
    }

    // Fills _pairs and _open; gives the offset of a closing mark that stands before any opening one, or -1.
    private int Pair(string text, int start, int end)
    {
        _open.Clear();
        _pairs.Clear();
        Array.Clear(_depth);
        var orphan = -1;
        var span = text.AsSpan(0, end);
        for (var i = start; i < end; i++)
        {
            var next = span[i..].IndexOfAny(Marks);
            if (next < 0)
                break;
            i += next;
            var family = FamilyOf(text[i]);
            switch (Direction(text, i, start, end, family))
            {
                case > 0:
                    _open.Add((i, family));
                    _depth[(int)family]++;
                    break;
                case < 0:
                    if (!Close(i, family) && orphan < 0 && _pairs.Count == 0 && _open.Count == 0)
                        orphan = i;
                    break;
            }
        }
        return orphan;
    }

    private bool Close(int at, Family family)
    {
        if (_open.Count == 0)
            return false;
        if (_depth[(int)family] == 0)
        {
            // “Biden," – a pair of two kinds; guillemets and corners are never typed by mistake for the others.
            family = _open[^1].Family;
            if (family is Family.Guillemet or Family.Corner)
                return false;
        }
        while (_open[^1].Family != family)
            Pop();
        _pairs.Add((Pop(), at, family));
        return true;
    }

    private int Pop()
    {
        var (open, family) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _depth[(int)family]--;
        return open;
    }

    // The outermost mark that nothing closes, and where its words end; (-1, 0) where the marks balance or the mark is a slip.
    private (int Open, int End) Unclosed(string text, int start, int end)
    {
        if (_open.Count == 0)
            return (-1, 0);
        var (open, family) = _open[0];
        var nested = -1;
        foreach (var pair in _pairs)
            if (pair.Open > open && pair.Family == family && (nested < 0 || pair.Open < nested))
                nested = pair.Open;
        if (_open.Count > 1 && _open[1].Family == family && (nested < 0 || _open[1].Open < nested))
            nested = _open[1].Open;
        if (nested < 0)
            return (open, end);
        // “A, she said. “B.”: the close was forgotten before the remark that parts them.
        var remark = RemarkBefore(text, open, nested);
        if (remark > 0)
            return (open, remark);
        return IsBlank(text, start, open) && _open.Count == 1 ? (open, end) : (-1, 0);
    }

    // The end of the words in `“A, she said. ` before a second opening mark: the last comma, question or full stop that a short remark with a verb of saying follows.
    private static int RemarkBefore(string text, int open, int nested)
    {
        var stop = nested;
        while (stop > open && (char.IsWhiteSpace(text[stop - 1]) || text[stop - 1] is '.' or ',' or ':'))
            stop--;
        var floor = Math.Max(open, stop - 80);
        for (var i = stop - 1; i > floor; i--)
        {
            if (text[i] is ',' or '?' or '!' or '—')
                return SpeechVerbs.AnyIn(text.AsSpan(i + 1, stop - i - 1)) ? i + 1 : -1;
        }
        return -1;
    }

    private int Direction(string text, int i, int start, int end, Family family)
    {
        var c = text[i];
        var before = i > start ? text[i - 1] : ' ';
        var after = i + 1 < end ? text[i + 1] : ' ';
        var opensHere = !char.IsWhiteSpace(after) && (char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '―' or '/' or '>' or '‘' or '\'' || IsOpening(before));
        var closesHere = !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '—' or '–' or '-' or '―' or '/' or '’' or '\'' or '…' or '<' || IsClosing(after));
        var isOpen = _depth[(int)family] > 0;
        switch (c)
        {
            case '“' or '‟' or '„' or '«' or '‹':
                if (c == '“' && _open.Count > 0 && text[_open[^1].Open] == '„')
                    return -1; // German „…“
                return closesHere && !opensHere && isOpen ? -1 : 1;
            case '”' or '»' or '›':
                return opensHere && !closesHere && !isOpen && (c != '”' || _depth[(int)Family.Straight] == 0) ? 1 : -1;
            case '「' or '『':
                return 1;
            case '」' or '』':
                return -1;
            default:
                if (before == '=' || char.IsAsciiDigit(before) && _depth[(int)Family.Straight] == 0 && _depth[(int)Family.Curly] == 0)
                    return 0; // an attribute; inches
                if (opensHere != closesHere)
                    return opensHere ? 1 : -1;
                if (isOpen)
                    return -1;
                return char.IsWhiteSpace(before) || char.IsWhiteSpace(after) || char.IsLetterOrDigit(before) ? 0 : 1;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"“”„‟«»‹›「」『』″＂");

    private static bool IsOpening(char c) => c is '“' or '„' or '«' or '‹' or '「' or '『';

    private static bool IsClosing(char c) => c is '”' or '»' or '›' or '」' or '』' or '"';

    private static Family FamilyOf(char c) => c switch
    {
        '"' or '″' or '＂' => Family.Straight,
        '«' or '»' or '‹' or '›' => Family.Guillemet,
        '「' or '」' or '『' or '』' => Family.Corner,
        _ => Family.Curly,
    };

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();
}
