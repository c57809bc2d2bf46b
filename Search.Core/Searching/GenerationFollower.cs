using Search.Core.Generations;

namespace Search.Core.Searching;

/// <summary>
/// Keeps the newest whole generation open: looks at <c>CURRENT</c> again and again, opens what it names, swaps, and lets the old one go
/// when its last user has gone. A generation that cannot be opened is reported, and the last good one stays.
/// </summary>
internal sealed class GenerationFollower : IDisposable
{
    private readonly string indexDirectory;
    private readonly SearchOptions options;
    private readonly Lock refreshing = new();
    private readonly ITimer timer;
    private volatile OpenGeneration? current;
    private volatile OpenGeneration? previous;
    private string? refused;
    private volatile bool disposed;

    public GenerationFollower(string indexDirectory, SearchOptions options)
    {
        this.indexDirectory = indexDirectory;
        this.options = options;
        Status = new(false, null, null, 0, 0, "index-not-found", $"There is no index in {indexDirectory} yet.");
        Refresh();
        timer = options.Clock.CreateTimer(_ => Look(), null, options.PollInterval, options.PollInterval);
    }

    public IndexStatus Status { get; private set; }

    /// <summary>The current generation, for use until <see cref="OpenGeneration.Release"/>.</summary>
    /// <exception cref="IndexUnavailableException">None is open.</exception>
    public OpenGeneration Use()
    {
        while (current is { } generation)
            if (generation.TryUse())
                return generation;
        throw new IndexUnavailableException(Status.Code ?? "index-not-found", Status.Problem ?? "There is no index.");
    }

    /// <summary>A generation by its id if it is still open, so that later pages come from the same state; null otherwise.</summary>
    public OpenGeneration? Use(string id)
    {
        foreach (var generation in new[] { current, previous })
            if (generation is not null && generation.Manifest.Id == id && generation.TryUse())
                return generation;
        return null;
    }

    public bool Refresh()
    {
        lock (refreshing)
        {
            if (disposed)
                return false;
            try
            {
                return Follow();
            }
            catch (Exception e) when (e is GenerationException or IndexUnavailableException or IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
            {
                Report((e as GenerationException)?.Code ?? (e as IndexUnavailableException)?.Code ?? "index-damaged", e.Message);
                return false;
            }
        }
    }

    // While a generation is being opened there is nothing to look for, and nobody to wait for it.
    private void Look()
    {
        if (!refreshing.TryEnter())
            return;
        try
        {
            Refresh();
        }
        finally
        {
            refreshing.Exit();
        }
    }

    public void Dispose()
    {
        lock (refreshing)
        {
            disposed = true;
            timer.Dispose();
            current?.Release();
            previous?.Release();
            current = previous = null;
        }
    }

    private bool Follow()
    {
        if (!Directory.Exists(indexDirectory))
        {
            Report("index-not-found", $"There is no index in {indexDirectory} yet.");
            return false;
        }
        var store = GenerationStore.Open(indexDirectory, create: false, options.Clock);
        string? id;
        try
        {
            id = store.CurrentId();
        }
        catch (GenerationException e) when (current is null && store.LatestWhole() is { } whole)
        {
            // At start a damaged CURRENT is no reason to serve nothing while a whole generation lies beside it.
            options.Log?.Invoke($"{e.Message} Serving {whole} instead.");
            id = whole;
        }
        if (id is null)
        {
            Report("index-not-found", $"There is no index in {indexDirectory} yet.");
            return false;
        }
        if (id == current?.Manifest.Id || id == refused && current is not null)
            return false;
        OpenGeneration opened;
        try
        {
            opened = OpenGeneration.Open(store, id, options);
        }
        catch (Exception) when (current is null && store.LatestWhole() is { } whole && whole != id)
        {
            opened = OpenGeneration.Open(store, whole, options);
        }
        catch (Exception e) when (e is not IndexUnavailableException)
        {
            refused = id;
            throw;
        }
        previous?.Release();
        previous = current;
        current = opened;
        refused = null;
        Warm(opened);
        var counts = opened.Manifest.Counts;
        Status = new(true, opened.Manifest.Id, opened.Manifest.Created, counts.GetValueOrDefault("posts"), counts.GetValueOrDefault("quotes"), null, null);
        options.Log?.Invoke($"Serving generation {opened.Manifest.Id}: {Status.Posts} posts, {Status.Quotes} quotes.");
        return true;
    }

    // What the first search would wait for is made beside what its host still has to do; it stays open for as long as that takes.
    private static void Warm(OpenGeneration opened)
    {
        if (!opened.TryUse())
            return;
        _ = Task.Run(() =>
        {
            try
            {
                _ = opened.Rarity;
            }
            finally
            {
                opened.Release();
            }
        });
    }

    private void Report(string code, string problem)
    {
        if (Status.Code == code && Status.Problem == problem)
            return;
        Status = current is null ? new(false, null, null, 0, 0, code, problem) : Status with { Code = code, Problem = problem };
        options.Log?.Invoke(current is null ? problem : $"{problem} Generation {current.Manifest.Id} goes on serving.");
    }
}
