using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>A post's text by its blocks, with the stretches between quotation marks and the transcript labels of each block.</summary>
internal sealed class Layout
{
    private readonly TextBlock[] _blocks;
    private readonly List<MarkedSpan> _spans = [];
    private readonly int[] _firstSpan;
    private readonly bool[] _leavesOpen;
    private readonly Transcript.Label?[] _labels;

    public Layout(Post post, PersonMentions people)
    {
        (Text, People, Tongue) = (post.Text, people, Tongue.Of(post.Text));
        _blocks = BlocksOf(post);
        _firstSpan = new int[_blocks.Length + 1];
        _leavesOpen = new bool[_blocks.Length];
        var marks = new QuotationMarks();
        var goesOn = false;
        for (var b = 0; b < _blocks.Length; b++)
        {
            _firstSpan[b] = _spans.Count;
            goesOn = _leavesOpen[b] = marks.Read(Text, _blocks[b].Start, _blocks[b].End, goesOn, _spans);
            if (Tongue is not null)
                ReadDashes(b);
        }
        _firstSpan[^1] = _spans.Count;
        _labels = Transcript.Labels(Text, _blocks, people);
    }

    // What a dash opens ends before the first quotation mark of the paragraph.
    private void ReadDashes(int block)
    {
        var spoken = new List<MarkedSpan>();
        DialogueDashes.Read(Text, _blocks[block].Start, _spans.Count > _firstSpan[block] ? _spans[_firstSpan[block]].Open : _blocks[block].End, Tongue!, spoken);
        _spans.InsertRange(_firstSpan[block], spoken);
    }

    public string Text { get; }

    public PersonMentions People { get; }

    /// <summary>The text's language; null for English.</summary>
    public Tongue? Tongue { get; }

    public IReadOnlyList<TextBlock> Blocks => _blocks;

    /// <summary>The stretches of the whole text, in order.</summary>
    public List<MarkedSpan> Spans => _spans;

    /// <summary>Index of a block's first stretch; for the number of blocks, the number of stretches.</summary>
    public int FirstSpan(int block) => _firstSpan[block];

    public bool HasSpans(int block) => _firstSpan[block + 1] > _firstSpan[block];

    /// <summary>True where a block leaves a quotation open at its end.</summary>
    public bool LeavesOpen(int block) => _leavesOpen[block];

    /// <summary>The label of a transcript's line; null in other blocks.</summary>
    public Transcript.Label? LabelOf(int block) => _labels[block];

    public BlockKind KindOf(int block) => _blocks[block].Kind;

    public ReadOnlySpan<char> WordsOf(int block) => Text.AsSpan(_blocks[block].Start, _blocks[block].Length);

    /// <summary>True where only blanks stand before an offset in its block.</summary>
    public bool IsAtStart(int block, int offset) => Text.AsSpan(_blocks[block].Start, offset - _blocks[block].Start).IsWhiteSpace();

    /// <summary>True where a block opens with a quotation mark.</summary>
    public bool OpensWithSpan(int block) => HasSpans(block) && IsAtStart(block, _spans[_firstSpan[block]].Open);

    // A text without blocks is read by its lines.
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
