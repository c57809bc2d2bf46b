namespace Search.Core.Generations;

/// <summary>
/// Removes what nobody needs any more: old generations, and what dead builds left. Runs only under the writer lock. Never touches the
/// current generation or a leased one.
/// </summary>
internal static class Pruner
{
    /// <summary>The current one and two to go back to.</summary>
    public const int Kept = 3;

    /// <summary>
    /// Keeps <paramref name="current"/> and the newest others up to <see cref="Kept"/> in all; <paramref name="neverServed"/> are not
    /// worth keeping. Throws nothing: by now the new generation is served.
    /// </summary>
    public static PruneReport Prune(GenerationStore store, string current, IReadOnlySet<string> neverServed)
    {
        List<string> removed = [], inUse = [];
        List<VerifyProblem> problems = [];
        try
        {
            RemoveOld(store, current, neverServed, removed, inUse, problems);
            RemoveLocksWithoutGeneration(store, problems);
        }
        catch (GenerationException e)
        {
            problems.Add(new(e.Path, e.Reason));
        }
        catch (Exception e) when (GenerationException.IsFromDisk(e))
        {
            problems.Add(new(store.Folder, e.Message));
        }
        return new(removed, inUse, problems);
    }

    /// <summary>
    /// False where a lease holds it. It is renamed while no lease can be taken, so that a removal that is cut off leaves no folder that
    /// looks like a generation.
    /// </summary>
    public static bool Remove(GenerationStore store, string id)
    {
        var removing = store.FolderOf(id) + GenerationStore.RemovingEnding;
        using (var exclusive = FileLock.TryExclusive(store.LockPathOf(id)))
        {
            if (exclusive is null)
                return false;
            Directory.Move(store.FolderOf(id), removing);
            if (!OperatingSystem.IsWindows())
                File.Delete(store.LockPathOf(id));
        }
        if (OperatingSystem.IsWindows())
            File.Delete(store.LockPathOf(id));
        Directory.Delete(removing, recursive: true);
        return true;
    }

    /// <summary>Removes builds and removals that were cut off. Under the writer lock none of them can be alive.</summary>
    public static void RemoveLeftovers(GenerationStore store)
    {
        foreach (var folder in Directory.EnumerateDirectories(store.GenerationsFolder).Order(StringComparer.Ordinal))
            if (IsLeftover(Path.GetFileName(folder)))
                Directory.Delete(folder, recursive: true);
        var current = Path.GetFileName(store.CurrentPath);
        foreach (var file in Directory.EnumerateFiles(store.Folder, $"{current}.*{AtomicFile.TemporaryEnding}"))
            File.Delete(file);
    }

    /// <summary>The ids that dead builds had: they are not given again.</summary>
    public static IEnumerable<GenerationId> LeftoverIds(GenerationStore store)
    {
        foreach (var folder in Directory.EnumerateDirectories(store.GenerationsFolder))
            if (IsLeftover(Path.GetFileName(folder)) && GenerationId.TryParse(Path.GetFileNameWithoutExtension(folder), out var id))
                yield return id;
    }

    private static void RemoveOld(GenerationStore store, string current, IReadOnlySet<string> neverServed, List<string> removed, List<string> inUse,
        List<VerifyProblem> problems)
    {
        var others = store.Ids().Where(id => id != current).ToList();
        var keep = others.Where(id => !neverServed.Contains(id)).TakeLast(Kept - 1).ToHashSet(StringComparer.Ordinal);
        foreach (var id in others.Where(id => !keep.Contains(id)))
        {
            try
            {
                (Remove(store, id) ? removed : inUse).Add(id);
            }
            catch (Exception e) when (GenerationException.IsFromDisk(e))
            {
                problems.Add(new(store.FolderOf(id), $"it can't be removed: {e.Message}"));
            }
        }
    }

    private static bool IsLeftover(string name) => Path.GetExtension(name) is GenerationStore.BuildingEnding or GenerationStore.RemovingEnding
        && GenerationId.TryParse(Path.GetFileNameWithoutExtension(name), out _);

    private static void RemoveLocksWithoutGeneration(GenerationStore store, List<VerifyProblem> problems)
    {
        foreach (var path in Directory.EnumerateFiles(store.LeasesFolder, "*.lock").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(path);
            if (!GenerationId.TryParse(id, out _) || Directory.Exists(store.FolderOf(id)))
                continue;
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (GenerationException.IsFromDisk(e))
            {
                problems.Add(new(path, $"it can't be removed: {e.Message}"));
            }
        }
    }
}
