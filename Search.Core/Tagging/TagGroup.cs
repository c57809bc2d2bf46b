using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>Spellings that mean one tag, while a catalog is being built.</summary>
internal sealed class TagGroup
{
    public required List<RawTag> Raws { get; init; }

    public required List<TagSpelling> Spellings { get; init; }

    /// <summary>What the owner's file says of the tag; null where it is silent.</summary>
    public AuthorityEntry? Authority { get; init; }

    /// <summary>Canonical name of the person given from outside; null where none is known.</summary>
    public string? KnownPerson { get; init; }

    /// <summary>True where the owner's file names the person.</summary>
    public bool PersonFromOwner { get; init; }

    /// <summary>Ordinals of posts, ascending, without repeats.</summary>
    public required int[] Posts { get; init; }

    public string Label { get; set; } = "";

    /// <summary>The label as it would be without the owner's file.</summary>
    public string Inferred { get; set; } = "";

    public string Slug { get; set; } = "";

    public TagKind Kind { get; set; }

    public double Confidence { get; set; }

    public bool Boilerplate { get; set; }

    /// <summary>True where the tag always comes with the same block of tags.</summary>
    public bool InBlock { get; set; }

    public List<TagProposal> Proposals { get; set; } = [];

    public OfficesHeld Offices => OfficesHeld.Of(Spellings);

    public bool NamesPerson => Kind == TagKind.Person;

    /// <summary>The spelling that most posts have.</summary>
    public TagSpelling? Main => Spellings.Count == 0 ? null : Spellings[0];
}
