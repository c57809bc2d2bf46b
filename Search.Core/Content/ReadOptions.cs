namespace Search.Core.Content;

/// <summary>What of the content is wanted, and the clock by which a post's date is future.</summary>
public sealed record ReadOptions
{
    /// <summary>Read drafts and unpublished posts too. Default false.</summary>
    public bool Drafts { get; init; }

    /// <summary>Read posts dated in the future too. Default false.</summary>
    public bool Future { get; init; }

    /// <summary>Decides what is future.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Longest record of a JSON-lines file that is read, in bytes; a longer one is reported and passed over. Default 16 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Largest single document (Markdown, HTML, YAML, JSON export) that is read whole, in bytes; a larger one is reported and cut there. Default 64 MiB.</summary>
    public int MaxDocumentBytes { get; init; } = 64 * 1024 * 1024;
}
