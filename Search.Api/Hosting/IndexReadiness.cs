using Search.Api.Answers;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>Says in words why no index answers and what to do about it: one is being built, or none was made yet, or it is damaged.</summary>
internal sealed class IndexReadiness(ApiSettings settings)
{
    private volatile string? _building;
    private volatile string? _failure;

    /// <summary>What is being built now, in words; null where nothing is.</summary>
    public string? Building
    {
        get => _building;
        set => _building = value;
    }

    /// <summary>Why the last build of this host failed, in words; null where it did not.</summary>
    public string? Failure
    {
        get => _failure;
        set => _failure = value;
    }

    public Problem Unavailable(IndexStatus status)
    {
        var code = status.Code ?? ProblemCodes.IndexNotFound;
        if (_building is { } building)
            return Problem.IndexUnavailable(code, $"{building} Searches are answered as soon as it is done.");
        if (_failure is { } failure)
            return Problem.IndexUnavailable(code, $"The index could not be built: {ForStrangers(failure)}");
        return Problem.IndexUnavailable(code, code == ProblemCodes.IndexNotFound
            ? $"There is no index in '{Path.GetFileName(settings.Index.Folder)}' yet; make one with: dotnet run --project Search.Indexer -- index SOURCE --index DIR"
            : ForStrangers(status.Problem) ?? "The index can't be opened; build it anew with --full.");
    }

    /// <summary>The message without the place of the index on this machine.</summary>
    public string? ForStrangers(string? message) => message?.Replace(settings.Index.Folder, Path.GetFileName(settings.Index.Folder), StringComparison.Ordinal);
}
