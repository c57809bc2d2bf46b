namespace Search.Api.Hosting;

/// <summary>
/// Limits on all that a stranger can send. Each is read at start; none needs a new index. Passing one is a 400, 413, 414 or 429 that
/// names it.
/// </summary>
internal sealed record LimitSettings
{
    public required int MaxUrlChars { get; init; }

    public required int MaxQueryChars { get; init; }

    public required int MaxQueryWords { get; init; }

    public required int MaxWildcards { get; init; }

    public required int MaxFilterValues { get; init; }

    public required int MaxPageSize { get; init; }

    public required int MaxOffset { get; init; }

    public required int MaxListSize { get; init; }

    public required int MaxFacetValues { get; init; }

    public required int MaxBodyBytes { get; init; }

    public required int MaxAnswerMs { get; init; }

    public required int MaxConcurrentAnswers { get; init; }

    public required int MaxWaitingAnswers { get; init; }

    /// <summary>Null: the default, which leaves requests from this machine alone. 0: off. Otherwise it holds for every address.</summary>
    public required int? RequestsPerSecond { get; init; }

    public const int DefaultRequestsPerSecond = 100;

    public static LimitSettings Read(SettingsReader settings) => new()
    {
        MaxUrlChars = settings.WholeNumber("Search:Limits:MaxUrlChars", 16_384, 256, 65_536, "length of a request's path and query string; beyond it 414"),
        MaxQueryChars = settings.WholeNumber("Search:Limits:MaxQueryChars", 2_000, 16, 32_768, "length of q; beyond it 400"),
        MaxQueryWords = settings.WholeNumber("Search:Limits:MaxQueryWords", 300, 1, 1_000, "words in q; beyond it 400"),
        MaxWildcards = settings.WholeNumber("Search:Limits:MaxWildcards", 16, 0, 100, "words in q with * or ~; beyond it 400"),
        MaxFilterValues = settings.WholeNumber("Search:Limits:MaxFilterValues", 100, 1, 1_000, "tags, categories and people in the filters of one request, each; beyond it 400"),
        MaxPageSize = settings.WholeNumber("Search:Limits:MaxPageSize", 100, 1, 100, "greatest limit of a search; beyond it 400"),
        MaxOffset = settings.WholeNumber("Search:Limits:MaxOffset", 1_000, 0, 1_000, "greatest offset of a search; beyond it 400, and cursor goes on"),
        MaxListSize = settings.WholeNumber("Search:Limits:MaxListSize", 1_000, 1, 10_000, "greatest limit of the lists of people, tags and categories; beyond it 400"),
        MaxFacetValues = settings.WholeNumber("Search:Limits:MaxFacetValues", 1_000, 1, 1_000, "greatest facetLimit; beyond it 400"),
        MaxBodyBytes = settings.WholeNumber("Search:Limits:MaxBodyBytes", 1_048_576, 1_024, 67_108_864, "size of a posted text; beyond it 413"),
        MaxAnswerMs = settings.WholeNumber("Search:Limits:MaxAnswerMs", 5_000, 10, 600_000, "time for one answer in milliseconds; beyond it 400, and 429 for one that waited so long for its turn"),
        MaxConcurrentAnswers = settings.WholeNumber("Search:Limits:MaxConcurrentAnswers", 32, 1, 10_000, "answers made at once; more wait"),
        MaxWaitingAnswers = settings.WholeNumber("Search:Limits:MaxWaitingAnswers", 1_000, 0, 100_000, "answers that wait; beyond it 429"),
        RequestsPerSecond = ReadRate(settings),
    };

    private static int? ReadRate(SettingsReader settings)
    {
        const int unset = -1;
        var rate = settings.WholeNumber("Search:Limits:RequestsPerSecond", unset, unset, 1_000_000,
            $"requests a second from one address, with bursts of ten times as many; beyond it 429. 0: off. -1: {DefaultRequestsPerSecond}, and none for this machine's own requests");
        return rate == unset ? null : rate;
    }
}
