using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Core.Postings;

/// <summary>A segment's sidecar, open for reading: one for all threads, closed with the segment.</summary>
internal sealed class Sidecar : IDisposable
{
    private readonly SidecarMemory memory;
    private readonly LuceneDirectory directory;
    private readonly string name;
    private readonly Dictionary<int, FieldImpacts> fields = [];

    private Sidecar(SidecarMemory memory, LuceneDirectory directory, string name)
    {
        this.memory = memory;
        this.directory = directory;
        this.name = name;
    }

    public long RamBytes => memory.RamBytes;

    /// <exception cref="CorruptIndexException">The file is damaged or of another version.</exception>
    public static Sidecar Open(LuceneDirectory directory, SegmentInfo segment)
    {
        var name = IndexFileNames.SegmentFileName(segment.Name, "", SidecarFormat.Extension);
        using (var input = directory.OpenInput(name, IOContext.READ_ONCE))
        {
            CodecUtil.CheckHeader(input, SidecarFormat.Codec, SidecarFormat.Version, SidecarFormat.Version);
            CodecUtil.RetrieveChecksum(input);
        }
        var sidecar = new Sidecar(SidecarMemory.Open(directory, name), directory, name);
        try
        {
            sidecar.ReadDirectory(segment.DocCount);
            return sidecar;
        }
        catch
        {
            sidecar.Dispose();
            throw;
        }
    }

    /// <summary>Null where the segment has no impacts of the field.</summary>
    public FieldImpacts? Field(int number) => fields.GetValueOrDefault(number);

    /// <exception cref="IOException">The checksum is another than when the file was written.</exception>
    public void CheckIntegrity()
    {
        using var input = directory.OpenInput(name, IOContext.READ_ONCE);
        CodecUtil.ChecksumEntireFile(input);
    }

    public void Dispose() => memory.Dispose();

    private unsafe void ReadDirectory(int docCount)
    {
        var start = memory.Hold();
        try
        {
            var end = memory.Length - CodecUtil.FooterLength() - sizeof(ulong);
            var at = end < 0 ? -1 : *(long*)(start + end);
            if (at < 0 || at > end || (end - at) % SidecarFormat.DirectoryEntryBytes != 0)
                throw Corrupt("its directory is out of place");
            for (; at < end; at += SidecarFormat.DirectoryEntryBytes)
            {
                var entry = FieldEntry.Read(new ReadOnlySpan<byte>(start + at, SidecarFormat.DirectoryEntryBytes));
                if (!entry.IsWithin(end) || entry.MaxDoc != docCount)
                    throw Corrupt($"its field {entry.Number} is out of place");
                fields.Add(entry.Number, new(memory, entry));
            }
        }
        finally
        {
            memory.Release();
        }
    }

    private CorruptIndexException Corrupt(string reason) => new($"{name} is damaged: {reason}.");
}
