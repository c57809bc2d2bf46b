using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>What a list of hits shows of a document, beside what the columns hold.</summary>
public sealed record DocumentHead
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Headline of the quoted article where it says something else than the title.</summary>
    public string? Headline { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What is known of the date.</summary>
    public DatePrecision DatePrecision { get; init; }

    /// <summary>The author's summary, or the opening of the text; the words of a quote.</summary>
    public string Excerpt { get; init; } = "";

    public string? SpeakerSlug { get; init; }

    public string? SpeakerText { get; init; }

    public string? PostId { get; init; }

    public string? Group { get; init; }

    /// <summary>Slugs in the author's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Slugs, most mentioned first.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Ids of the posts that it links to.</summary>
    public IReadOnlyList<string> LinksTo { get; init; } = [];

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.DocumentHead);

    public static DocumentHead FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, StoredJson.Default.DocumentHead)!;
}

/// <summary>A person's mentions in a post.</summary>
/// <param name="Slug">Slug of the person.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Spans">Start and end offsets in the text, in turn.</param>
public sealed record StoredMentions(string Slug, double Confidence, IReadOnlyList<int> Spans);

/// <summary>A document in full, as its page shows it.</summary>
public sealed record DocumentBody
{
    /// <summary>Null for a quote of its own.</summary>
    public Post? Post { get; init; }

    /// <summary>The quote of its own; null for a post.</summary>
    public Quote? Quote { get; init; }

    public IReadOnlyList<StoredMentions> People { get; init; } = [];

    /// <summary>Slugs of the people of the byline.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Quotations found in the post, with the speaker's slug where known.</summary>
    public IReadOnlyList<StoredQuote> Quotes { get; init; } = [];

    public string? Series { get; init; }

    public string? CopyOf { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.DocumentBody);

    public static DocumentBody FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, StoredJson.Default.DocumentBody)!;
}

/// <summary>A quotation of a post with its speaker resolved.</summary>
public sealed record StoredQuote(string Id, string? SpeakerSlug, Quote Quote);

/// <summary>The stored forms of head and body.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentHead))]
[JsonSerializable(typeof(DocumentBody))]
[JsonSerializable(typeof(PersonEntry[]))]
internal sealed partial class StoredJson : JsonSerializerContext;
