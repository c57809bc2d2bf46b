using System.Buffers.Binary;

namespace Search.Core.Indexing;

/// <summary>A stem of a post: how often it stands in its text, and in its title and headline; 255 for more.</summary>
internal readonly record struct SignatureTerm(uint Feature, byte InText, byte InTitle);

/// <summary>Two stems side by side, and how often; in the title three times as much.</summary>
internal readonly record struct SignaturePair(uint Feature, byte Count);

/// <summary>A person of a post. <paramref name="Speaks"/>: the post quotes them.</summary>
internal readonly record struct SignaturePerson(uint Feature, byte Mentions, bool Speaks);

/// <summary>
/// What the index keeps of a post to compare it with others without reading its text: made of the post alone, so that it stays right whatever happens to
/// other posts; what is rare is only known when two are compared.
/// </summary>
internal sealed record PostSignature
{
    public const int MaxTerms = 512;
    public const int MaxPairs = 128;
    public const int MaxPeople = 64;
    public const int MaxTags = 192;
    public const int MaxSources = 64;

    public static PostSignature Empty { get; } = new();

    public IReadOnlyList<SignatureTerm> Terms { get; init; } = [];

    public IReadOnlyList<SignaturePair> Pairs { get; init; } = [];

    public IReadOnlyList<SignaturePerson> People { get; init; } = [];

    /// <summary>Tags that are no boilerplate.</summary>
    public IReadOnlyList<uint> Tags { get; init; } = [];

    /// <summary>Pages of other sites that the text links to.</summary>
    public IReadOnlyList<uint> Sources { get; init; } = [];

    public TextSketch Sketch { get; init; } = TextSketch.Empty;

    public byte[] ToBytes()
    {
        var bytes = new byte[(6 * 4) + (Terms.Count * 6) + (Pairs.Count * 5) + (People.Count * 6) + (4 * (Tags.Count + Sources.Count + Sketch.Least.Count))];
        var at = 0;
        Number((uint)Terms.Count);
        foreach (var (feature, inText, inTitle) in Terms)
        {
            Number(feature);
            bytes[at++] = inText;
            bytes[at++] = inTitle;
        }
        Number((uint)Pairs.Count);
        foreach (var (feature, count) in Pairs)
        {
            Number(feature);
            bytes[at++] = count;
        }
        Number((uint)People.Count);
        foreach (var (feature, mentions, speaks) in People)
        {
            Number(feature);
            bytes[at++] = mentions;
            bytes[at++] = speaks ? (byte)1 : (byte)0;
        }
        foreach (var list in (IReadOnlyList<uint>[])[Tags, Sources, Sketch.Least])
        {
            Number((uint)list.Count);
            foreach (var feature in list)
                Number(feature);
        }
        return bytes;

        void Number(uint number)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), number);
            at += 4;
        }
    }

    /// <exception cref="InvalidDataException">They are no signature.</exception>
    public static PostSignature FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Empty;
        var reader = new Reader(bytes);
        var terms = new SignatureTerm[reader.Count(6)];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = new(reader.Number(), reader.Byte(), reader.Byte());
        var pairs = new SignaturePair[reader.Count(5)];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = new(reader.Number(), reader.Byte());
        var people = new SignaturePerson[reader.Count(6)];
        for (var i = 0; i < people.Length; i++)
            people[i] = new(reader.Number(), reader.Byte(), reader.Byte() != 0);
        return new() { Terms = terms, Pairs = pairs, People = people, Tags = reader.Numbers(), Sources = reader.Numbers(), Sketch = new(reader.Numbers()) };
    }

    public static InvalidDataException Damaged() => new("The signature of a post is cut short.");

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public int Count(int size)
        {
            var count = Number();
            return count * (ulong)size <= (ulong)rest.Length ? (int)count : throw Damaged();
        }

        public uint Number()
        {
            if (rest.Length < 4)
                throw Damaged();
            var number = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            rest = rest[4..];
            return number;
        }

        public byte Byte()
        {
            if (rest.IsEmpty)
                throw Damaged();
            var value = rest[0];
            rest = rest[1..];
            return value;
        }

        public uint[] Numbers()
        {
            var numbers = new uint[Count(4)];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = Number();
            return numbers;
        }
    }
}
