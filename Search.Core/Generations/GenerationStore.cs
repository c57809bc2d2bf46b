namespace Search.Core.Generations;

/// <summary>
/// The index folder: <c>CURRENT</c>, <c>generations/&lt;id&gt;/</c> and the locks. Readers ask it which generation is current and lease
/// it; one writer at a time builds the next. It knows files and checksums, not what is in them.
/// </summary>
/// <remarks>May be used by several threads; it keeps no state but paths, so what another process publishes is seen at the next call.</remarks>
public sealed class GenerationStore
{
    internal const string BuildingEnding = ".building";
    internal const string RemovingEnding = ".removing";
    private const string CurrentName = "CURRENT";
    private const string GenerationsName = "generations";

    /// <summary>An id has 20 characters; a file much larger is not a CURRENT.</summary>
    private const int MaxCurrentChars = 200;

    private GenerationStore(string folder, TimeProvider time)
    {
        Folder = folder;
        Time = time;
    }

    /// <summary>Full path of the index folder.</summary>
    public string Folder { get; }

    internal TimeProvider Time { get; }

    internal string CurrentPath => Path.Combine(Folder, CurrentName);

    internal string GenerationsFolder => Path.Combine(Folder, GenerationsName);

    internal string LeasesFolder => Path.Combine(Folder, "leases");

    internal string WriterLockPath => Path.Combine(Folder, "writer.lock");

    /// <summary>
    /// Opens an index folder, which may hold no generation yet. Only with <paramref name="create"/> is anything written: the folders,
    /// where they are missing. A folder is taken for an index where it has <c>CURRENT</c> or <c>generations/</c>, or nothing but hidden
    /// files and a README.md.
    /// </summary>
    /// <param name="indexDirectory">Relative to the process's folder, or full.</param>
    /// <param name="create">Whether to make what is missing, as the indexer does; readers say false.</param>
    /// <param name="time">The clock for ids; the system's where left out.</param>
    /// <exception cref="GenerationException"><c>index-not-found</c>, <c>not-an-index</c>, <c>index-not-writable</c>, <c>index-not-readable</c>.</exception>
    public static GenerationStore Open(string indexDirectory, bool create, TimeProvider? time = null)
    {
        if (string.IsNullOrWhiteSpace(indexDirectory) || indexDirectory.Contains('\0'))
            throw new GenerationException("index-not-found", indexDirectory, "this is not the name of a folder");
        var store = new GenerationStore(Path.GetFullPath(indexDirectory), time ?? TimeProvider.System);
        if (File.Exists(store.Folder))
            throw new GenerationException("not-an-index", store.Folder, "this is a file; an index is a folder");
        if (!Directory.Exists(store.Folder) && !create)
            throw new GenerationException("index-not-found", store.Folder, "there is no such folder; the indexer's `index` command makes one");
        if (Directory.Exists(store.Folder))
            store.RefuseForeignFolder();
        if (create)
            store.CreateFolders();
        return store;
    }

    /// <summary>The generation that is to be served, read anew from <c>CURRENT</c>; null where none was published yet.</summary>
    /// <exception cref="GenerationException"><c>current-unreadable</c>: the file is empty, cut off or holds something else. A reader goes on with
    /// the generation that it has, or with <see cref="LatestWhole"/>.</exception>
    public string? CurrentId()
    {
        try
        {
            using var file = new FileStream(CurrentPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var chars = new char[MaxCurrentChars];
            var text = new string(chars, 0, reader.ReadBlock(chars)).TrimEnd();
            if (GenerationId.TryParse(text, out _))
                return text;
            throw new GenerationException("current-unreadable", CurrentPath,
                text.Length == 0 ? "it is empty; it should hold the id of a generation" : "it does not hold the id of a generation");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw new GenerationException("current-unreadable", CurrentPath, e.Message, e);
        }
    }

    /// <summary>Ids of the generations on the disk, oldest first; builds that are under way are not among them.</summary>
    /// <exception cref="GenerationException"><c>index-not-readable</c>.</exception>
    public IReadOnlyList<string> Ids() => [.. ParsedIds().Select(id => id.ToString())];

    /// <summary>Full path of a generation's folder, whether it is there or not.</summary>
    /// <exception cref="GenerationException"><c>generation-not-found</c>: the text is no generation's id.</exception>
    public string FolderOf(string id) => GenerationId.TryParse(id, out _)
        ? Path.Combine(GenerationsFolder, id)
        : throw new GenerationException("generation-not-found", GenerationsFolder, $"\"{id}\" is not the id of a generation");

    /// <summary>What the generation says of itself; its own checksum is checked, the files are not looked at.</summary>
    /// <exception cref="GenerationException"><c>generation-not-found</c>, <c>manifest-unreadable</c>, <c>manifest-newer</c>.</exception>
    public Manifest ReadManifest(string id)
    {
        var folder = FolderOf(id);
        return Directory.Exists(folder) ? ManifestFormat.Read(folder, id) : throw NotFound(id);
    }

    /// <summary>
    /// Keeps a generation on the disk until the lease is disposed or the process ends. A generation that was pruned between
    /// <see cref="CurrentId"/> and this call is <c>generation-not-found</c>: ask for the current one again.
    /// </summary>
    /// <exception cref="GenerationException"><c>generation-not-found</c>, <c>index-not-readable</c>.</exception>
    public GenerationLease Acquire(string id)
    {
        var folder = FolderOf(id);
        if (!Directory.Exists(folder))
            throw NotFound(id);
        FileLock? held = null;
        try
        {
            held = FileLock.TryShared(LockPathOf(id)) ?? throw NotFound(id); // Held exclusively: a pruner is removing it just now.
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException || GenerationException.IsReadOnly(e))
        {
            // A read-only copy of an index without its lock files is served all the same; the lease says that it is unprotected.
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw new GenerationException("index-not-readable", LockPathOf(id), e.Message, e);
        }
        // A pruner may have had the lock, and removed the folder, between the look above and the lock. It renames before it lets go.
        if (Directory.Exists(folder))
            return new GenerationLease(id, folder, held);
        held?.Dispose();
        throw NotFound(id);
    }

    /// <summary>
    /// Leases the current generation, asking again where it was replaced and pruned between the question and the lease; null where none
    /// was published yet.
    /// </summary>
    /// <exception cref="GenerationException"><c>current-unreadable</c>, <c>index-not-readable</c>; <c>generation-not-found</c> where <c>CURRENT</c> goes on naming
    /// a generation that is not there.</exception>
    public GenerationLease? AcquireCurrent()
    {
        for (var id = CurrentId(); ;)
        {
            if (id is null)
                return null;
            try
            {
                return Acquire(id);
            }
            catch (GenerationException e) when (e.Code == "generation-not-found")
            {
                var now = CurrentId();
                if (now == id)
                    throw;
                id = now;
            }
        }
    }

    /// <summary>
    /// Starts the next generation: takes the writer lock, removes what dead builds left behind, and links the files of the current
    /// generation into the new folder (copies those that <see cref="GenerationFiles.IsWrittenOnce"/> does not name, and all where the
    /// file system has no hard links). Where the current generation is not whole, the newest whole one is the base, and
    /// <see cref="GenerationBuild.BaseProblems"/> says why.
    /// </summary>
    /// <param name="fromScratch">True starts with an empty folder.</param>
    /// <param name="onStep">Called after each of the six steps, on this thread; what it throws abandons the build.</param>
    /// <exception cref="GenerationException"><c>index-locked</c> with the holder's process id where another build is under way, in this process or
    /// another; <c>index-not-writable</c>, <c>disk-full</c>, <c>index-io</c>.</exception>
    public GenerationBuild BeginBuild(bool fromScratch, Action<PublishStep>? onStep = null) => GenerationBuild.Begin(this, fromScratch, onStep);

    /// <summary>
    /// Reads every file of a generation (the current one where <paramref name="id"/> is null) and compares it with the manifest. Finds
    /// missing, cut, damaged and foreign files; what is wrong is in the report, not thrown.
    /// </summary>
    public VerifyReport Verify(string? id = null)
    {
        try
        {
            id ??= CurrentId();
            if (id is null)
                return new(null, 0, 0, [new(CurrentPath, "there is no such file: nothing was published yet")]);
            using var lease = Acquire(id);
            var manifest = ReadManifest(id);
            var problems = GenerationFiles.AllProblems(lease.Folder, manifest, out var bytes);
            return new(id, manifest.Files.Count, bytes, problems);
        }
        catch (GenerationException e)
        {
            return new(id, 0, 0, [new(e.Path, e.Reason)]);
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            return new(id, 0, 0, [new(Folder, e.Message)]);
        }
    }

    /// <summary>
    /// The newest generation whose manifest is readable and whose files are all there with the right length; null where there is none.
    /// For a reader that finds <c>CURRENT</c> or what it names unusable at start: it may answer one that was finished but never made
    /// current. Contents are not read.
    /// </summary>
    public string? LatestWhole() => Ids().LastOrDefault(id => !QuickProblems(id).Any());

    /// <summary>What a look at manifest, names and lengths shows to be wrong with a generation; reads no content.</summary>
    public IReadOnlyList<VerifyProblem> QuickProblems(string id)
    {
        try
        {
            return [.. GenerationFiles.MissingOrCut(FolderOf(id), ReadManifest(id))];
        }
        catch (GenerationException e)
        {
            return [new(e.Path, e.Reason)];
        }
    }

    internal string LockPathOf(string id) => Path.Combine(LeasesFolder, id + ".lock");

    internal IEnumerable<GenerationId> ParsedIds()
    {
        try
        {
            if (!Directory.Exists(GenerationsFolder))
                return [];
            var ids = new List<GenerationId>();
            foreach (var folder in Directory.EnumerateDirectories(GenerationsFolder))
                if (GenerationId.TryParse(Path.GetFileName(folder), out var id))
                    ids.Add(id);
            ids.Sort();
            return ids;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw new GenerationException("index-not-readable", GenerationsFolder, e.Message, e);
        }
    }

    internal void CreateFolders()
    {
        try
        {
            Directory.CreateDirectory(GenerationsFolder);
            Directory.CreateDirectory(LeasesFolder);
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw new GenerationException("index-not-writable", Folder, $"its folders can't be made: {e.Message}", e);
        }
    }

    private void RefuseForeignFolder()
    {
        try
        {
            if (File.Exists(CurrentPath) || Directory.Exists(GenerationsFolder))
                return;
            var other = Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
                .FirstOrDefault(name => !name!.StartsWith('.') && name is not ("README.md" or "leases" or "writer.lock" or "lost+found"));
            if (other is not null)
                throw new GenerationException("not-an-index", Folder,
                    $"it holds other things ({other}) and neither {CurrentName} nor {GenerationsName}/; name an empty or a new folder");
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            throw new GenerationException("index-not-readable", Folder, e.Message, e);
        }
    }

    private GenerationException NotFound(string id) =>
        new("generation-not-found", Path.Combine(GenerationsFolder, id), "there is no such generation (any more)");
}
