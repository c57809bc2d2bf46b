namespace Search.Core.Generations;

/// <summary>
/// The six steps of publishing, each named by what is true once it is over. A process that dies after any of them leaves an index that
/// opens: up to <see cref="Named"/> the previous generation is served, from <see cref="Current"/> on the new one.
/// </summary>
public enum PublishStep
{
    /// <summary>1: the writer lock is held and <c>generations/&lt;id&gt;.building/</c> holds links to the base generation's files.</summary>
    Started = 1,

    /// <summary>2: the caller has committed, closed and written all that belongs to the generation.</summary>
    Written = 2,

    /// <summary>3: the caller's check over the finished folder passed, and every file has its checksum.</summary>
    Verified = 3,

    /// <summary>4: manifest and files are on the disk and the folder has its final name; nothing points at it yet.</summary>
    Named = 4,

    /// <summary>5: <c>CURRENT</c> names the new generation.</summary>
    Current = 5,

    /// <summary>6: generations that nobody needs any more are removed.</summary>
    Pruned = 6,
}
