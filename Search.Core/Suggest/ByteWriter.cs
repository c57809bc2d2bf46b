using System.Buffers.Binary;

namespace Search.Core.Suggest;

/// <summary>
/// Bytes that grow: numbers of variable length (seven bits a byte, low ones first) and UTF-16 code units in the manner of CESU-8, which
/// keeps their order and any text, well formed or not.
/// </summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    public void Number(int value)
    {
        var rest = (uint)value;
        for (; rest > 127; rest >>= 7)
            Byte((byte)(rest | 128));
        Byte((byte)rest);
    }

    public void Units(ReadOnlySpan<char> units)
    {
        foreach (var c in units)
        {
            if (c < 0x80)
                Byte((byte)c);
            else if (c < 0x800)
            {
                Byte((byte)(0xC0 | (c >> 6)));
                Byte((byte)(0x80 | (c & 0x3F)));
            }
            else
            {
                Byte((byte)(0xE0 | (c >> 12)));
                Byte((byte)(0x80 | ((c >> 6) & 0x3F)));
                Byte((byte)(0x80 | (c & 0x3F)));
            }
        }
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)Length + count, _bytes.Length * 2L)));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote, from front to back; reading past the end is an <see cref="InvalidDataException"/>.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; }

    public readonly bool IsAtEnd => Position >= _bytes.Length;

    public byte Byte() => Position < _bytes.Length ? _bytes[Position++] : throw Cut();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - Position))
            throw Cut();
        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    public int Number()
    {
        var value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var b = Byte();
            value |= (b & 127) << shift;
            if (b < 128)
                return value;
        }
        throw Cut();
    }

    public void Units(scoped Span<char> units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            int b = Byte();
            units[i] = (char)(b < 0x80 ? b : b < 0xE0 ? ((b & 0x1F) << 6) | (Byte() & 0x3F) : ((b & 0x0F) << 12) | ((Byte() & 0x3F) << 6) | (Byte() & 0x3F));
        }
    }

    private static InvalidDataException Cut() => new("The data of the suggestions ends too early.");
}
