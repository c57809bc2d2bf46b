using System.Diagnostics.Metrics;
using Search.Core.Searching;

namespace Search.Api.Hosting;

/// <summary>What the host counts about itself, for <c>/metrics</c>: answers by operation with their time, and the state of the index.</summary>
internal sealed class SearchMetrics
{
    public const string MeterName = "Search.Api";

    private readonly Histogram<double> _answers;

    public SearchMetrics(SearchService search, TimeProvider clock, IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateHistogram<double>("search.answer.duration", "s", "Time to make an answer, by operation; its count is the number of answers not taken from a cache");
        meter.CreateObservableGauge("search.index.open", () => search.Status.IsOpen ? 1 : 0, null, "1 where an index is open");
        meter.CreateObservableGauge("search.index.posts", () => search.Status.Posts, null, "Posts in the index");
        meter.CreateObservableGauge("search.index.quotes", () => search.Status.Quotes, null, "Quotations in the index");
        meter.CreateObservableGauge("search.index.age", () => search.Status.Created is { } created ? (clock.GetUtcNow() - created).TotalSeconds : 0, "s", "Time since the open generation was built");
        meter.CreateObservableGauge("search.index.generation",
            () => new Measurement<int>(1, new KeyValuePair<string, object?>("generation", search.Status.Generation ?? "none")), null, "Always 1; its label is the open generation");
    }

    public void Answered(string operation, TimeSpan time) => _answers.Record(time.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
}
