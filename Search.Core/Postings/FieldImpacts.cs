using System.IO.Hashing;
using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>
/// One field of a segment's sidecar: finds terms. Whoever reads must hold the memory (<see cref="Hold"/>, <see cref="Release"/>).
/// </summary>
internal sealed class FieldImpacts(
    SidecarMemory memory, int maxDoc, int terms, int hashBits, long blocksAt, long blocksLength, long recordsAt, long recordsLength, long hashAt)
{
    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int MaxDoc { get; } = maxDoc;

    /// <summary>Distinct terms.</summary>
    public int Terms { get; } = terms;

    /// <inheritdoc cref="SidecarMemory.Hold"/>
    public unsafe void Hold() => memory.Hold();

    public void Release() => memory.Release();

    /// <summary>False where the segment has not the term. Valid while the memory is held.</summary>
    public unsafe bool TryFind(ReadOnlySpan<byte> term, out TermRecord record)
    {
        record = default;
        var start = memory.Hold();
        try
        {
            var slots = new Slice<uint>((uint*)(start + hashAt), 1 << hashBits);
            var records = new Slice<byte>(start + recordsAt, checked((int)recordsLength));
            for (var slot = (int)(XxHash3.HashToUInt64(term) >> (64 - hashBits)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            {
                var at = (int)(slots[slot] - 1);
                var length = (int)VarInt(records, ref at);
                if (length != term.Length || !records.Span(at, length).SequenceEqual(term))
                    continue;
                at += length;
                var df = (int)VarInt(records, ref at);
                if (df < SidecarFormat.TinyDf)
                    record = new(df, records.Part(at, records.Length - at), default);
                else
                {
                    var block = VarInt(records, ref at) * 8L;
                    if (block > blocksLength - SidecarFormat.BlockHeaderBytes)
                        throw new CorruptIndexException($"A term's block begins at {block} of {blocksLength} bytes.");
                    var size = *(uint*)(start + blocksAt + block + 12);
                    if (size > blocksLength - block || size > int.MaxValue || *(uint*)(start + blocksAt + block + 8) != df)
                        throw new CorruptIndexException($"A term's block at {block} says it has {size} bytes.");
                    record = new(df, default, new(start + blocksAt + block, (int)size));
                }
                return true;
            }
            return false;
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
}

/// <summary>Where a term's documents are.</summary>
/// <param name="Df">How many, deleted ones included.</param>
/// <param name="Tiny">Its postings, where they stand in the record.</param>
/// <param name="Block">Its block otherwise.</param>
internal readonly record struct TermRecord(int Df, Slice<byte> Tiny, Slice<byte> Block);
