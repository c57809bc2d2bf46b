using Search.Core.Content;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>What the ledger keeps of a file: enough to know whether it changed and to report on it without reading it again.</summary>
internal sealed record FileFacts
{
    /// <summary>The source's label and the path in it; unique over all sources of a run.</summary>
    public required string Path { get; init; }

    public required UInt128 Hash { get; init; }

    /// <summary>What the file system said of the file when it had that hash (<see cref="FileStamp"/>); 0 where that must not be relied upon.</summary>
    public UInt128 Stamp { get; init; }

    /// <summary>Seconds since 1970 from which the file reads differently although it is the same: the date of a post left out as future. 0: never.</summary>
    public long RecheckAt { get; init; }

    public required IReadOnlyList<DocumentFacts> Documents { get; init; }

    public required IReadOnlyList<LeftOutFile> LeftOut { get; init; }

    public required IReadOnlyList<ContentProblem> Problems { get; init; }
}

/// <summary>What the ledger keeps of a document: what other documents' treatment may depend on, and how it stands in the index.</summary>
internal sealed record DocumentFacts
{
    /// <summary>Value of <see cref="Trimmed"/> while no names were looked for.</summary>
    public static readonly UInt128 NamesToFind = UInt128.MaxValue;

    /// <summary>What of it does not change while it is indexed, or where that is.</summary>
    public required DetailsPlace Place { get; init; }

    /// <summary>Read from a file where a run has many documents: to be asked for once and kept.</summary>
    public DocumentDetails Details => Place.Read();

    /// <summary>True for a post whose text is long enough for a sketch.</summary>
    public bool HasSketch { get; init; }

    /// <summary>Its number among all documents of the run. Of this run; not kept.</summary>
    public int Number { get; set; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Of the parsed document, everything.</summary>
    public required UInt128 ContentHash { get; init; }

    /// <summary>Seconds since 1970; the least long where there is none.</summary>
    public long Instant { get; init; } = long.MinValue;

    /// <summary>Hash of its tags.</summary>
    public UInt128 TagsHash { get; init; }

    /// <summary>Fingerprint of the document as it stands in the index; 0 where it does not.</summary>
    public UInt128 Indexed { get; set; }

    /// <summary>Where the names found in it are kept (<see cref="NamesFile"/>), without the sentences that <see cref="Trimmed"/> tells of.</summary>
    public NamesPlace Names { get; set; }

    /// <summary>Names of speakers in it that are looked up among all people: known once it is indexed.</summary>
    public IReadOnlyList<string> Speakers { get; set; } = [];

    /// <summary>Which of its sentences recur across posts (<see cref="RecurringSentences.MarkOf"/>), as far as its names were found without them; 0 for none.</summary>
    public UInt128 Trimmed { get; set; }

    /// <summary>Sketch of the text without the sentences that <see cref="Trimmed"/> tells of; null where that is the whole text.</summary>
    public byte[]? OwnSketch { get; set; }

    public DateTimeOffset? Date => Instant == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(Instant);

    /// <summary>How many quotations found in it the index holds beside it.</summary>
    public int QuotesInIndex { get; set; }

    /// <summary>Hash of what suggestions show of it and count in it, as it stands in the index.</summary>
    public UInt128 Suggested { get; set; }

    /// <summary>True where it was read as it was when it was indexed. Of this run; not kept.</summary>
    public bool ReadsAsIndexed { get; init; } = true;

    /// <summary><see cref="Trimmed"/> as it stands in the index. Of this run; not kept.</summary>
    public UInt128 TrimmedInIndex { get; init; }

    /// <summary>Set where the document is to be written. Of this run; not kept.</summary>
    public bool ToWrite { get; set; }
}
