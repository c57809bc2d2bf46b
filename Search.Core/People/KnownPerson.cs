namespace Search.Core.People;

/// <summary>A person of the collection: one canonical name, every form met, offices with their months.</summary>
public sealed record KnownPerson
{
    /// <summary>Unique in the collection.</summary>
    public required string Slug { get; init; }

    /// <summary>The canonical full name.</summary>
    public required string Label { get; init; }

    public required NameParts Name { get; init; }

    /// <summary>Other forms of the name, most frequent first; with the family name alone where it usually means this person.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Of <see cref="Aliases"/> those that mean the person wherever they stand: the owner's, and those of more than one word.</summary>
    public IEnumerable<string> UnmistakableAliases => IsAuthority ? Aliases : Aliases.Where(a => a.Contains(' ', StringComparison.Ordinal));

    /// <summary>Most frequent first.</summary>
    public IReadOnlyList<DatedRole> Roles { get; init; } = [];

    public Gender Gender { get; init; }

    /// <summary>Documents that name the person in full.</summary>
    public int Documents { get; init; }

    /// <summary>0 to 1: how sure it is that this is a person's name.</summary>
    public double Confidence { get; init; }

    /// <summary>True where the site's owner has an entry for the person.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>A page about the person, from the owner's entry.</summary>
    public string? Url { get; init; }

    /// <summary>True where the person only signs (bylines) and is in no text.</summary>
    public bool IsAuthorOnly { get; init; }

    public DateTimeOffset? First { get; init; }

    public DateTimeOffset? Last { get; init; }
}

/// <summary>An office or occupation as the documents give it.</summary>
/// <param name="Text">As written most often.</param>
/// <param name="From">Month of the first document that gives it, <c>yyyy-MM</c>; null where no document has a date.</param>
/// <param name="To">Month of the last one; null where that is among the newest of the collection, so that it may go on, or without dates.</param>
/// <param name="Count">Documents.</param>
public sealed record DatedRole(string Text, string? From, string? To, int Count);
