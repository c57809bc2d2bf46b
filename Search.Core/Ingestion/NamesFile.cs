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

    private const int MostPending = 1 << 20;
    private static readonly byte[] Nothing = Bytes(new NameFacts([], []));

    private readonly string path;
    private readonly Lock gate = new();
    private readonly MemoryStream pending = new();
    private SafeFileHandle? file;
    private SafeFileHandle? shared;
    private bool isOwn;
    private long written;

    /// <param name="folder">Folder of the build.</param>
    public NamesFile(string folder)
    {
        path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return;
        file = Open(path, FileAccess.Read);
        written = RandomAccess.GetLength(file);
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
        lock (gate)
        {
            var start = written + pending.Length;
            pending.Write(bytes);
            if (pending.Length >= MostPending)
                WritePending();
            return new(start, bytes.Length, hash);
        }
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public NameFacts Read(NamesPlace place)
    {
        if (place.Length == 0)
            return new([], []);
        if (place.Start + place.Length > Volatile.Read(ref written))
            lock (gate)
                WritePending();
        var bytes = new byte[place.Length];
        if (file is null || RandomAccess.Read(file, bytes, place.Start) < bytes.Length)
            throw new InvalidDataException($"{path} is cut short.");
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return NameFacts.Read(reader);
    }

    /// <summary>Writes everything out, without what no document refers to any more where that is more than half of it.</summary>
    public void Complete(IEnumerable<FileFacts> files)
    {
        lock (gate)
        {
            WritePending();
            var used = files.Sum(f => f.Documents.Sum(d => (long)d.Names.Length));
            if (written - used > used)
                Compact(files);
            if (file is null)
                AtomicFile.Write(path, ReadOnlyMemory<byte>.Empty);
        }
    }

    public void Dispose()
    {
        file?.Dispose();
        shared?.Dispose();
        pending.Dispose();
    }

    private void WritePending()
    {
        if (pending.Length == 0)
            return;
        if (!isOwn)
            Own();
        RandomAccess.Write(file!, pending.GetBuffer().AsSpan(0, (int)pending.Length), written);
        Volatile.Write(ref written, written + pending.Length);
        pending.SetLength(0);
    }

    private void Own()
    {
        // Another thread may be reading by the handle that is replaced: it stays open to the end.
        shared = file;
        if (shared is not null)
            AtomicFile.Write(path, copy =>
            {
                using var original = File.OpenRead(path);
                original.CopyTo(copy);
            });
        file = Open(path, FileAccess.ReadWrite);
        isOwn = true;
    }

    private void Compact(IEnumerable<FileFacts> files)
    {
        AtomicFile.Write(path, stream =>
        {
            var buffered = new BufferedStream(stream, 1 << 20); // Not disposed: the stream is not ours to close.
            var bytes = Array.Empty<byte>();
            long at = 0;
            foreach (var document in files.SelectMany(f => f.Documents))
            {
                var place = document.Names;
                if (place.Length == 0)
                    continue;
                if (bytes.Length < place.Length)
                    bytes = new byte[place.Length * 2];
                RandomAccess.Read(file!, bytes.AsSpan(0, place.Length), place.Start);
                buffered.Write(bytes, 0, place.Length);
                document.Names = place with { Start = at };
                at += place.Length;
            }
            buffered.Flush();
            written = at;
        });
        file!.Dispose();
        file = Open(path, FileAccess.ReadWrite);
    }

    private static SafeFileHandle Open(string path, FileAccess access) =>
        File.OpenHandle(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] Bytes(NameFacts facts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            facts.Write(writer);
        return bytes.ToArray();
    }
}
