using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Search.Core.Ingestion;

/// <summary>A hash over texts and numbers in order, each told apart from the next.</summary>
internal sealed class FactsHash
{
    private readonly XxHash128 hash = new();

    public UInt128 Value => hash.GetCurrentHashAsUInt128();

    public void Add(string? text)
    {
        if (text is null)
        {
            hash.Append([1, 0]);
            return;
        }
        Span<byte> few = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(text, few, out var length))
            hash.Append(few[..length]);
        else
            hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
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
        hash.Append(bytes);
    }

    public void Add(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, number);
        hash.Append(bytes);
    }
}
