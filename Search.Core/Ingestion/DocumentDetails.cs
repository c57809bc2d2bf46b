using System.Text;

namespace Search.Core.Ingestion;

/// <summary>What the ledger keeps of a document that does not change while it is indexed, and that a run asks for in passing over all documents: the bulk of it.</summary>
internal sealed record DocumentDetails
{
    /// <summary>The source's label and the document's key; unique over all sources of a run.</summary>
    public required string Key { get; init; }

    /// <summary>The id that the document proposes; made unique over the collection by <see cref="Collection"/>.</summary>
    public required string ProposedId { get; init; }

    /// <summary>Title of a post.</summary>
    public string Title { get; init; } = "";

    /// <summary>Path of the document's own URL; null where it has none.</summary>
    public string? UrlPath { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Where the document links to within the site, see <see cref="SiteLinks"/>.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Hashes of the sentences of a post by which recurring ones are known (<see cref="SentenceUnits"/>), ascending.</summary>
    public uint[] Sentences { get; init; } = [];

    /// <summary>Sketch of a post's whole text (<see cref="ShingleSketch"/>); empty for a short one and for a quote.</summary>
    public byte[] Sketch { get; init; } = [];

    public void Write(BinaryWriter writer)
    {
        writer.Write(Key);
        writer.Write(ProposedId);
        writer.Write(Title);
        writer.Write(UrlPath ?? "");
        Write(writer, Tags);
        Write(writer, Categories);
        Write(writer, Links);
        writer.Write7BitEncodedInt(Sentences.Length);
        foreach (var sentence in Sentences)
            writer.Write(sentence);
        writer.Write((byte)Sketch.Length);
        writer.Write(Sketch);
    }

    /// <param name="reader">At what <see cref="Write(BinaryWriter)"/> wrote.</param>
    /// <param name="pool">The same tags stand in thousands of documents: one string each. Null where only some documents are held.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static DocumentDetails Read(BinaryReader reader, Dictionary<string, string>? pool) => new()
    {
        Key = reader.ReadString(),
        ProposedId = reader.ReadString(),
        Title = reader.ReadString(),
        UrlPath = reader.ReadString() is { Length: > 0 } url ? url : null,
        Tags = ReadStrings(reader, pool),
        Categories = ReadStrings(reader, pool),
        Links = ReadStrings(reader, pool),
        Sentences = ReadNumbers(reader),
        Sketch = reader.ReadBytes(reader.ReadByte()),
    };

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream(1024);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            Write(writer);
        return bytes.ToArray();
    }

    public static void Write(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write7BitEncodedInt(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    public static string[] ReadStrings(BinaryReader reader, Dictionary<string, string>? pool)
    {
        var count = Bounded(reader.Read7BitEncodedInt(), reader.BaseStream.Length);
        if (count == 0)
            return [];
        var values = new string[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = pool is null ? reader.ReadString() : Pooled(pool, reader.ReadString());
        return values;
    }

    public static string Pooled(Dictionary<string, string> pool, string value)
    {
        if (pool.TryGetValue(value, out var known))
            return known;
        pool.Add(value, value);
        return value;
    }

    /// <exception cref="InvalidDataException">No such count can be.</exception>
    public static int Bounded(int count, long limit) =>
        count >= 0 && count <= limit ? count : throw new InvalidDataException("The ledger is damaged.");

    private static uint[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new uint[Bounded(reader.Read7BitEncodedInt(), SentenceUnits.MaxKept)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = reader.ReadUInt32();
        return numbers;
    }
}
