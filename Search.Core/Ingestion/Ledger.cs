using System.Text;
using Search.Core.Content;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The memory of an index of what it was made from: a file of the generation with the facts of every source file. It decides what an
/// incremental run reads again; losing it costs a full rebuild and nothing else.
/// </summary>
internal sealed record Ledger
{
    public const string FileName = "ledger.bin";

    private const int Magic = 0x4C444752;
    private const int Version = 8;

    /// <summary>In place of a sketch's length.</summary>
    private const byte NoSketch = byte.MaxValue;

    /// <summary>Of the sources, their configuration and the options: an index of another setup is rebuilt.</summary>
    public required string Setup { get; init; }

    /// <summary>Id of the generation that it was read from; not kept.</summary>
    public string? Generation { get; init; }

    /// <summary>What the documents of the index were made with.</summary>
    public required Knowledge Knowledge { get; init; }

    /// <summary>Hash of the names of people, tags and categories that are suggested.</summary>
    public required UInt128 SuggestedNames { get; init; }

    /// <summary>Hash of what the as-you-type index was made from.</summary>
    public required UInt128 Suggested { get; init; }

    public required IReadOnlyList<FileFacts> Files { get; init; }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Setup);
        Write(writer, Knowledge.People);
        Write(writer, Knowledge.Tags);
        Write(writer, Knowledge.Others);
        Write(writer, SuggestedNames);
        Write(writer, Suggested);
        writer.Write(Files.Count);
        foreach (var file in Files)
            WriteFile(writer, file);
        writer.Write(Magic);
    }

    /// <summary>Null where there is no ledger, or one of another version or damaged: everything is then read anew.</summary>
    /// <param name="folder">Folder of a generation.</param>
    /// <param name="details">Takes the details of the documents.</param>
    public static Ledger? Read(string folder, DetailsStore details)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            using var stream = File.OpenRead(path);
            using var buffered = new BufferedStream(stream, 1 << 16);
            using var reader = new BinaryReader(buffered, Encoding.UTF8);
            if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
                return null;
            var setup = reader.ReadString();
            var knowledge = new Knowledge(ReadHash(reader), ReadHash(reader), ReadHash(reader));
            var suggestedNames = ReadHash(reader);
            var suggested = ReadHash(reader);
            var pool = new Dictionary<string, string>(StringComparer.Ordinal);
            var files = new FileFacts[DocumentDetails.Bounded(reader.ReadInt32(), stream.Length)];
            for (var i = 0; i < files.Length; i++)
                files[i] = ReadFile(reader, details, pool, stream.Length);
            return reader.ReadInt32() == Magic ? new() { Setup = setup, Knowledge = knowledge, SuggestedNames = suggestedNames, Suggested = suggested, Files = files } : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static void WriteFile(BinaryWriter writer, FileFacts file)
    {
        writer.Write(file.Path);
        Write(writer, file.Hash);
        Write(writer, file.Stamp);
        writer.Write(file.RecheckAt);
        writer.Write(file.Documents.Count);
        foreach (var document in file.Documents)
        {
            document.Place.Write(writer);
            writer.Write((byte)document.Kind);
            writer.Write(document.HasSketch);
            Write(writer, document.ContentHash);
            writer.Write(document.Instant);
            Write(writer, document.TagsHash);
            writer.Write(document.Names.Start);
            writer.Write(document.Names.Length);
            Write(writer, document.Names.Hash);
            DocumentDetails.Write(writer, document.Speakers);
            Write(writer, document.Trimmed);
            writer.Write((byte)(document.OwnSketch?.Length ?? NoSketch));
            writer.Write(document.OwnSketch ?? []);
            Write(writer, document.Indexed);
            Write(writer, document.Suggested);
            writer.Write(document.QuotesInIndex);
        }
        writer.Write(file.LeftOut.Count);
        foreach (var skipped in file.LeftOut)
        {
            writer.Write(skipped.Path);
            writer.Write(skipped.Line);
            writer.Write((byte)skipped.Reason);
            writer.Write(skipped.Why);
        }
        writer.Write(file.Problems.Count);
        foreach (var problem in file.Problems)
        {
            writer.Write(problem.Code);
            writer.Write((byte)problem.Severity);
            writer.Write(problem.Place.Path);
            writer.Write(problem.Place.Line);
            writer.Write(problem.Place.Column);
            writer.Write(problem.Message);
            writer.Write(problem.ReadAs ?? "");
            writer.Write(problem.Mend ?? "");
        }
    }

    private static FileFacts ReadFile(BinaryReader reader, DetailsStore details, Dictionary<string, string> pool, long limit)
    {
        var path = reader.ReadString();
        var hash = ReadHash(reader);
        var stamp = ReadHash(reader);
        var recheckAt = reader.ReadInt64();
        var documents = new DocumentFacts[DocumentDetails.Bounded(reader.ReadInt32(), limit)];
        UInt128 trimmed;
        for (var i = 0; i < documents.Length; i++)
            documents[i] = new()
            {
                Place = details.Add(DocumentDetails.Read(reader, pool)),
                Kind = (DocumentKind)reader.ReadByte(),
                HasSketch = reader.ReadBoolean(),
                ContentHash = ReadHash(reader),
                Instant = reader.ReadInt64(),
                TagsHash = ReadHash(reader),
                Names = new(reader.ReadInt64(), DocumentDetails.Bounded(reader.ReadInt32(), int.MaxValue), ReadHash(reader)),
                Speakers = DocumentDetails.ReadStrings(reader, pool),
                Trimmed = trimmed = ReadHash(reader),
                TrimmedInIndex = trimmed,
                OwnSketch = reader.ReadByte() is var bytes and not NoSketch ? reader.ReadBytes(bytes) : null,
                Indexed = ReadHash(reader),
                Suggested = ReadHash(reader),
                QuotesInIndex = reader.ReadInt32(),
            };
        var leftOut = new LeftOutFile[DocumentDetails.Bounded(reader.ReadInt32(), limit)];
        for (var i = 0; i < leftOut.Length; i++)
            leftOut[i] = new(reader.ReadString(), reader.ReadInt32(), (SkipReason)reader.ReadByte(), reader.ReadString());
        var problems = new ContentProblem[DocumentDetails.Bounded(reader.ReadInt32(), limit)];
        for (var i = 0; i < problems.Length; i++)
        {
            var code = DocumentDetails.Pooled(pool, reader.ReadString());
            var severity = (ProblemSeverity)reader.ReadByte();
            var place = new SourceSpan(DocumentDetails.Pooled(pool, reader.ReadString()), reader.ReadInt32(), reader.ReadInt32());
            problems[i] = new(code, severity, place, Words(), NullIfEmpty(Words()), NullIfEmpty(Words()));
        }
        // Most are said of many documents.
        string Words() => DocumentDetails.Pooled(pool, reader.ReadString());
        return new() { Path = path, Hash = hash, Stamp = stamp, RecheckAt = recheckAt, Documents = documents, LeftOut = leftOut, Problems = problems };
    }

    private static void Write(BinaryWriter writer, UInt128 hash)
    {
        writer.Write((ulong)(hash >> 64));
        writer.Write((ulong)hash);
    }

    private static UInt128 ReadHash(BinaryReader reader)
    {
        var high = reader.ReadUInt64();
        return new(high, reader.ReadUInt64());
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;
}
