namespace Search.Core.People;

/// <summary>The people of one document as the collection knows them.</summary>
public sealed record PersonResolution
{
    /// <summary>People named in the text, title or excerpt, most mentioned first.</summary>
    public IReadOnlyList<ResolvedPerson> People { get; init; } = [];

    /// <summary>Names of people that stay open: unknown but for a part of the name, or one of several.</summary>
    public IReadOnlyList<OpenName> Open { get; init; } = [];

    /// <summary>Authors and contributors by byline.</summary>
    public IReadOnlyList<KnownPerson> Bylines { get; init; } = [];

    /// <summary>For each of <see cref="DocumentNames.People"/> the known person; null where there is none or it is open.</summary>
    public IReadOnlyList<KnownPerson?> ByLocal { get; init; } = [];
}

/// <summary>A known person in one document.</summary>
/// <param name="Person">Who.</param>
/// <param name="Confidence">0 to 1: how sure it is that the document names this person.</param>
/// <param name="Fields">Where the person is named.</param>
/// <param name="Mentions">Mentions in the text, in order.</param>
public sealed record ResolvedPerson(KnownPerson Person, double Confidence, NameField Fields, IReadOnlyList<NameMention> Mentions);

/// <summary>A name that stays open.</summary>
/// <param name="Text">As written.</param>
/// <param name="Confidence">0 to 1: how sure it is that it names a person.</param>
/// <param name="Candidates">Who may be meant, likeliest first; empty where the collection knows nobody of the name.</param>
/// <param name="Mentions">Mentions in the text, in order.</param>
public sealed record OpenName(string Text, double Confidence, IReadOnlyList<KnownPerson> Candidates, IReadOnlyList<NameMention> Mentions);
