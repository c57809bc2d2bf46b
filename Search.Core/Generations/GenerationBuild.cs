namespace Search.Core.Generations;

/// <summary>
/// One build of the next generation, from the linked files of the last to the replaced <c>CURRENT</c>. It holds the writer lock until it
/// is disposed. Disposed without <see cref="Publish"/>, it deletes its folder and nothing has happened. For one thread.
/// </summary>
public sealed class GenerationBuild : IDisposable
{
    private readonly GenerationStore _store;
    private readonly FileLock _writerLock;
    private readonly GenerationId _id;
    private readonly Action<PublishStep>? _onStep;
    private readonly Dictionary<string, LinkedFile> _linked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neverServed = new(StringComparer.Ordinal);
    private bool _isPublished;
    private bool _isDisposed;

    private GenerationBuild(GenerationStore store, FileLock writerLock, GenerationId id, Action<PublishStep>? onStep)
    {
        _store = store;
        _writerLock = writerLock;
        _id = id;
        _onStep = onStep;
        Folder = store.FolderOf(Id) + GenerationStore.BuildingEnding;
    }

    /// <summary>The id that the generation will have.</summary>
    public string Id => _id.ToString();

    /// <summary>
    /// Full path of the folder to write into, until <see cref="Publish"/> renames it. Files from the base may be deleted, replaced
    /// (<see cref="AtomicFile"/>, or delete and write) and added to; those that <see cref="GenerationFiles.IsWrittenOnce"/> names must
    /// not be changed in place.
    /// </summary>
    public string Folder { get; private set; }

    /// <summary>The generation that this one started from; null where it started empty.</summary>
    public string? BaseId { get; private set; }

    /// <summary>Why the current generation could not be the base; empty where it is, or was not asked for, or where none was published yet.</summary>
    public IReadOnlyList<VerifyProblem> BaseProblems { get; private set; } = [];

    /// <summary>What the pruning after <see cref="Publish"/> did; null before.</summary>
    public PruneReport? Pruned { get; private set; }

    /// <summary>
    /// Checks, names and serves the generation. The caller has closed all of its files. Files linked from the base are not read again:
    /// where length and time of change are those of the base's file, its checksum is taken over, so publishing costs what is new
    /// (<see cref="GenerationStore.Verify"/> reads everything).
    /// </summary>
    /// <param name="schemaHash">See <see cref="Manifest.SchemaHash"/>.</param>
    /// <param name="counts">See <see cref="Manifest.Counts"/>.</param>
    /// <param name="sources">See <see cref="Manifest.Sources"/>.</param>
    /// <param name="verify">Given the finished folder, opens it read-only, compares and closes it; it throws where something is wrong, and then
    /// nothing is published.</param>
    /// <param name="onStep">As in <see cref="GenerationStore.BeginBuild"/>, in its stead.</param>
    /// <exception cref="GenerationException"><c>published-file-modified</c>: a linked file was changed in place, and with it the base;
    /// <c>disk-full</c>, <c>index-not-writable</c>, <c>index-io</c>. Whatever is thrown, the generation that was served still is.</exception>
    public Manifest Publish(string schemaHash, IReadOnlyDictionary<string, long> counts, IReadOnlyList<string> sources, Action<string> verify,
        Action<PublishStep>? onStep = null)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isPublished)
            throw new InvalidOperationException($"Generation {Id} is already published.");
        onStep ??= _onStep;
        RemoveLuceneLocks();
        onStep?.Invoke(PublishStep.Written);

        verify(Folder);
        var manifest = new Manifest
        {
            Id = Id,
            Format = Manifest.CurrentFormat,
            SchemaHash = schemaHash,
            Created = _store.Time.GetUtcNow(),
            Counts = new SortedDictionary<string, long>(counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Sources = [.. sources],
            Files = OnDisk("computing checksums", () => GenerationFiles.NamesIn(Folder).Select(Describe).ToList()),
        };
        onStep?.Invoke(PublishStep.Verified);

        OnDisk("making it durable", () => NameForGood(manifest));
        onStep?.Invoke(PublishStep.Named);

        AtomicFile.Write(_store.CurrentPath, System.Text.Encoding.ASCII.GetBytes(Id + "\n"));
        _isPublished = true;
        onStep?.Invoke(PublishStep.Current);

        Pruned = Pruner.Prune(_store, Id, _neverServed);
        onStep?.Invoke(PublishStep.Pruned);
        return manifest;
    }

    /// <summary>Gives the writer lock back; a build that was not published is deleted.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        try
        {
            if (!_isPublished)
                Abandon();
        }
        finally
        {
            _writerLock.Dispose();
        }
    }

    internal static GenerationBuild Begin(GenerationStore store, bool fromScratch, Action<PublishStep>? onStep)
    {
        store.CreateFolders();
        var writerLock = WriterLock.Take(store);
        GenerationBuild? build = null;
        try
        {
            string? current = null;
            IReadOnlyList<VerifyProblem> problems = [];
            try
            {
                current = store.CurrentId();
                problems = current is null || fromScratch ? [] : store.QuickProblems(current);
            }
            catch (GenerationException e)
            {
                problems = [new(e.Path, e.Reason)];
            }
            var known = store.ParsedIds().Concat(Pruner.LeftoverIds(store)).ToList();
            if (GenerationId.TryParse(current ?? "", out var currentId))
                known.Add(currentId);
            build = new GenerationBuild(store, writerLock, GenerationId.Next(known, store.Time.GetUtcNow()), onStep) { BaseProblems = problems };
            if (current is not null)
                build._neverServed.UnionWith(store.ParsedIds().Where(id => id.CompareTo(currentId) > 0).Select(id => id.ToString()));
            var started = build;
            started.OnDisk("starting a build", () =>
            {
                Pruner.RemoveLeftovers(store);
                Directory.CreateDirectory(started.Folder);
                if (!fromScratch)
                    started.StartFrom(problems.Count == 0 ? current : store.LatestWhole());
            });
            onStep?.Invoke(PublishStep.Started);
            return build;
        }
        catch
        {
            build?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    private void StartFrom(string? baseId)
    {
        BaseId = baseId;
        if (baseId is null)
            return;
        var baseFolder = _store.FolderOf(baseId);
        foreach (var file in _store.ReadManifest(baseId).Files)
        {
            var source = GenerationFiles.PathOf(baseFolder, file.Name);
            var target = GenerationFiles.PathOf(Folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (GenerationFiles.IsWrittenOnce(file.Name) && SystemCalls.TryHardLink(source, target))
                _linked[file.Name] = new(source, file, File.GetLastWriteTimeUtc(source));
            else
                File.Copy(source, target);
        }
    }

    private ManifestFile Describe(string name)
    {
        var file = new FileInfo(GenerationFiles.PathOf(Folder, name));
        if (_linked.TryGetValue(name, out var linked))
        {
            if (linked.IsLike(file))
                return linked.InBase;
            // A file that was replaced left the base's alone; one that was changed in place took the base with it.
            if (!linked.IsLike(new FileInfo(linked.BasePath)))
                throw new GenerationException("published-file-modified", file.FullName,
                    $"it was changed in place, which damaged generation {BaseId} as well; rebuild with --full");
            _linked.Remove(name);
        }
        return new(name, file.Length, GenerationFiles.HashOf(file.FullName));
    }

    private void NameForGood(Manifest manifest)
    {
        foreach (var file in manifest.Files.Where(f => !_linked.ContainsKey(f.Name)))
        {
            using var handle = File.OpenHandle(GenerationFiles.PathOf(Folder, file.Name), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        AtomicFile.Write(Path.Combine(Folder, Manifest.FileName), ManifestFormat.ToBytes(manifest));
        foreach (var folder in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories))
            SystemCalls.FlushFolder(folder);
        SystemCalls.FlushFolder(Folder);
        // Readers who may not write here need the lock's file to be there.
        FileLock.TryShared(_store.LockPathOf(Id))?.Dispose();
        var named = _store.FolderOf(Id);
        Directory.Move(Folder, named);
        Folder = named;
        SystemCalls.FlushFolder(_store.GenerationsFolder);
    }

    /// <summary>Lucene leaves the file of its lock behind when the writer is closed.</summary>
    private void RemoveLuceneLocks() => OnDisk("removing Lucene's lock", () =>
    {
        foreach (var path in Directory.EnumerateFiles(Folder, GenerationFiles.LuceneLock, SearchOption.AllDirectories).ToList())
            File.Delete(path);
    });

    private void Abandon()
    {
        try
        {
            if (Folder.EndsWith(GenerationStore.BuildingEnding, StringComparison.Ordinal))
            {
                if (Directory.Exists(Folder))
                    Directory.Delete(Folder, recursive: true);
            }
            else if (_store.CurrentId() != Id)
                Pruner.Remove(_store, Id);
        }
        catch (IOException)
        {
            // Dispose often runs while another exception, which tells more, is on its way; the next build removes what is left.
        }
        catch (UnauthorizedAccessException)
        {
            // The same.
        }
    }

    private void OnDisk(string action, Action work) => OnDisk(action, () =>
    {
        work();
        return true;
    });

    private T OnDisk<T>(string action, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw GenerationException.FromDisk(action, Folder, e);
        }
    }

    /// <summary>A file that this build shares with its base, as the base's manifest and the disk had it when it was linked.</summary>
    private sealed record LinkedFile(string BasePath, ManifestFile InBase, DateTime Changed)
    {
        public bool IsLike(FileInfo file) => file.Exists && file.Length == InBase.Length && file.LastWriteTimeUtc == Changed;
    }
}
