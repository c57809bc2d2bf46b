using System.Collections.Concurrent;

namespace Search.Core.Postings;

/// <summary>
/// Working memory of one search: taken piece by piece, given back as a whole. Rented from a pool that keeps at most one for each
/// processor, and none above <see cref="KeptBytes"/>, so that a single large query leaves nothing behind.
/// </summary>
internal sealed unsafe class Scratch
{
    /// <summary>Most bytes that an idle scratch may hold.</summary>
    public const int KeptBytes = 16 << 20;

    private const int FirstBlockBytes = 1 << 20;
    private const int Alignment = 64;

    private static readonly ConcurrentBag<Scratch> Idle = [];

    private readonly List<byte[]> blocks = [];
    private readonly List<TermView> terms = [];
    private long held;
    private int block = -1;
    private int used;
    private int termsUsed;

    public static Scratch Rent() => Idle.TryTake(out var scratch) ? scratch : new();

    public void Return()
    {
        Reset();
        if (held <= KeptBytes && Idle.Count < Environment.ProcessorCount)
            Idle.Add(this);
    }

    /// <summary>Forgets all that was taken.</summary>
    public void Reset()
    {
        block = blocks.Count > 0 ? 0 : -1;
        used = 0;
        termsUsed = 0;
    }

    /// <summary>Memory of unknown content.</summary>
    public Slice<T> Take<T>(int count)
        where T : unmanaged
    {
        var bytes = checked(count * sizeof(T));
        while (true)
        {
            if (block >= 0)
            {
                fixed (byte* start = blocks[block])
                {
                    // The array is pinned: its address outlives the statement.
                    var at = (int)(((nuint)start + (nuint)used + Alignment - 1) / Alignment * Alignment - (nuint)start);
                    if ((long)at + bytes <= blocks[block].Length)
                    {
                        used = at + bytes;
                        return new((T*)(start + at), count);
                    }
                }
                if (block + 1 < blocks.Count)
                {
                    block++;
                    used = 0;
                    continue;
                }
            }
            var size = Math.Max(checked(bytes + Alignment), FirstBlockBytes);
            blocks.Add(GC.AllocateUninitializedArray<byte>(size, pinned: true));
            held += size;
            block = blocks.Count - 1;
            used = 0;
        }
    }

    public Slice<T> TakeZeroed<T>(int count)
        where T : unmanaged
    {
        var slice = Take<T>(count);
        slice.Clear();
        return slice;
    }

    public TermView TakeTerm()
    {
        if (termsUsed == terms.Count)
            terms.Add(new());
        return terms[termsUsed++];
    }
}
