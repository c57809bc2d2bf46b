using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Search.Core.Ingestion;

/// <summary>A hash over texts and numbers in order, each told apart from the next.</summary>
internal sealed class FactsHash
{
    private readonly XxHash128 hash = new();

    // The hash takes few large pieces much faster than many small ones.
    private readonly byte[] pending = new byte[1024];
    private int count;

    public UInt128 Value
    {
        get
        {
            Flush();
            return hash.GetCurrentHashAsUInt128();
        }
    }

    /// <summary>The hash of texts alone.</summary>
    public static UInt128 Of(IReadOnlyCollection<string> texts)
    {
        var hash = new FactsHash();
        hash.Add(texts);
        return hash.Value;
    }

    public void Add(string? text)
    {
        if (text is null)
        {
            Put([1, 0]);
            return;
        }
        if (Encoding.UTF8.GetMaxByteCount(text.Length) <= pending.Length)
        {
            if (pending.Length - count < Encoding.UTF8.GetMaxByteCount(text.Length))
                Flush();
            count += Encoding.UTF8.GetBytes(text, pending.AsSpan(count));
        }
        else
            Put(Encoding.UTF8.GetBytes(text));
        Put([0]);
    }

    /// <summary>Also how many there are.</summary>
    public void Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
            Add(text);
    }

    public void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Put(bytes);
    }

    public void Add(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, number);
        Put(bytes);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > pending.Length - count)
            Flush();
        if (bytes.Length > pending.Length)
        {
            hash.Append(bytes);
            return;
        }
        bytes.CopyTo(pending.AsSpan(count));
        count += bytes.Length;
    }

    private void Flush()
    {
        hash.Append(pending.AsSpan(0, count));
        count = 0;
    }
}
