using System.Buffers.Binary;

namespace Search.Core.Postings;

/// <summary>A growing buffer of little-endian numbers, reused from term to term.</summary>
internal sealed class ByteSink
{
    private byte[] bytes = new byte[1 << 16];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public byte[] Buffer => bytes;

    public void Clear() => Length = 0;

    public Span<byte> Add(int count)
    {
        if (Length > bytes.Length - count)
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)bytes.Length * 2, (long)Length + count)));
        var added = bytes.AsSpan(Length, count);
        added.Clear();
        Length += count;
        return added;
    }

    public void Byte(byte value) => Add(1)[0] = value;

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Add(2), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Add(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Add(8), value);

    public void VarInt(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Align(int to) => Add((to - Length % to) % to);
}
