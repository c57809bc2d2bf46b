using System.CommandLine;
using System.Globalization;
using Search.Bench.Relatedness;
using Search.Core.Generations;
using Search.Core.Related;
using Search.Core.Searching;

namespace Search.Bench;

/// <summary><c>related</c>: scores related posts against judged ones, and says what each piece of evidence is worth.</summary>
internal static class RelatedCommand
{
    public static Command Create()
    {
        var index = new Option<DirectoryInfo>("--index") { Description = "Index of the posts", Required = true };
        var gold = new Option<FileInfo?>("--gold") { Description = "Judged posts (related.dev.jsonl, or id, id and grade in columns)" };
        var topics = new Option<FileInfo?>("--topics") { Description = "Judged queries of the same posts (queries.dev.jsonl): posts of one topic, as a check" };
        var verbose = new Option<bool>("--verbose") { Description = "Lists the first ten of every post with their reasons" };
        var ablation = new Option<bool>("--ablation") { Description = "Measures without each piece of evidence, and with other weights" };
        var lambda = new Option<double>("--lambda") { Description = "Relatedness against variety", DefaultValueFactory = _ => new RelatedOptions().Lambda };
        var speed = new Option<bool>("--speed") { Description = "Also how long it takes" };
        var command = new Command("related", "Related posts") { index, gold, topics, verbose, ablation, lambda, speed };
        command.SetAction(result =>
        {
            var store = GenerationStore.Open(result.GetRequiredValue(index).FullName, create: false, TimeProvider.System);
            var generation = OpenGeneration.Open(store, store.CurrentId() ?? throw new InvalidOperationException("There is no index."), new SearchOptions());
            var sets = new List<(string Name, RelatedMeasure Measure)>();
            if (result.GetValue(gold) is { } file)
                sets.Add(("judged", new(generation, JudgedPost.Read(file.FullName))));
            if (result.GetValue(topics) is { } queries)
                sets.Add(("topics", new(generation, JudgedPost.OfTopics(queries.FullName))));
            var options = new RelatedOptions { Lambda = result.GetValue(lambda) };
            foreach (var (name, measure) in sets)
            {
                var all = measure.Of(new(), options, result.GetValue(verbose) ? Console.Out : null);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name}: nDCG@10 {all.Mean:0.0000} ± {all.Error:0.0000}, copies counted once {all.CopiesOnce.DefaultIfEmpty().Average():0.0000}, over {all.Scores.Count} posts; unjudged in the first ten {all.Unjudged:0.0%}"));
            }
            if (result.GetValue(ablation))
                Ablate(sets, options);
            if (result.GetValue(speed))
                RelatedSpeed.Measure(generation, Console.Out);
            generation.Release();
            return 0;
        });
        return command;
    }

    private static void Ablate(List<(string Name, RelatedMeasure Measure)> sets, RelatedOptions options)
    {
        var w = new RelatedWeights();
        (string What, RelatedWeights Weights, RelatedOptions Options)[] variants =
        [
            ("all", w, options),
            ("without words", w with { Words = 0 }, options),
            ("without titles", w with { Titles = 0 }, options),
            ("without title in text", w with { TitleInText = 0 }, options),
            ("without pairs", w with { Pairs = 0 }, options),
            ("without tags", w with { Tags = 0 }, options),
            ("without people", w with { People = 0 }, options),
            ("without sources", w with { Sources = 0 }, options),
            ("without links", w with { Link = 0 }, options),
            ("without nearness in time", w with { Nearness = 0 }, options),
            ("words alone", new() { Titles = 0, TitleInText = 0, Tags = 0, People = 0, Sources = 0, Link = 0, Nearness = 0 }, options),
            ("titles alone", new() { Words = 0, TitleInText = 0, Tags = 0, People = 0, Sources = 0, Link = 0, Nearness = 0 }, options),
            ("tags alone", new() { Words = 0, Titles = 0, TitleInText = 0, People = 0, Sources = 0, Link = 0, Nearness = 0, Least = 0 }, options),
            ("people alone", new() { Words = 0, Titles = 0, TitleInText = 0, Tags = 0, Sources = 0, Link = 0, Nearness = 0, Least = 0 }, options),
            ("words ×1.25", w with { Words = w.Words * 1.25 }, options),
            ("words ×0.8", w with { Words = w.Words * 0.8 }, options),
            ("titles ×1.25", w with { Titles = w.Titles * 1.25 }, options),
            ("titles ×0.8", w with { Titles = w.Titles * 0.8 }, options),
            ("title in text ×1.25", w with { TitleInText = w.TitleInText * 1.25 }, options),
            ("title in text ×0.8", w with { TitleInText = w.TitleInText * 0.8 }, options),
            ("tags ×2", w with { Tags = w.Tags * 2 }, options),
            ("people ×2", w with { People = w.People * 2 }, options),
            ("sources ×2", w with { Sources = w.Sources * 2 }, options),
            ("link ×2", w with { Link = w.Link * 2 }, options),
            ("nearness ×2", w with { Nearness = w.Nearness * 2 }, options),
            ("half-life 30 days", w with { NearnessHalfLifeDays = 30 }, options),
            ("least 0", w with { Least = 0 }, options),
            ("least 0.08", w with { Least = 0.08 }, options),
            ("1,000 candidates", w with { Candidates = 1000 }, options),
            ("100 sought", w with { SoughtWords = 100 }, options),
            ("25 sought", w with { SoughtWords = 25 }, options),
            ("lambda 1", w, options with { Lambda = 1 }),
            ("lambda 0.7", w, options with { Lambda = 0.7 }),
            ("lambda 0.5", w, options with { Lambda = 0.5 }),
        ];
        Console.WriteLine($"| | {string.Join(" | ", sets.Select(s => s.Name))} |\n|---|{string.Concat(sets.Select(_ => "---:|"))}");
        foreach (var (what, weights, variant) in variants)
            Console.WriteLine($"| {what} | {string.Join(" | ", sets.Select(s => s.Measure.Of(weights, variant).Mean.ToString("0.000", CultureInfo.InvariantCulture)))} |");
    }
}
