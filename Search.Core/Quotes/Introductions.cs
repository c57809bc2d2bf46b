using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// Who the blocks around a quotation say that speaks: the paragraph that introduces it with a colon, the one that reports it, the signature below it.
/// </summary>
internal sealed class Introductions
{
    private const int MaxTail = 800;
    private const int MaxItems = 200;
    private const int MaxSigned = 12;

    private readonly Layout _layout;
    private readonly Attribution?[] _said;
    private readonly TokenReader _reader;
    private readonly CueReader _cues;
    private (int Block, bool IsParent, Attribution? Said) _last = (-1, false, null);

    /// <param name="layout">The post.</param>
    /// <param name="said">The speakers found so far, by stretch; read, not written.</param>
    public Introductions(Layout layout, Attribution?[] said) => (_layout, _said, _reader, _cues) = (layout, said, new TokenReader(layout.Tongue), new CueReader(layout.Tongue));

    /// <summary>Who the block above introduces a block as the words of: <c>X said:</c>; null where none does.</summary>
    public Attribution? Of(int b)
    {
        var p = b - 1;
        // Items of a list share the introduction above it; a nested item's is its parent.
        while (p >= 0 && b - p < MaxItems && _layout.KindOf(b) == BlockKind.ListItem && _layout.KindOf(p) == BlockKind.ListItem && _layout.Blocks[p].Depth >= _layout.Blocks[b].Depth)
            p--;
        if (p < 0 || _layout.KindOf(p) == BlockKind.Heading)
            return null;
        var isParent = _layout.KindOf(p) == BlockKind.ListItem && _layout.Blocks[p].Depth < _layout.Blocks[b].Depth;
        if (_last.Block != p || _last.IsParent != isParent)
            _last = (p, isParent, Read(p, isParent));
        return _last.Said;
    }

    private Attribution? Read(int p, bool isParent)
    {
        var words = _layout.WordsOf(p).TrimEnd();
        if (words.IsEmpty || words[^1] is not (':' or ',') && !isParent)
            return null;
        var tokens = Tail(p, _layout.Blocks[p].Start + words.Length);
        if (isParent && words[^1] != ':')
            return SourceOf(tokens);
        if (_cues.Introduction(tokens.Count) is { } found)
            return found with { Ground = Ground.Introduced };
        return (_cues.LastCue(tokens.Count) ?? LastSaid(p)) is { } nearest ? nearest with { Ground = Ground.Paragraph } : null;
    }

    /// <summary>Who the paragraph above a block says that reported, without a colon: “As the paper reported, it went badly.”</summary>
    public Attribution? ReportedAbove(int b)
    {
        if (b == 0 || _layout.KindOf(b - 1) != BlockKind.Paragraph)
            return null;
        var tokens = Tail(b - 1, _layout.Blocks[b - 1].End);
        return _cues.LastCue(tokens.Count) is { Speaker.Head: WordKind.Plain } cue && char.IsUpper(_layout.Text[cue.Speaker.Start]) ? cue with { Ground = Ground.Subject } : null;
    }

    /// <summary>The person whom the paragraph above a paragraph that is one quotation tells of: it goes on from there.</summary>
    public Attribution? ToldAbove(int b)
    {
        if (b == 0 || _layout.KindOf(b) != BlockKind.Paragraph || _layout.KindOf(b - 1) != BlockKind.Paragraph || _layout.LabelOf(b - 1) is not null || _layout.WordsOf(b - 1).StartsWith('@')
            || _layout.FirstSpan(b + 1) - _layout.FirstSpan(b) != 1 || _layout.Blocks[b].End - _layout.Spans[_layout.FirstSpan(b)].Close > 2)
            return null;
        if (_layout.HasSpans(b - 1) && LastSaid(b - 1) is { } said)
            return said with { Ground = Ground.Subject };
        var tokens = Tail(b - 1, _layout.Blocks[b - 1].End);
        return _cues.Introduction(tokens.Count) is { Speaker.Head: WordKind.Name or WordKind.Pronoun } told ? told with { Ground = Ground.Subject } : null;
    }

    /// <summary>The signature under one or more blocks that open with marks.</summary>
    public Attribution? SignedBelow(int b)
    {
        for (var below = b + 1; below < _layout.Blocks.Count && below - b < MaxSigned; below++)
        {
            if (SignatureOf(below) is { } signature)
                return signature;
            if (!_layout.OpensWithSpan(below))
                return null;
        }
        return null;
    }

    /// <summary>A block that is a dash and a name: the speaker of the blocks above it.</summary>
    public Attribution? SignatureOf(int b)
    {
        var words = _layout.WordsOf(b);
        if (words.Length is 0 or > 200 || words[0] is not ('—' or '–' or '―' or '-') || _layout.KindOf(b) is BlockKind.Heading or BlockKind.TableRow)
            return null;
        var name = words.TrimStart("—–―- \u00A0\t");
        return !name.IsEmpty && char.IsUpper(name[0]) ? new Attribution(PhraseAt(_layout.Blocks[b].End - name.Length, _layout.Blocks[b].End), Ground.Signed) : null;
    }

    /// <summary>The speaker of a transcript's line.</summary>
    public Attribution SpeakerOf(Transcript.Label label)
    {
        var m = _layout.People.FirstFrom(label.Start);
        var named = m < _layout.People.Count && _layout.People[m].End <= label.End;
        return new Attribution(new SpeakerPhrase(label.Start, label.End, named ? WordKind.Name : WordKind.Plain, named ? m : -1), Ground.Signed);
    }

    /// <summary>A label or signature in <c>text[start..end]</c> as a speaker: the name in it, or all its words.</summary>
    public SpeakerPhrase PhraseAt(int start, int end)
    {
        var tokens = _reader.Read(_layout.Text, start, end, [], 0, _layout.People);
        var subjects = new SubjectReader();
        subjects.Begin(_layout.Text, tokens);
        return subjects.Phrase(0, tokens.Count) ?? new SpeakerPhrase(start, end, WordKind.Plain);
    }

    // The speaker of the last quotation of a block, or of the one before it.
    private Attribution? LastSaid(int b)
    {
        for (var p = b; p >= 0 && p >= b - 1; p--)
            if (_layout.HasSpans(p) && _said[_layout.FirstSpan(p + 1) - 1] is { } said)
                return said;
        return null;
    }

    // The last sentences of another block than the one that is being attributed, as tokens.
    private List<Token> Tail(int b, int end)
    {
        var start = Math.Max(_layout.Blocks[b].Start, end - MaxTail);
        var span = _layout.FirstSpan(b);
        while (span < _layout.FirstSpan(b + 1) && _layout.Spans[span].Close <= start)
            span++;
        var tokens = _reader.Read(_layout.Text, start, end, _layout.Spans, span, _layout.People);
        _cues.Begin(_layout.Text, tokens, _layout.Spans);
        return tokens;
    }

    // “Title – Outlet” above a nested item.
    private static Attribution? SourceOf(List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
            if (tokens[i].Kind == WordKind.Dash)
            {
                var first = tokens[i + 1];
                return new Attribution(new SpeakerPhrase(first.Start, tokens[^1].End, first.Kind == WordKind.Name ? WordKind.Name : WordKind.Plain, first.Index), Ground.Introduced);
            }
        return null;
    }
}
