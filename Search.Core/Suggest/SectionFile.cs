using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Core.Suggest;

/// <summary>
/// A file of numbered sections with a check sum over all: written in one go, held in memory as one block of bytes. Whatever was changed
/// or cut off since it was written is found when it is read.
/// </summary>
/// <remarks>
/// <code>
/// magic (8) | XxHash3 of all that follows (8) | number of sections (4) | length of each (8 each) | padding | section, padded to 8 | …
/// </code>
/// Numbers are little-endian.
/// </remarks>
internal sealed class SectionFile
{
    private const int HeaderBytes = 16;

    private readonly byte[] _image;
    private readonly (int Start, int Length)[] _sections;

    private SectionFile(byte[] image, (int, int)[] sections)
    {
        _image = image;
        _sections = sections;
    }

    public int Bytes => _image.Length;

    public ReadOnlySpan<byte> this[int section] => _image.AsSpan(_sections[section].Start, _sections[section].Length);

    public ReadOnlySpan<int> Numbers(int section) => MemoryMarshal.Cast<byte, int>(this[section]);

    public ReadOnlySpan<ulong> Bits(int section) => MemoryMarshal.Cast<byte, ulong>(this[section]);

    public static SectionFile Of(ReadOnlySpan<byte> magic, params ReadOnlySpan<ByteWriter> sections)
    {
        var lengths = new ByteWriter();
        lengths.Int32(sections.Length);
        foreach (var section in sections)
            lengths.UInt64((ulong)section.Length);
        var size = HeaderBytes + Padded(lengths.Length);
        foreach (var section in sections)
            size = checked(size + Padded(section.Length));
        var image = new byte[size];
        magic.CopyTo(image);
        lengths.Written.CopyTo(image.AsSpan(HeaderBytes));
        var at = HeaderBytes + Padded(lengths.Length);
        foreach (var section in sections)
        {
            section.Written.CopyTo(image.AsSpan(at));
            at += Padded(section.Length);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(8), XxHash3.HashToUInt64(image.AsSpan(HeaderBytes)));
        return Open(image, magic, sections.Length);
    }

    /// <exception cref="InvalidDataException">It is not such a file, is of another version, or was damaged.</exception>
    public static SectionFile Open(byte[] image, ReadOnlySpan<byte> magic, int sections)
    {
        if (image.Length < HeaderBytes + 4 || !image.AsSpan(0, 8).SequenceEqual(magic))
            throw new InvalidDataException("This is not a file of suggestions of this version.");
        if (BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(8)) != XxHash3.HashToUInt64(image.AsSpan(HeaderBytes)))
            throw new InvalidDataException("The file of suggestions is damaged: its check sum is not that of its content.");
        var found = new (int, int)[sections];
        var at = (long)HeaderBytes + Padded(4 + 8 * sections);
        for (var i = 0; i < sections; i++)
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(image.AsSpan(HeaderBytes + 4 + 8 * i));
            if (length < 0 || length > image.Length - at)
                throw new InvalidDataException("The file of suggestions is damaged: a section lies outside of it.");
            found[i] = ((int)at, (int)length);
            at += Padded((int)length);
        }
        return new SectionFile(image, found);
    }

    public static byte[] ReadAll(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Write(Stream stream) => stream.Write(_image);

    private static int Padded(int length) => (length + 7) & ~7;
}
