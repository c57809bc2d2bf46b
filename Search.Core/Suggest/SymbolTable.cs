using System.Buffers.Binary;
using System.Text;

namespace Search.Core.Suggest;

/// <summary>
/// Shortens short strings, each on its own, to about half: up to 255 frequent sequences of one to eight bytes get a byte each; another
/// byte stands for itself after an escape. After Boncz, Neumann, Leis: FSST, Fast Random Access String Compression (VLDB 2020).
/// </summary>
internal sealed class SymbolTable
{
    private const byte Escape = 255;
    private const int MostSymbols = 255;
    private const int MostBytes = 8;
    private const int Rounds = 5;
    private const int SampleBytes = 1 << 17;

    private readonly byte[][] _symbols;

    // For each two first bytes the symbols that begin so, longest first, then those of one byte: only needed to write.
    private readonly Dictionary<int, List<int>> _byStart = [];

    private SymbolTable(byte[][] symbols)
    {
        _symbols = symbols;
        foreach (var code in Enumerable.Range(0, symbols.Length).OrderByDescending(code => symbols[code].Length).ThenBy(code => code))
        {
            var symbol = symbols[code];
            var start = symbol.Length == 1 ? -1 - symbol[0] : symbol[0] << 8 | symbol[1];
            if (!_byStart.TryGetValue(start, out var codes))
                _byStart.Add(start, codes = []);
            codes.Add(code);
        }
    }

    /// <summary>The tables that suit strings, one for each column; the same for the same strings in the same order.</summary>
    /// <param name="rows">Gone through twice; a sample of them is held.</param>
    /// <param name="columns">Strings of a row.</param>
    public static SymbolTable[] For(IEnumerable<string[]> rows, int columns)
    {
        var lengths = new long[columns];
        foreach (var row in rows)
            for (var column = 0; column < columns; column++)
                lengths[column] += row[column].Length;
        var samples = Array.ConvertAll(lengths, _ => new List<byte[]>());
        var number = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < columns; column++)
                if (number % Math.Max(1, lengths[column] / SampleBytes) == 0)
                    samples[column].Add(Encoding.UTF8.GetBytes(row[column]));
            number++;
        }
        return [.. samples.AsParallel().AsOrdered().Select(For)];
    }

    private static SymbolTable For(List<byte[]> sample)
    {
        var table = new SymbolTable([]);
        for (var round = 0; round < Rounds; round++)
            table = table.Better(sample);
        return table;
    }

    public static SymbolTable Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var symbols = new byte[Math.Min(reader.Number(), MostSymbols)][];
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = reader.Bytes(Math.Clamp(reader.Number(), 1, MostBytes)).ToArray();
        return new SymbolTable(symbols);
    }

    public void Write(ByteWriter writer)
    {
        writer.Number(_symbols.Length);
        foreach (var symbol in _symbols)
        {
            writer.Number(symbol.Length);
            writer.Bytes(symbol);
        }
    }

    /// <summary>Appends the shortened form of a text, with its length before it.</summary>
    public void Shorten(string text, ByteWriter writer)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var codes = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var code = LongestAt(bytes.AsSpan(at));
            if (code >= 0)
                codes.Add((byte)code);
            else
            {
                codes.Add(Escape);
                codes.Add(bytes[at]);
            }
            at += code >= 0 ? _symbols[code].Length : 1;
        }
        writer.Number(codes.Count);
        writer.Bytes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(codes));
    }

    /// <summary>Reads a text that <see cref="Shorten"/> wrote.</summary>
    public string Restore(ref ByteReader reader)
    {
        var codes = reader.Bytes(reader.Number());
        var room = codes.Length * MostBytes;
        Span<byte> bytes = room <= 1024 ? stackalloc byte[1024] : new byte[room];
        var length = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] != Escape)
            {
                var symbol = codes[i] < _symbols.Length ? _symbols[codes[i]] : throw new InvalidDataException("The texts of the suggestions are damaged.");
                symbol.CopyTo(bytes[length..]);
                length += symbol.Length;
            }
            else if (++i < codes.Length)
                bytes[length++] = codes[i];
        }
        return Encoding.UTF8.GetString(bytes[..length]);
    }

    private int LongestAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 1 && _byStart.TryGetValue(bytes[0] << 8 | bytes[1], out var codes))
            foreach (var code in codes)
                if (bytes.StartsWith(_symbols[code]))
                    return code;
        return _byStart.TryGetValue(-1 - bytes[0], out var single) ? single[0] : -1;
    }

    /// <summary>The symbols and pairs of neighbouring symbols that save most when the sample is written with this table.</summary>
    private SymbolTable Better(List<byte[]> sample)
    {
        var gains = new Dictionary<(ulong Bytes, int Length), long>();
        foreach (var bytes in sample)
        {
            var before = default((ulong Bytes, int Length));
            for (var at = 0; at < bytes.Length;)
            {
                var code = LongestAt(bytes.AsSpan(at));
                var length = code >= 0 ? _symbols[code].Length : 1;
                var symbol = (Packed(bytes.AsSpan(at, length)), length);
                Gain(symbol);
                if (before.Length > 0 && before.Length + length <= MostBytes)
                    Gain((before.Bytes | symbol.Item1 << 8 * before.Length, before.Length + length));
                before = symbol;
                at += length;
            }
        }
        // A single byte saves an escape, which is worth more than its length says.
        var best = gains.OrderByDescending(gain => gain.Value * (gain.Key.Length == 1 ? 4 : gain.Key.Length)).ThenBy(gain => gain.Key).Take(MostSymbols);
        return new SymbolTable([.. best.Select(gain => Unpacked(gain.Key.Bytes, gain.Key.Length))]);

        void Gain((ulong, int) symbol) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(gains, symbol, out _)++;
    }

    private static ulong Packed(ReadOnlySpan<byte> bytes)
    {
        Span<byte> eight = stackalloc byte[MostBytes];
        eight.Clear();
        bytes.CopyTo(eight);
        return BinaryPrimitives.ReadUInt64LittleEndian(eight);
    }

    private static byte[] Unpacked(ulong bytes, int length)
    {
        Span<byte> eight = stackalloc byte[MostBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(eight, bytes);
        return eight[..length].ToArray();
    }
}
