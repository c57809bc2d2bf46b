namespace Search.Core.People;

/// <summary>Who may be meant by a part of a name (a family or given name alone).</summary>
/// <param name="OpenDocuments">Documents that use it without any full name that it could belong to.</param>
/// <param name="OpenPoints">Mean points that it is a person's name there.</param>
internal sealed record PartMeaning(int OpenDocuments, double OpenPoints)
{
    public List<PartOwner> People { get; } = [];
}

/// <summary>One who has the part in the name.</summary>
/// <param name="Person">Index of the person.</param>
/// <param name="Full">Documents with the full name.</param>
/// <param name="Part">Of these, documents that use a part alone too.</param>
/// <param name="IsFamily">True where it is the family name.</param>
/// <param name="IsOwned">True where the site's owner says that it means this person.</param>
internal readonly record struct PartOwner(int Person, int Full, int Part, bool IsFamily, bool IsOwned);
