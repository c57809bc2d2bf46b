using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// One post while its quotations are read: its blocks, the stretches between marks in each, and who says each stretch. Attribution goes from the
/// quotation's own sentence outwards: its paragraph, the paragraph that introduces it, the paragraph before.
/// </summary>
internal sealed class PostReading
{
    private const int LeadBlocks = 4;

    // How many quotations away in its paragraph another one's speaker still counts; it keeps a paragraph of nothing but marks linear.
    private const int Near = 12;

    private readonly string _text;
    private readonly TextBlock[] _blocks;
    private readonly List<MarkedSpan> _spans = [];
    private readonly int[] _firstSpan;
    private readonly bool[] _leavesOpen;
    private readonly TokenReader _tokenReader = new();
    private readonly CueReader _cues = new();
    private readonly TokenReader _asideReader = new();
    private readonly CueReader _asideCues = new();
    private readonly PersonMentions _people;
    private readonly Antecedents _antecedents;
    private Attribution?[] _said = [];

    public PostReading(Post post, PersonMentions people)
    {
        (_text, _people) = (post.Text, people);
        _blocks = BlocksOf(post);
        _firstSpan = new int[_blocks.Length + 1];
        _leavesOpen = new bool[_blocks.Length];
        var marks = new QuotationMarks();
        var goesOn = false;
        for (var b = 0; b < _blocks.Length; b++)
        {
            _firstSpan[b] = _spans.Count;
            goesOn = _leavesOpen[b] = marks.Read(_text, _blocks[b].Start, _blocks[b].End, goesOn, _spans);
        }
        _firstSpan[^1] = _spans.Count;
        LabelTranscript();
        _antecedents = new Antecedents(_text, people, _spans);
    }

    public IReadOnlyList<TextBlock> Blocks => _blocks;

    public IReadOnlyList<MarkedSpan> Spans => _spans;

    /// <summary>Labels of transcript lines by block; null in blocks without one.</summary>
    public Transcript.Label?[] Labels { get; private set; } = [];

    private int LeadEnd => _blocks[Math.Min(LeadBlocks, _blocks.Length) - 1].End;

    public int FirstSpan(int block) => _firstSpan[block];

    public Attribution? SaidBy(int span) => _said[span];

    /// <summary>Finds the speaker of every stretch.</summary>
    public void Attribute()
    {
        _said = new Attribution?[_spans.Count];
        for (var b = 0; b < _blocks.Length; b++)
            if (_firstSpan[b + 1] > _firstSpan[b])
                AttributeBlock(b);
    }

    private void AttributeBlock(int b)
    {
        var (first, last) = (_firstSpan[b], _firstSpan[b + 1]);
        if (Labels[b] is { } label)
        {
            var speaker = SpeakerOf(label);
            for (var s = first; s < last; s++)
                _said[s] = speaker;
            return;
        }
        var tokens = _tokenReader.Read(_text, _blocks[b].Start, _blocks[b].End, _spans, first, _people);
        _cues.Begin(_text, tokens, _spans);
        var quoteTokens = new int[last - first];
        Array.Fill(quoteTokens, -1);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind == WordKind.Quote && tokens[i].Index < last)
                quoteTokens[tokens[i].Index - first] = i;
        for (var s = first; s < last; s++)
            if (quoteTokens[s - first] is >= 0 and var q)
                _said[s] = _cues.Of(q);
        for (var s = first; s < last; s++)
            if (quoteTokens[s - first] is >= 0 and var q && _said[s] is not { Ground: not (Ground.Mind or Ground.Tail) })
                _said[s] = FromParagraph(s, q, first, last, quoteTokens, tokens) ?? _said[s];
        if (_said[first] is null && IsAtStart(b, _spans[first].Open))
            Carry(b, first, last);
    }

    // The speaker by the other quotations and sentences of the paragraph.
    private Attribution? FromParagraph(int s, int q, int first, int last, int[] quoteTokens, List<Token> tokens)
    {
        var alone = StandsAlone(q, tokens);
        for (var earlier = s - 1; earlier >= Math.Max(first, s - Near); earlier--)
        {
            if (_said[earlier] is not { } said)
                continue;
            if (alone || quoteTokens[earlier - first] is >= 0 and var e && _cues.SentenceOf(e) == _cues.SentenceOf(q))
                return said with { Ground = Ground.Continued };
            break;
        }
        if (_said[s] is not null)
            return null;
        if (!alone)
            return _cues.SubjectOfSentence(q) is { Head: not WordKind.Plain } subject ? new Attribution(subject, Ground.Subject) : null;
        for (var later = s + 1; later < Math.Min(last, s + Near); later++)
            if (quoteTokens[later - first] is >= 0 and var l && _said[later] is { Ground: Ground.After } said && _cues.SentenceOf(l) - _cues.SentenceOf(q) <= later - s)
                return said with { Ground = Ground.Continued };
        return q > 0 ? _cues.Introduction(q) : null;
    }

    private bool StandsAlone(int q, List<Token> tokens)
    {
        for (var i = q - 1; i >= Math.Max(0, q - 4 * Near) && _cues.SentenceOf(i) == _cues.SentenceOf(q); i--)
            if (tokens[i].Kind is not (WordKind.Comma or WordKind.Dash))
                return false;
        for (var i = q + 1; i < Math.Min(tokens.Count, q + 4 * Near) && _cues.SentenceOf(i) == _cues.SentenceOf(q); i++)
            if (tokens[i].Kind is not (WordKind.Comma or WordKind.Dash or WordKind.Stop or WordKind.Semicolon or WordKind.Quote))
                return false;
        return true;
    }

    // A paragraph that opens with a quotation: who its introduction, or the paragraph before, says.
    private void Carry(int b, int first, int last)
    {
        Attribution? carried = null;
        if (b > 0 && _leavesOpen[b - 1] && _firstSpan[b] > _firstSpan[b - 1])
            carried = _said[_firstSpan[b] - 1] is { } open ? open with { Ground = Ground.Continued } : null;
        carried ??= IntroducedBy(b);
        if (carried is null && b > 0 && _blocks[b - 1].Kind != BlockKind.Heading && _firstSpan[b] > _firstSpan[b - 1] && _said[_firstSpan[b] - 1] is { } before
            && IsAtStart(b - 1, _spans[_firstSpan[b - 1]].Open))
            carried = before with { Ground = before.Ground == Ground.Introduced ? Ground.Introduced : Ground.Paragraph };
        carried ??= SignedBelow(b) ?? ToldAbove(b, last);
        if (carried is not { } found)
            return;
        for (var s = first; s < last && _said[s] is null; s++)
            _said[s] = found;
    }

    /// <summary>Who the paragraph before a block introduces it as the words of: <c>X said:</c>; null where none does.</summary>
    public Attribution? IntroducedBy(int b)
    {
        var p = b - 1;
        // Items of a list share the introduction above it; a nested item's is its parent.
        while (p >= 0 && _blocks[b].Kind == BlockKind.ListItem && _blocks[p].Kind == BlockKind.ListItem && _blocks[p].Depth >= _blocks[b].Depth)
            p--;
        if (p < 0 || _blocks[p].Kind == BlockKind.Heading)
            return null;
        var end = _blocks[p].End;
        while (end > _blocks[p].Start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        var isParent = _blocks[p].Kind == BlockKind.ListItem && _blocks[p].Depth < _blocks[b].Depth;
        if (end == _blocks[p].Start || _text[end - 1] is not (':' or ',') && !isParent)
            return null;
        var start = Math.Max(_blocks[p].Start, end - 800);
        var span = _firstSpan[p];
        while (span < _firstSpan[p + 1] && _spans[span].Close <= start)
            span++;
        var (tokens, cues) = Aside(start, end, span);
        if (isParent && _text[end - 1] != ':')
            return SourceOf(tokens);
        if (cues.Introduction(tokens.Count) is { } found)
            return found with { Ground = Ground.Introduced };
        return (cues.LastCue(tokens.Count) ?? LastSaid(p)) is { } nearest ? nearest with { Ground = Ground.Paragraph } : null;
    }

    /// <summary>Who the paragraph above a block quotation says that reported, without a colon: “As the paper reported, it went badly.”</summary>
    public Attribution? ReportedAbove(int b)
    {
        if (b == 0 || _blocks[b - 1].Kind != BlockKind.Paragraph)
            return null;
        var above = _blocks[b - 1];
        var start = Math.Max(above.Start, above.End - 500);
        var span = _firstSpan[b - 1];
        while (span < _firstSpan[b] && _spans[span].Close <= start)
            span++;
        var (tokens, cues) = Aside(start, above.End, span);
        return cues.LastCue(tokens.Count) is { Speaker.Head: not WordKind.Pronoun } cue && char.IsUpper(_text[cue.Speaker.Start]) ? cue with { Ground = Ground.Subject } : null;
    }

    // Another paragraph, read while one is being attributed.
    private (List<Token> Tokens, CueReader Cues) Aside(int start, int end, int span)
    {
        var tokens = _asideReader.Read(_text, start, end, _spans, span, _people);
        _asideCues.Begin(_text, tokens, _spans);
        return (tokens, _asideCues);
    }

    // The speaker of the last quotation of a block, or of the one before it.
    private Attribution? LastSaid(int b)
    {
        for (var p = b; p >= 0 && p >= b - 1; p--)
            if (_firstSpan[p + 1] > _firstSpan[p] && _said[_firstSpan[p + 1] - 1] is { } said)
                return said;
        return null;
    }

    // “…” ¶ – Jane Doe, under one or more paragraphs of quotation.
    private Attribution? SignedBelow(int b)
    {
        for (var below = b + 1; below < _blocks.Length && below - b < 12; below++)
        {
            if (SignatureOf(below) is { } signature)
                return signature;
            if (_firstSpan[below + 1] == _firstSpan[below] || !IsAtStart(below, _spans[_firstSpan[below]].Open))
                return null;
        }
        return null;
    }

    /// <summary>A block that is a dash and a name: the speaker of the blocks above it.</summary>
    public Attribution? SignatureOf(int b)
    {
        var block = _blocks[b];
        if (_text[block.Start] is not ('—' or '–' or '―' or '-') || block.Length > 200 || block.Kind is BlockKind.Heading or BlockKind.TableRow)
            return null;
        var start = block.Start;
        while (start < block.End && (_text[start] is '—' or '–' or '―' or '-' || char.IsWhiteSpace(_text[start])))
            start++;
        return start < block.End && char.IsUpper(_text[start]) ? new Attribution(PhraseAt(start, block.End), Ground.Signed) : null;
    }

    // A paragraph that is all quotation, without a word on who speaks, goes on from the person that the paragraph above tells of.
    private Attribution? ToldAbove(int b, int last)
    {
        if (b == 0 || _blocks[b].Kind != BlockKind.Paragraph || _blocks[b - 1].Kind != BlockKind.Paragraph || Labels[b - 1] is not null || _text[_blocks[b - 1].Start] == '@'
            || last - _firstSpan[b] != 1 || _blocks[b].End - _spans[last - 1].Close > 2)
            return null;
        if (LastSaid(b - 1) is { } said && _firstSpan[b] > _firstSpan[b - 1])
            return said with { Ground = Ground.Subject };
        var above = _blocks[b - 1];
        var start = Math.Max(above.Start, above.End - 800);
        var (tokens, cues) = Aside(start, above.End, _firstSpan[b - 1]);
        return cues.Introduction(tokens.Count) is { Speaker.Head: WordKind.Name or WordKind.Pronoun } told ? told with { Ground = Ground.Subject } : null;
    }

    // “Title – Outlet” above a nested item.
    private static Attribution? SourceOf(List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
            if (tokens[i].Kind == WordKind.Dash)
                return new Attribution(new SpeakerPhrase(tokens[i + 1].Start, tokens[^1].End, tokens[i + 1].Kind == WordKind.Name ? WordKind.Name : WordKind.Plain, tokens[i + 1].Index), Ground.Introduced);
        return null;
    }

    /// <summary>The speaker of a transcript's line.</summary>
    public Attribution SpeakerOf(Transcript.Label label) =>
        new(PhraseAt(label.Start, label.End) with { Start = label.Start, End = label.End }, Ground.Signed);

    /// <summary>A label or signature in <c>text[start..end]</c> as a speaker: the name in it, or all its words.</summary>
    public SpeakerPhrase PhraseAt(int start, int end)
    {
        var tokens = new TokenReader().Read(_text, start, end, [], 0, _people);
        var subjects = new SubjectReader();
        subjects.Begin(_text, tokens);
        return subjects.Phrase(0, tokens.Count) is { } phrase ? phrase : new SpeakerPhrase(start, end, WordKind.Plain);
    }

    // A label is a person's name, or stands in capitals at the head of a paragraph.
    private void LabelTranscript()
    {
        Labels = new Transcript.Label?[_blocks.Length];
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = 0;
        for (var b = 0; b < _blocks.Length; b++)
        {
            if (_blocks[b].Kind is BlockKind.Heading or BlockKind.TableRow || Transcript.Read(_text, _blocks[b].Start, _blocks[b].End) is not { } label)
                continue;
            var m = _people.FirstFrom(label.Start);
            var isPerson = m < _people.Count && _people[m].Start < label.End && _people[m].End >= label.End - 1;
            if (!isPerson && (!label.Shouted || _blocks[b].Kind == BlockKind.ListItem || !Transcript.CanBeName(_text.AsSpan(label.Start, label.End - label.Start))))
                continue;
            Labels[b] = label;
            var name = _text[label.Start..label.End];
            labels[name] = labels.GetValueOrDefault(name) + (isPerson && label.Shouted ? 2 : 1);
            lines++;
        }
        // In a transcript somebody speaks twice, or two persons do.
        var isTranscript = lines >= 2 && labels.Values.Any(n => n >= 2);
        for (var b = 0; b < _blocks.Length; b++)
            if (Labels[b] is not null && !isTranscript)
                Labels[b] = null;
    }

    private bool IsAtStart(int b, int offset) => _text.AsSpan(_blocks[b].Start, offset - _blocks[b].Start).IsWhiteSpace();

    /// <summary>The person that a speaker's phrase means; -1 where it is none or not known which.</summary>
    public int PersonOf(in SpeakerPhrase phrase)
    {
        var words = _text.AsSpan(phrase.Start, phrase.End - phrase.Start);
        switch (phrase.Head)
        {
            case WordKind.Name:
                return _people[phrase.Mention].Person;
            case WordKind.Pronoun:
                return GenderOf(words) is { } gender ? _antecedents.OfPronoun(phrase.Start, gender) : -1;
            default:
                if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
                    return _antecedents.OfOffice(words, phrase.Start);
                // In the lead, an article says “a judge” and names the judge below.
                return phrase.Start < LeadEnd && words.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? _antecedents.OfOfficeAhead(words, phrase.Start) : -1;
        }
    }

    /// <summary>True where the phrase is the writer's “I”.</summary>
    public bool IsWriter(in SpeakerPhrase phrase) => phrase.Head == WordKind.Pronoun && _text.AsSpan(phrase.Start, phrase.End - phrase.Start) is "I" or "I’" or "I'";

    private static PersonGender? GenderOf(ReadOnlySpan<char> pronoun)
    {
        if (pronoun.Equals("he", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("his", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("him", StringComparison.OrdinalIgnoreCase))
            return PersonGender.Male;
        if (pronoun.Equals("she", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("her", StringComparison.OrdinalIgnoreCase))
            return PersonGender.Female;
        return null;
    }

    private static TextBlock[] BlocksOf(Post post)
    {
        if (post.Blocks.Count > 0)
            return [.. post.Blocks];
        var blocks = new List<TextBlock>();
        var text = post.Text;
        for (var start = 0; start < text.Length;)
        {
            var stop = text.IndexOf('\n', start);
            if (stop < 0)
                stop = text.Length;
            if (!text.AsSpan(start, stop - start).IsWhiteSpace())
                blocks.Add(new TextBlock(BlockKind.Paragraph, start, stop - start, 0));
            start = stop + 1;
        }
        return [.. blocks];
    }
}
