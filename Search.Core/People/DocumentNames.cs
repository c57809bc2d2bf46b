namespace Search.Core.People;

/// <summary>How a mention names its person.</summary>
public enum MentionKind : byte
{
    /// <summary>Given and family name, or a ruler's name with the title.</summary>
    Full,

    /// <summary>Family name, or the end of a name.</summary>
    Surname,

    /// <summary>Given name alone.</summary>
    Given,
}

/// <summary>A stretch of a text that names a person. Offsets count UTF-16 code units; titles and possessive endings lie outside.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="OuterStart">Where the titles before it begin; <paramref name="Start"/> where there are none.</param>
/// <param name="Person">Index into <see cref="DocumentNames.People"/>.</param>
/// <param name="Kind">How it names the person.</param>
/// <param name="Field">Where it stands.</param>
/// <param name="Adjectival">True where the name only qualifies the next word (<c>the Smith campaign</c>) or a court case.</param>
/// <param name="Confidence">0 to 1: how sure it is that these words name that person.</param>
public readonly record struct NameMention(int Start, int End, int OuterStart, int Person, MentionKind Kind, NameField Field, bool Adjectival, double Confidence);

/// <summary>Where a name stands in a post.</summary>
[Flags]
public enum NameField : byte
{
    None = 0,
    Text = 1,
    Title = 2,
    Excerpt = 4,
    Byline = 8,

    /// <summary>A tag or category.</summary>
    Tag = 16,

    /// <summary>Given by the front matter or record as a person.</summary>
    Record = 32,
}

/// <summary>A person as one document names him or her.</summary>
public sealed record LocalPerson
{
    /// <summary>The full form met first.</summary>
    public required NameParts Name { get; init; }

    /// <summary>Every full form met, with how often.</summary>
    public IReadOnlyList<NameForm> Forms { get; init; } = [];

    public Gender Gender { get; init; }

    /// <summary>Offices and occupations as the document gives them, each with how often.</summary>
    public IReadOnlyList<LocalRole> Roles { get; init; } = [];

    /// <summary>Mentions by full name.</summary>
    public int FullMentions { get; init; }

    /// <summary>Mentions by a part of the name.</summary>
    public int PartMentions { get; init; }

    /// <summary>How many of the mentions only qualify another word.</summary>
    public int AdjectivalMentions { get; init; }

    public NameField Fields { get; init; }

    /// <summary>Points for a person's name, in log-odds-like units; 2 and more is taken for one.</summary>
    public double Points { get; init; }

    /// <summary>0 to 1: how sure it is, from this document alone, that it is a person's name.</summary>
    public double Confidence => PointsToConfidence(Points);

    /// <summary>True where this document alone is enough to take it for a person.</summary>
    public bool IsAccepted => Points >= AcceptedPoints;

    internal const double AcceptedPoints = 2;

    internal static double PointsToConfidence(double points) => 1 / (1 + Math.Exp(-(points - 1.6) * 1.1));
}

/// <summary>A form of a name and how often it was met.</summary>
public readonly record struct NameForm(NameParts Name, int Count);

/// <summary>An office or occupation as a text gives it.</summary>
public readonly record struct LocalRole(string Text, int Count);

/// <summary>
/// The names of people in one document: mentions with their place, gathered into local people. Candidates that this document alone
/// does not settle are kept with few points, because the collection may know them.
/// </summary>
public sealed record DocumentNames
{
    /// <summary>In order of field and place; they do not overlap. Offsets count in the field's own text.</summary>
    public IReadOnlyList<NameMention> Mentions { get; init; } = [];

    /// <summary>In order of first appearance.</summary>
    public IReadOnlyList<LocalPerson> People { get; init; } = [];

    /// <summary>Authors and contributors named by the bylines.</summary>
    public IReadOnlyList<NameParts> Bylines { get; init; } = [];

    public static DocumentNames Empty { get; } = new();
}
