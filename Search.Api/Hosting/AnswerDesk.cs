using System.Diagnostics;
using System.Threading.RateLimiting;
using Search.Api.Answers;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>
/// Where the index is asked: so many answers are made at once, the rest wait their turn, and none may wait, or take, longer than allowed. A
/// place is held only while an answer is made, never while a slow caller sends or receives.
/// </summary>
internal sealed class AnswerDesk(SearchService search, ApiSettings settings, SearchMetrics metrics) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = settings.Limits.MaxConcurrentAnswers,
        QueueLimit = settings.Limits.MaxWaitingAnswers,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>The answer, null where nothing of that name is in the index; or the problem: too busy, or too much was asked.</summary>
    /// <param name="operation">Name of the call in the metrics.</param>
    /// <param name="ask">Makes the answer; heeds its token.</param>
    /// <param name="gone">Set when the caller has gone.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<(TAnswer? Answer, Problem? Problem)> AskAsync<TAnswer>(string operation, Func<SearchService, CancellationToken, TAnswer?> ask, CancellationToken gone)
        where TAnswer : class
    {
        using var place = await PlaceAsync(gone);
        if (place is not { IsAcquired: true })
            return (null, new Problem(StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyRequests, "Too many searches wait for their turn; ask again in 1 s.") { RetryAfterSeconds = 1 });
        using var time = CancellationTokenSource.CreateLinkedTokenSource(gone);
        time.CancelAfter(settings.Limits.MaxAnswerMs);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = ask(search, time.Token);
            metrics.Answered(operation, Stopwatch.GetElapsedTime(started));
            return (answer, null);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            return (null, new Problem(StatusCodes.Status400BadRequest, ProblemCodes.QueryTooExpensive, $"The answer took longer than {settings.Limits.MaxAnswerMs} ms; fewer words, wildcards or facets are accepted."));
        }
    }

    // Null where the turn did not come in time: others asked too much, not this caller.
    private async Task<RateLimitLease?> PlaceAsync(CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(settings.Limits.MaxAnswerMs);
        try
        {
            return await _places.AcquireAsync(1, patience.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _places.Dispose();
}
