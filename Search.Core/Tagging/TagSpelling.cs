namespace Search.Core.Tagging;

/// <summary>
/// A tag as written, taken apart: the words that name something, and what only stands beside them.
/// </summary>
internal sealed record TagSpelling
{
    public required string Raw { get; init; }

    /// <summary>The words that name something, as written.</summary>
    public required string Core { get; init; }

    /// <summary>The words to show; may leave out more than <see cref="Core"/>, and is not compared.</summary>
    public required string Name { get; init; }

    /// <summary>What mechanically equal spellings share; empty where the tag has neither letters nor digits.</summary>
    public required string Key { get; init; }

    /// <summary>Key of an acronym in brackets behind the words; null where there is none.</summary>
    public string? Acronym { get; init; }

    /// <summary>The person that the words name, where they can be read so.</summary>
    public PersonName? Person { get; init; }

    /// <summary>A seat or state code in brackets behind a person (<c>ca</c>).</summary>
    public string? Seat { get; init; }

    /// <summary>True where a party or seat stands behind the name.</summary>
    public bool HasParty { get; init; }

    /// <summary>A date that stands behind a title, as a key; null where there is none.</summary>
    public string? Date { get; init; }

    /// <summary>Key of the country that stands behind a place; null where none does.</summary>
    public string? Country { get; init; }

    /// <summary>Key of the parts dropped behind the name (a site, an office), from left to right.</summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>The parts that are kept where there are several, so that the words are no single name.</summary>
    public IReadOnlyList<TagPart> Parts { get; init; } = [];
}
