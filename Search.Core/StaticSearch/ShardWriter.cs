using System.IO.Compression;
using System.Text;

namespace Search.Core.StaticSearch;

/// <summary>Bytes of a shard: numbers in groups of seven bits, texts with their length before them. Written compressed, as static hosts compress no binary files.</summary>
internal sealed class ShardWriter
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public void Byte(byte value) => bytes.Add(value);

    public void Number(long value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    public void Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Number(utf8.Length);
        bytes.AddRange(utf8);
    }

    /// <summary>Rising numbers by their differences, with their count before them.</summary>
    public void Rising(IReadOnlyList<int> values)
    {
        Number(values.Count);
        var last = 0;
        foreach (var value in values)
        {
            Number(value - last);
            last = value;
        }
    }

    public void Append(ShardWriter other) => bytes.AddRange(other.bytes);

    public void WriteTo(string path)
    {
        using var file = File.Create(path);
        using var zip = new GZipStream(file, CompressionLevel.SmallestSize);
        zip.Write(bytes.ToArray());
    }
}
