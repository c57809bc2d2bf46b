namespace Search.Core.Ingestion;

/// <summary>How sources are brought into an index.</summary>
public sealed record IngestOptions
{
    public const int DefaultMemoryMegabytes = 400;
    public const int LeastMemoryMegabytes = 200;

    /// <summary>Rebuild everything beside the live index instead of updating it. Default false.</summary>
    public bool Full { get; init; }

    /// <summary>Index drafts and unpublished posts too. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>Index posts dated in the future too. Default false.</summary>
    public bool Future { get; init; }

    /// <summary>Find people and quotations and bring the spellings of tags together. Default true; off only to measure what that costs.</summary>
    public bool Recognition { get; init; } = true;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Resident memory, in megabytes, that the run should stay within: parsed texts that it does not hold are put aside in a file, and the collector is asked earlier.
    /// Default 400, from 200 up. Some facts of all documents are held in any case, about a fifth of a kilobyte each.
    /// </summary>
    public int MemoryMegabytes { get; init; } = DefaultMemoryMegabytes;

    /// <summary>
    /// Publish what was read with the people, tags and suggestions of the last generation, where that would need to be worked out anew: a new post is found at once, and a run without this
    /// brings the collection up to date. Ignored where everything is built anew. Default false.
    /// </summary>
    public bool SettleLater { get; init; }

    /// <summary>Characters of parsed text kept between the two passes.</summary>
    internal long MaxCharsInMemory
    {
        get => field >= 0 ? field : MemoryMegabytes * 120_000L;
        init;
    } = -1;

    /// <summary>Documents whose keys, titles, tags and the like are held in memory; those of others are read from a file when they are asked for.</summary>
    internal int MostDetailsInMemory { get; init; } = DetailsStore.MostInMemory;

    /// <summary>Memory for documents that are not yet written out.</summary>
    internal int BufferMegabytes => MemoryMegabytes / 8;

    /// <summary>Told of each publishing step that is done; for tests that stop the process there.</summary>
    public Action<Generations.PublishStep>? OnStep { get; init; }
}

/// <summary>What a run is doing.</summary>
public enum IngestPhase
{
    Reading,

    /// <summary>Finding names in what was read, once it is known which of its sentences recur.</summary>
    Naming,
    Indexing,
    Publishing,
}

/// <summary>How far a run has come.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">Files or documents done in this phase.</param>
/// <param name="Total">Files or documents of this phase.</param>
/// <param name="Bytes">Bytes read so far; 0 in other phases than reading.</param>
/// <param name="TotalBytes">Bytes of all files; 0 in other phases than reading.</param>
public readonly record struct IngestProgress(IngestPhase Phase, long Done, long Total, long Bytes, long TotalBytes);
