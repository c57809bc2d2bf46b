using System.IO.Hashing;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// One field of a segment's sidecar: finds terms. Whoever reads must hold the memory (<see cref="Hold"/>, <see cref="Release"/>).
/// </summary>
internal sealed partial class FieldImpacts(SidecarMemory memory, FieldEntry entry)
{
    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int MaxDoc => entry.MaxDoc;

    /// <summary>Distinct terms.</summary>
    public int Terms => entry.FrequentTerms + entry.RareTerms;

    /// <summary>Whether the norms stand by falling length under these lengths too: else the bounds are none.</summary>
    public unsafe bool IsOrderedBy(ReadOnlySpan<float> lengths)
    {
        var values = Part<byte>(memory.Hold(), FieldPart.Values);
        try
        {
            for (var i = 1; i < values.Length; i++)
                if (lengths[values[i]] > lengths[values[i - 1]])
                    return false;
            return true;
        }
        finally
        {
            memory.Release();
        }
    }

    /// <inheritdoc cref="SidecarMemory.Hold"/>
    public unsafe void Hold() => memory.Hold();

    public void Release() => memory.Release();

    /// <summary>False where the segment has not the term. What it gives is valid while the memory is held.</summary>
    public unsafe bool TryFind(ReadOnlySpan<byte> term, out TermRecord record)
    {
        var start = memory.Hold();
        try
        {
            return TryFindFrequent(start, term, out record) || TryFindRare(start, term, out record);
        }
        finally
        {
            memory.Release();
        }
    }

    internal static uint VarInt(Slice<byte> bytes, ref int at)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80 || shift > 28)
                return value;
        }
    }

    private unsafe bool TryFindFrequent(byte* start, ReadOnlySpan<byte> term, out TermRecord record)
    {
        var slots = Part<uint>(start, FieldPart.Hash);
        var terms = Part<byte>(start, FieldPart.Frequent);
        for (var slot = (int)(XxHash3.HashToUInt64(term) >> (64 - entry.HashBits)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var at = (int)(slots[slot] - 1);
            var length = (int)VarInt(terms, ref at);
            if (length != term.Length || !terms.Span(at, length).SequenceEqual(term))
                continue;
            at += length;
            var df = (int)VarInt(terms, ref at);
            record = new(df, default, BlockAt(start, VarInt(terms, ref at) * 8L), Part<byte>(start, FieldPart.Norms), Part<byte>(start, FieldPart.Values));
            return true;
        }
        record = default;
        return false;
    }

    private unsafe Slice<byte> BlockAt(byte* start, long block)
    {
        var (blocks, length) = entry[FieldPart.Blocks];
        var size = block <= length - SidecarFormat.BlockHeaderBytes ? *(uint*)(start + blocks + block + 12) : uint.MaxValue;
        if (size > length - block || size > int.MaxValue)
            throw new CorruptIndexException($"A term's block at {block} of {length} bytes says it has {size}.");
        return new(start + blocks + block, (int)size);
    }

    // The last sixteen that does not begin after the term; -1 for none.
    private static int LastSixteen(Slice<uint> sixteens, Slice<byte> rare, ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, sixteens.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = (int)sixteens[middle] + 1;
            var length = (int)VarInt(rare, ref at);
            if (rare.Span(at, length).SequenceCompareTo(term) <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high;
    }

    private unsafe bool TryFindRare(byte* start, ReadOnlySpan<byte> term, out TermRecord record)
    {
        record = default;
        var sixteens = Part<uint>(start, FieldPart.Sixteens);
        var rare = Part<byte>(start, FieldPart.Rare);
        var high = LastSixteen(sixteens, rare, term);
        if (high < 0)
            return false;
        var end = high + 1 < sixteens.Length ? (int)sixteens[high + 1] : rare.Length;
        // How much of the term the last one had, byte for byte: less can only be shared with one that comes after.
        var same = 0;
        for (var at = (int)sixteens[high]; at < end;)
        {
            var shared = (int)VarInt(rare, ref at);
            var more = (int)VarInt(rare, ref at);
            if (shared < same)
                return false;
            if (shared == same)
            {
                var suffix = rare.Span(at, more);
                var common = suffix.CommonPrefixLength(term[same..]);
                same += common;
                if (common == more && same == term.Length)
                {
                    at += more;
                    var bytes = (int)VarInt(rare, ref at);
                    record = new(CountOf(rare.Part(at, bytes)), rare.Part(at, bytes), default, Part<byte>(start, FieldPart.Norms), Part<byte>(start, FieldPart.Values));
                    return true;
                }
            }
            at += more;
            var skipped = (int)VarInt(rare, ref at);
            at += skipped;
        }
        return false;
    }

    private static int CountOf(Slice<byte> postings)
    {
        var count = 0;
        for (var at = 0; at < postings.Length; count++)
            if ((VarInt(postings, ref at) & 1) == 0)
                VarInt(postings, ref at);
        return count;
    }

    private unsafe Slice<T> Part<T>(byte* start, FieldPart part)
        where T : unmanaged
    {
        var (at, length) = entry[part];
        return new((T*)(start + at), (int)(length / sizeof(T)));
    }
}

/// <summary>Where a term's documents are.</summary>
/// <param name="Df">How many, deleted ones included.</param>
/// <param name="Tiny">The postings of a rare term.</param>
/// <param name="Block">The block of a frequent one.</param>
/// <param name="Norms">Which norm each document has.</param>
/// <param name="Values">The field's norms.</param>
internal readonly record struct TermRecord(int Df, Slice<byte> Tiny, Slice<byte> Block, Slice<byte> Norms, Slice<byte> Values)
{
    /// <summary>Whether its documents are unpacked before they are gone through.</summary>
    public bool IsUnpacked => Df > 0 && (Block.IsEmpty || (BlockForm)Block[0] == BlockForm.Sparse);
}
