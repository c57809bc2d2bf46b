using System.IO.Hashing;
using System.Numerics;

namespace Search.Core.Postings;

/// <summary>Gathers the terms of a field while it is written: frequent ones for a hash, rare ones in order with their postings beside them.</summary>
internal sealed class TermDictionary
{
    private readonly List<ulong> hashes = [];
    private readonly List<uint> starts = [];
    private byte[] last = [];
    private int lastLength;

    public ByteSink Frequent { get; } = new();

    public ByteSink Rare { get; } = new();

    public ByteSink Sixteens { get; } = new();

    public int FrequentTerms => hashes.Count;

    public int RareTerms { get; private set; }

    /// <param name="block">Where its block is.</param>
    public void AddFrequent(ReadOnlySpan<byte> term, int df, long block)
    {
        hashes.Add(XxHash3.HashToUInt64(term));
        starts.Add((uint)Frequent.Length);
        Frequent.VarInt((uint)term.Length);
        term.CopyTo(Frequent.Add(term.Length));
        Frequent.VarInt((uint)df);
        Frequent.VarInt(checked((uint)(block / 8)));
    }

    /// <param name="postings">As the format has them.</param>
    public void AddRare(ReadOnlySpan<byte> term, ReadOnlySpan<byte> postings)
    {
        var shared = 0;
        if (RareTerms++ % SidecarFormat.Sixteen == 0)
            Sixteens.UInt32((uint)Rare.Length);
        else
            shared = last.AsSpan(0, lastLength).CommonPrefixLength(term);
        Rare.VarInt((uint)shared);
        Rare.VarInt((uint)(term.Length - shared));
        term[shared..].CopyTo(Rare.Add(term.Length - shared));
        Rare.VarInt((uint)postings.Length);
        postings.CopyTo(Rare.Add(postings.Length));
        if (last.Length < term.Length)
            last = new byte[term.Length * 2];
        term.CopyTo(last);
        lastLength = term.Length;
    }

    /// <summary>At most two thirds full.</summary>
    public uint[] Slots(out int bits)
    {
        bits = BitOperations.Log2((uint)Math.Max(1, hashes.Count * 3L / 2)) + 1;
        var slots = new uint[1 << bits];
        for (var i = 0; i < hashes.Count; i++)
        {
            var slot = (int)(hashes[i] >> (64 - bits));
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = starts[i] + 1;
        }
        return slots;
    }
}
