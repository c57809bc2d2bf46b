namespace Search.Core.Generations;

/// <summary>
/// What a generation is: when and from what it was made, what it counts, and every file it consists of. It is written last into the
/// folder and never changes, so a folder that has a readable manifest was complete when it was named.
/// </summary>
public sealed record Manifest
{
    /// <summary>The value of <see cref="Format"/> that this code writes; a manifest with a higher one is refused, not guessed at.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the manifest's file in the generation's folder. It does not list itself; it carries its own checksum.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Name of the folder, such as <c>20261122T230405-0007</c>: UTC time and a counter; ids sort in the order of publishing.</summary>
    public required string Id { get; init; }

    /// <summary>Layout of the manifest and of the index folder.</summary>
    public required int Format { get; init; }

    /// <summary>Tells whether the fields and analyzers of the index are those of the running code; a reader or an update compares it.</summary>
    public required string SchemaHash { get; init; }

    /// <summary>By the publisher's clock, which may be wrong; order comes from <see cref="Id"/>.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How many of each there are, such as <c>posts</c> and <c>quotes</c>, in ordinal order of the names.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>The sources it was built from, as the caller named them.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Every file but the manifest, in ordinal order of the names.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }
}
