using System.Buffers.Binary;

namespace Search.Core.Postings;

/// <summary>A field in the directory of a sidecar: counts, and where its parts are.</summary>
internal sealed record FieldEntry(int Number, int MaxDoc, int Norms, int FrequentTerms, int RareTerms, int HashBits, (long At, long Length)[] Parts)
{
    public static FieldEntry Read(ReadOnlySpan<byte> entry)
    {
        var counts = new int[6];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = BinaryPrimitives.ReadInt32LittleEndian(entry[(i * sizeof(int))..]);
        entry = entry[(counts.Length * sizeof(int))..];
        var parts = new (long, long)[Enum.GetValues<FieldPart>().Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (BinaryPrimitives.ReadInt64LittleEndian(entry[(i * 16)..]), BinaryPrimitives.ReadInt64LittleEndian(entry[(i * 16 + 8)..]));
        return new(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], parts);
    }

    /// <summary>Whether all parts lie before a place in the file, and are as long as the counts say.</summary>
    public bool IsWithin(long end)
    {
        foreach (var (at, length) in Parts)
            if (at < 0 || length < 0 || at > end || length > end - at)
                return false;
        return MaxDoc >= 0 && Norms is >= 0 and <= 256 && HashBits is > 0 and <= 30
            && this[FieldPart.Norms].Length == SidecarFormat.Ranges(MaxDoc) * SidecarFormat.RangeDocs
            && this[FieldPart.Values].Length == Norms
            && this[FieldPart.Hash].Length == 4L << HashBits
            && this[FieldPart.Frequent].Length <= int.MaxValue && this[FieldPart.Rare].Length <= int.MaxValue
            && this[FieldPart.Sixteens].Length == 4L * ((RareTerms + SidecarFormat.Sixteen - 1) / SidecarFormat.Sixteen);
    }

    public (long At, long Length) this[FieldPart part] => Parts[(int)part];
}
