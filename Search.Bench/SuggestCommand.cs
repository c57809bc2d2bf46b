using System.CommandLine;
using Search.Bench.Suggestions;
using Search.Core.Indexing;
using Search.Core.Suggest;
using Search.Core.Generations;

namespace Search.Bench;

/// <summary><c>suggest</c>: whether titles stay in sight while they are typed, also with a typo or in another order, and how fast and how large suggestions are.</summary>
internal static class SuggestCommand
{
    public static Command Create()
    {
        var index = new Option<DirectoryInfo?>("--index") { Description = "Index whose titles are typed" };
        var titles = new Option<int>("--titles") { Description = "So many titles, evenly spread", DefaultValueFactory = _ => 500 };
        var limit = new Option<int>("--limit") { Description = "Places that are in sight", DefaultValueFactory = _ => 8 };
        var errors = new Option<bool>("--errors") { Description = "Lists every title that is lost" };
        var large = new Option<int?>("--large") { Description = "Times an index of so many made-up titles and a tenth as many people and tags (1000000)" };
        var command = new Command("suggest", "Suggestions while typing") { index, titles, limit, errors, large };
        command.SetAction(result =>
        {
            if (result.GetValue(index) is { } folder)
            {
                var store = GenerationStore.Open(folder.FullName, create: false, TimeProvider.System);
                using var lease = store.Acquire(store.CurrentId() ?? throw new InvalidOperationException("There is no index."));
                var suggest = SuggestIndex.Read(Path.Combine(lease.Folder, GenerationFileNames.Suggest));
                new TypedTitles(suggest, result.GetValue(titles), result.GetValue(limit)).Measure(Console.Out, result.GetValue(errors) ? Console.Out : null);
            }
            if (result.GetValue(large) is { } count)
                LargeSite.Measure(count, Console.Out);
            return 0;
        });
        return command;
    }
}
