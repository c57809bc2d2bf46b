using System.Text;

namespace Search.Core.Ingestion;

/// <summary>
/// Where the details of documents are held: those of the first ones in memory, where small sites have all they have; those of the others in a file, so that memory
/// grows by a fifth of a kilobyte a document and not by two. May be used by many threads.
/// </summary>
/// <param name="scratch">For what is not held in memory.</param>
/// <param name="most">Documents whose details are held in memory.</param>
internal sealed class DetailsStore(ScratchFile scratch, int most)
{
    public const int MostInMemory = 20_000;

    // Whoever asks a document for one thing mostly asks it for the next thing too.
    [ThreadStatic]
    private static (DetailsStore? Store, long Start, DocumentDetails? Details) latest;

    private int held;

    /// <summary>Keeps details, in memory as long as there is room.</summary>
    public DetailsPlace Add(DocumentDetails details)
    {
        if (Interlocked.Increment(ref held) <= most)
            return new(this, -1, 0, details);
        var bytes = details.ToBytes();
        return new(this, scratch.Add(bytes), bytes.Length, null);
    }

    public DocumentDetails Read(long start, int length)
    {
        if (latest.Store == this && latest.Start == start)
            return latest.Details!;
        using var reader = new BinaryReader(new MemoryStream(Bytes(start, length)), Encoding.UTF8);
        var details = DocumentDetails.Read(reader, pool: null);
        latest = (this, start, details);
        return details;
    }

    public byte[] Bytes(long start, int length)
    {
        var bytes = new byte[length];
        scratch.Read(start, bytes);
        return bytes;
    }
}

/// <summary>A document's details, or where they are.</summary>
/// <param name="Held">Null where they are in the store's file, at <paramref name="Start"/>.</param>
internal readonly record struct DetailsPlace(DetailsStore Store, long Start, int Length, DocumentDetails? Held)
{
    public DocumentDetails Read() => Held ?? Store.Read(Start, Length);

    /// <summary>As <see cref="DocumentDetails.Write(BinaryWriter)"/> writes them.</summary>
    public void Write(BinaryWriter writer)
    {
        if (Held is not null)
            Held.Write(writer);
        else
            writer.Write(Store.Bytes(Start, Length));
    }
}
