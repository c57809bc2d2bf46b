namespace Search.Core.Postings;

/// <summary>The parts of a block of lists or of a bitmap, where they stand in the file (<see cref="SidecarFormat"/>).</summary>
internal readonly struct DenseBlock
{
    /// <param name="layout">At the block's classes; afterwards at its frequencies.</param>
    public DenseBlock(ref BlockReader layout, BlockForm form, int classes, int df, int maxDoc)
    {
        var isBitmap = form == BlockForm.Bitmap;
        ClassFrequencies = layout.Take<ushort>(classes);
        ClassNorms = layout.Take<byte>(classes);
        if (!isBitmap)
            (First, Second) = (layout.Take<byte>(1)[0], layout.Take<byte>(1)[0]);
        layout.Align(4);
        var ranges = SidecarFormat.Ranges(maxDoc);
        Bases = layout.Take<uint>(SidecarFormat.Chunks(maxDoc) + 1);
        Starts = layout.Take<ushort>(ranges + 1);
        Levels = isBitmap ? default : layout.Take<ushort>(ranges);
        Highest = layout.Take<byte>(ranges);
        Groups = isBitmap ? layout.Take<byte>(ranges * SidecarFormat.GroupsInRange) : default;
        layout.Align(8);
        Bits = isBitmap ? layout.Take<ulong>(ranges * (SidecarFormat.RangeDocs / 64)) : default;
        Low = isBitmap ? default : layout.Take<byte>(df);
    }

    /// <summary>By class, from 1: the frequency that none of it exceeds.</summary>
    public Slice<ushort> ClassFrequencies { get; }

    /// <summary>By class, from 1: the norm that none of it exceeds.</summary>
    public Slice<byte> ClassNorms { get; }

    /// <summary>Highest class of level 1; of lists.</summary>
    public byte First { get; }

    /// <summary>Highest class of level 2; of lists.</summary>
    public byte Second { get; }

    /// <inheritdoc cref="SidecarFormat" path="/remarks"/>
    public Slice<uint> Bases { get; }

    public Slice<ushort> Starts { get; }

    public Slice<ushort> Levels { get; }

    public Slice<byte> Highest { get; }

    public Slice<byte> Groups { get; }

    public Slice<ulong> Bits { get; }

    public Slice<byte> Low { get; }
}
