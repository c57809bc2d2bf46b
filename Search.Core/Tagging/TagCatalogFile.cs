using System.IO.Hashing;
using System.Text;
using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// The form of a catalog on disk: a magic number, a version, the length, the tags, and a checksum of all that. Reading trusts nothing:
/// lengths are checked against what is left before anything is allocated.
/// </summary>
internal static class TagCatalogFile
{
    private const uint Magic = 0x47415453; // "STAG"
    private const int Version = 1;
    private const int MaxBytes = 1 << 30;

    public static void Write(TagCatalog catalog, Stream stream)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(catalog.Documents);
            WriteList(writer, catalog.Endings, writer.Write);
            WriteList(writer, catalog.Tags, tag => WriteTag(writer, tag));
        }
        var body = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        using var output = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        output.Write(Magic);
        output.Write(Version);
        output.Write(body.Length);
        output.Write(body);
        output.Write(XxHash64.HashToUInt64(body));
    }

    public static TagCatalog Read(Stream stream)
    {
        try
        {
            using var input = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (input.ReadUInt32() != Magic)
                throw new InvalidDataException("This is no tag catalog.");
            var version = input.ReadInt32();
            if (version != Version)
                throw new InvalidDataException($"The tag catalog has version {version}; this program reads version {Version}.");
            var length = input.ReadInt32();
            if (length is < 0 or > MaxBytes)
                throw new InvalidDataException($"The tag catalog claims {length} bytes.");
            var body = ReadBody(input, length);
            if (input.ReadUInt64() != XxHash64.HashToUInt64(body))
                throw new InvalidDataException("The tag catalog is damaged: its checksum differs.");
            using var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
            return ReadCatalog(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or DecoderFallbackException)
        {
            throw new InvalidDataException("The tag catalog is cut off or damaged.", e);
        }
    }

    // In steps, so that a false length cannot demand memory that the stream does not back.
    private static byte[] ReadBody(BinaryReader input, int length)
    {
        using var body = new MemoryStream();
        while (body.Length < length)
        {
            var block = input.ReadBytes((int)Math.Min(1 << 20, length - body.Length));
            if (block.Length == 0)
                throw new EndOfStreamException();
            body.Write(block);
        }
        return body.ToArray();
    }

    private static TagCatalog ReadCatalog(BinaryReader reader)
    {
        var documents = reader.Read7BitEncodedInt();
        var endings = ReadList(reader, r => r.ReadString());
        var tags = ReadList(reader, ReadTag);
        if (reader.BaseStream.Position != reader.BaseStream.Length || documents < 0)
            throw new InvalidDataException("The tag catalog has trailing bytes.");
        return new TagCatalog(tags, endings, documents);
    }

    private static void WriteTag(BinaryWriter writer, KnownTag tag)
    {
        writer.Write(tag.Slug);
        writer.Write(tag.Label);
        writer.Write((byte)tag.Kind);
        writer.Write(tag.Confidence);
        writer.Write7BitEncodedInt(tag.Posts);
        writer.Write((byte)((tag.Boilerplate ? 1 : 0) | (tag.Authoritative ? 2 : 0) | (tag.PersonName is null ? 0 : 4) | (tag.First is null ? 0 : 8) | (tag.Last is null ? 0 : 16)));
        if (tag.PersonName is not null)
            writer.Write(tag.PersonName);
        WriteDate(writer, tag.First);
        WriteDate(writer, tag.Last);
        WriteList(writer, tag.Aliases, alias =>
        {
            writer.Write(alias.Text);
            writer.Write7BitEncodedInt(alias.Posts);
        });
        WriteList(writer, tag.Proposals, proposal =>
        {
            writer.Write(proposal.Slug);
            writer.Write((byte)proposal.Evidence);
            writer.Write(proposal.Reason);
            writer.Write(proposal.Score);
        });
    }

    private static KnownTag ReadTag(BinaryReader reader)
    {
        var slug = reader.ReadString();
        var label = reader.ReadString();
        var kind = (TagKind)reader.ReadByte();
        if (!Enum.IsDefined(kind))
            throw new InvalidDataException($"The tag catalog has the unknown kind {(int)kind}.");
        var confidence = reader.ReadDouble();
        var posts = reader.Read7BitEncodedInt();
        var flags = reader.ReadByte();
        return new KnownTag
        {
            Slug = slug,
            Label = label,
            Kind = kind,
            Confidence = confidence,
            Posts = posts,
            Boilerplate = (flags & 1) != 0,
            Authoritative = (flags & 2) != 0,
            PersonName = (flags & 4) != 0 ? reader.ReadString() : null,
            First = (flags & 8) != 0 ? ReadDate(reader) : null,
            Last = (flags & 16) != 0 ? ReadDate(reader) : null,
            Aliases = ReadList(reader, r => new TagAlias(r.ReadString(), r.Read7BitEncodedInt())),
            Proposals = ReadList(reader, r => new TagProposal(r.ReadString(), ReadEvidence(r), r.ReadString(), r.ReadDouble())),
        };
    }

    private static TagEvidence ReadEvidence(BinaryReader reader)
    {
        var evidence = (TagEvidence)reader.ReadByte();
        return Enum.IsDefined(evidence) ? evidence : throw new InvalidDataException($"The tag catalog has the unknown evidence {(int)evidence}.");
    }

    private static void WriteDate(BinaryWriter writer, DateTimeOffset? date)
    {
        if (date is not { } value)
            return;
        writer.Write(value.Ticks);
        writer.Write((short)value.TotalOffsetMinutes);
    }

    private static DateTimeOffset ReadDate(BinaryReader reader) => new(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16()));

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static List<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        // Every item takes a byte at least.
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException("The tag catalog is damaged: a list is longer than the file.");
        var items = new List<T>(count);
        for (var i = 0; i < count; i++)
            items.Add(read(reader));
        return items;
    }
}
