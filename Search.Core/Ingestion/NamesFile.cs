using System.IO.Hashing;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Search.Core.Generations;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>
/// The facts about the names of all documents, in a file of the generation: far too many for memory, and needed again only when the catalog
/// of people is made anew. New facts are put at its end, so that the places of all others stay. May be used by many threads.
/// </summary>
/// <remarks>The file of the base generation is shared until something is added; then it is copied, never written into.</remarks>
internal sealed class NamesFile : IDisposable
{
    public const string Name = "names.bin";

    private static readonly byte[] Nothing = Bytes(new NameFacts([], []));

    private readonly string path;
    private AppendedBytes log;

    /// <param name="folder">Folder of the build.</param>
    public NamesFile(string folder)
    {
        path = Path.Combine(folder, Name);
        log = new(File.Exists(path) ? Open(FileAccess.Read) : null, OwnFile);
    }

    /// <summary>Keeps facts; where they are those of <paramref name="before"/>, that place holds them already.</summary>
    public NamesPlace Add(NameFacts facts, NamesPlace before)
    {
        var bytes = Bytes(facts);
        if (bytes.AsSpan().SequenceEqual(Nothing))
            return default;
        var hash = XxHash128.HashToUInt128(bytes);
        if (hash == before.Hash && bytes.Length == before.Length)
            return before;
        return new(log.Add(bytes), bytes.Length, hash);
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public NameFacts Read(NamesPlace place)
    {
        if (place.Length == 0)
            return new([], []);
        var bytes = BytesOf(place);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return NameFacts.Read(reader);
    }

    /// <summary>Writes everything out, without what no document refers to any more where that is more than half of it. Nobody else may use the file meanwhile.</summary>
    public void Complete(IReadOnlyList<FileFacts> files)
    {
        log.Flush();
        var used = files.Sum(f => f.Documents.Sum(d => (long)d.Names.Length));
        if (log.Length - used > used)
            Compact(files);
        if (log.Length == 0)
            AtomicFile.Write(path, ReadOnlyMemory<byte>.Empty);
    }

    public void Dispose() => log.Dispose();

    private SafeFileHandle OwnFile()
    {
        if (File.Exists(path))
            AtomicFile.Write(path, copy =>
            {
                using var original = File.OpenRead(path);
                original.CopyTo(copy);
            });
        return Open(FileAccess.ReadWrite);
    }

    private void Compact(IEnumerable<FileFacts> files)
    {
        AtomicFile.Write(path, stream =>
        {
            var buffered = new BufferedStream(stream, 1 << 20); // Not disposed: the stream is not ours to close.
            long at = 0;
            foreach (var document in files.SelectMany(f => f.Documents).Where(document => document.Names.Length > 0))
            {
                buffered.Write(BytesOf(document.Names));
                document.Names = document.Names with { Start = at };
                at += document.Names.Length;
            }
            buffered.Flush();
        });
        log.Dispose();
        log = new(Open(FileAccess.Read), OwnFile);
    }

    private byte[] BytesOf(NamesPlace place)
    {
        var bytes = new byte[place.Length];
        try
        {
            log.Read(place.Start, bytes);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException($"{path} is cut short.", end);
        }
        return bytes;
    }

    private SafeFileHandle Open(FileAccess access) =>
        File.OpenHandle(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] Bytes(NameFacts facts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            facts.Write(writer);
        return bytes.ToArray();
    }
}
