using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Postings;

namespace Search.Bench.Retrieval;

/// <summary>What a query took, in microseconds: the least of all rounds, as the machine is shared.</summary>
internal sealed record Timing(BenchQuery Query)
{
    public double Stock { get; set; } = double.MaxValue;

    public double Ours { get; set; } = double.MaxValue;

    /// <summary>Ours with the exact number of hits.</summary>
    public double OursWithTotal { get; set; } = double.MaxValue;

    public long Hits { get; set; }
}

/// <summary>Stock Lucene.Net and the kernels over one index in one process, query by query in turn; checks that they agree.</summary>
internal sealed class Duel
{
    private const int Most = 10;
    private const int WarmPasses = 30;

    private static readonly TimeSpan MostWarming = TimeSpan.FromSeconds(20);

    private readonly IndexSearcher stock;
    private readonly ImpactSearcher ours;
    private readonly SlugColumn column;

    public Duel(IndexReader reader)
    {
        stock = new(reader) { Similarity = new BM25Similarity() };
        ours = new(stock);
        column = SlugColumn.Read(reader, PassageIndex.Label);
    }

    /// <summary>Queries whose answers differ in documents, order, scores, totals or counts: none may.</summary>
    public int Differences { get; private set; }

    public List<Timing> Run(IReadOnlyList<BenchQuery> queries, int rounds, Action<string> say)
    {
        var timings = queries.Select(q => new Timing(q)).ToList();
        var compiled = queries.Select(q => q.ToQuery()).ToArray();
        var covered = compiled.Count(ours.Covers);
        say($"{covered} of {compiled.Length} queries are answered by the kernels");
        for (var i = 0; i < compiled.Length; i++)
            Check(compiled[i], timings[i]);
        // Until the code of both sides is compiled for speed.
        Warm(() => { foreach (var query in compiled) stock.Search(query, Most); });
        Warm(() => { foreach (var query in compiled) { ours.Search(query, Most); WithTotal(query); } });
        var order = Enumerable.Range(0, compiled.Length).ToArray();
        var random = new Random(7);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
                Measure(compiled[i], timings[i]);
            say($"round {round + 1} of {rounds}");
        }
        return timings;
    }

    private static void Warm(Action all)
    {
        for (var (start, pass) = (Stopwatch.GetTimestamp(), 0); pass < WarmPasses && Stopwatch.GetElapsedTime(start) < MostWarming || pass == 0; pass++)
            all();
    }

    private void Measure(Query query, Timing timing)
    {
        if (timing.Query.Class == "facet")
        {
            timing.Stock = Math.Min(timing.Stock, Microseconds(() => StockFacets(query)));
            timing.Ours = Math.Min(timing.Ours, Microseconds(() => OurFacets(query)));
            timing.OursWithTotal = timing.Ours;
            return;
        }
        timing.Stock = Math.Min(timing.Stock, Microseconds(() => stock.Search(query, Most)));
        timing.Ours = Math.Min(timing.Ours, Microseconds(() => ours.Search(query, Most)));
        timing.OursWithTotal = Math.Min(timing.OursWithTotal, Microseconds(() => WithTotal(query)));
    }

    private void Check(Query query, Timing timing)
    {
        var expected = stock.Search(query, Most);
        var found = ours.Search(query, Most);
        timing.Hits = expected.TotalHits;
        var same = expected.ScoreDocs.Select(d => new ScoredHit(d.Doc, d.Score)).SequenceEqual(found) && WithTotal(query) == expected.TotalHits;
        if (timing.Query.Class == "facet")
            same &= StockFacets(query).SequenceEqual(OurFacets(query));
        if (!same)
            Differences++;
    }

    private int WithTotal(Query query) => ours.SearchAndCount(query, Most).Total;

    private int[] StockFacets(Query query)
    {
        var counts = new FacetCounts();
        stock.Search(query, MultiCollector.Wrap(TopScoreDocCollector.Create(Most, true), counts));
        return counts.Counts;
    }

    private int[] OurFacets(Query query)
    {
        var matched = new FixedBitSet(stock.IndexReader.MaxDoc);
        ours.Search(query, Most, accepted: null, matched);
        return column.CountsIn(matched);
    }

    private static double Microseconds<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
