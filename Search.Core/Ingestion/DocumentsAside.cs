using System.Text;
using Search.Core.Content;
using Search.Core.Indexing;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>A document that was put aside.</summary>
internal readonly record struct AsidePlace(long Start, int Length);

/// <summary>
/// Parsed documents that memory has no room for between the passes of a run, with the places of the names found in them, in a file: read back for a tenth of what it costs to parse them again.
/// May be used by many threads.
/// </summary>
internal sealed class DocumentsAside(ScratchFile scratch, NamesFile namesFile)
{
    /// <param name="document">As <see cref="DocumentBody"/> writes it.</param>
    /// <param name="names">Names found in all of a post; null for a quote.</param>
    public AsidePlace Add(byte[] document, DocumentNames? names)
    {
        using var bytes = new MemoryStream(document.Length + 256);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(document.Length);
            writer.Write(document);
            if (names is not null && MentionBytes.CanBeKept(names))
                MentionBytes.Write(writer, names.Mentions);
        }
        var kept = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        return new(scratch.Add(kept), kept.Length);
    }

    /// <summary>A post with its names as far as they are known without looking for them again, or without; a quote.</summary>
    public ReadItem Read(AsidePlace place, DocumentFacts facts)
    {
        var bytes = new byte[place.Length];
        scratch.Read(place.Start, bytes);
        var length = BitConverter.ToInt32(bytes);
        var document = DocumentBody.FromBytes(bytes.AsSpan(sizeof(int), length));
        if (document.Quote is { } quote)
            return new QuoteRead(quote);
        // Names of what is left without recurring sentences were not yet found when it was put aside.
        if (facts.Trimmed != 0 || sizeof(int) + length == bytes.Length)
            return new PostRead(document.Post!);
        var found = namesFile.Read(facts.Names);
        using var reader = new BinaryReader(new MemoryStream(bytes, sizeof(int) + length, bytes.Length - sizeof(int) - length));
        return new NamedPost(document.Post!, new() { People = found.People, Bylines = found.Bylines, Mentions = MentionBytes.Read(reader) });
    }
}
