namespace Search.Core.Generations;

/// <summary>
/// Keeps a generation on the disk while it is read: no pruner of any process removes it before the lease is disposed or its process has
/// ended. Any number of leases may be held on one generation.
/// </summary>
public sealed class GenerationLease : IDisposable
{
    private readonly FileLock? _lock;

    internal GenerationLease(string id, string folder, FileLock? heldLock)
    {
        Id = id;
        Folder = folder;
        _lock = heldLock;
    }

    /// <summary>The generation's id.</summary>
    public string Id { get; }

    /// <summary>Full path of the generation's folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// False where the lock's file is missing and the folder is read-only for this process, so that no pruner could be told. On Unix,
    /// files that are open stay readable even then.
    /// </summary>
    public bool IsProtected => _lock is not null;

    public void Dispose() => _lock?.Dispose();
}
