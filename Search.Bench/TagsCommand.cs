using System.CommandLine;
using Search.Bench.Evaluation;
using Search.Core.Generations;
using Search.Core.Searching;

namespace Search.Bench;

/// <summary><c>tags</c>: scores tag kinds, labels and pairs against labelled sets, and suggestions for posts that are left out.</summary>
internal static class TagsCommand
{
    public static Command Create()
    {
        var posts = new Argument<DirectoryInfo?>("posts") { Description = "Folder of posts", Arity = ArgumentArity.ZeroOrOne };
        var gold = new Option<DirectoryInfo?>("--gold") { Description = "Folder with tags.dev.jsonl and tagpairs.dev.jsonl" };
        var list = new Option<string?>("--list") { Description = "Lists the tags whose label or a spelling contains these words; '' for all" };
        var index = new Option<DirectoryInfo?>("--index") { Description = "Index whose posts are given suggestions, each as if it were a draft" };
        var drafts = new Option<int>("--drafts") { Description = "So many posts, evenly spread", DefaultValueFactory = _ => 400 };
        var command = new Command("tags", "Tag kinds, labels and pairs; suggestions") { posts, gold, list, index, drafts };
        command.SetAction(result =>
        {
            if (result.GetValue(index) is { } indexed)
            {
                var store = GenerationStore.Open(indexed.FullName, create: false, TimeProvider.System);
                var generation = OpenGeneration.Open(store, store.CurrentId() ?? throw new InvalidOperationException("There is no index."), new SearchOptions());
                SuggestionScore.Print(generation, result.GetValue(drafts), Console.Out);
                generation.Release();
            }
            if (result.GetValue(posts) is not { } site)
                return 0;
            var score = TagScore.Read(site.FullName);
            if (result.GetValue(gold) is { } folder)
                score.Print(folder.FullName, Console.Out);
            if (result.GetValue(list) is { } words)
                score.List(words, Console.Out);
            return 0;
        });
        return command;
    }
}
