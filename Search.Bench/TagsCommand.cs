using System.CommandLine;
using Search.Bench.Evaluation;

namespace Search.Bench;

/// <summary><c>tags</c>: scores tag kinds, labels and pairs against labelled sets, and says how long building the catalog takes.</summary>
internal static class TagsCommand
{
    public static Command Create()
    {
        var posts = new Argument<DirectoryInfo>("posts") { Description = "Folder of posts" };
        var gold = new Option<DirectoryInfo?>("--gold") { Description = "Folder with tags.dev.jsonl and tagpairs.dev.jsonl" };
        var list = new Option<string?>("--list") { Description = "Lists the tags whose label or a spelling contains these words; '' for all" };
        var people = new Option<bool>("--people") { Description = "Finds the people of the texts first, as indexing does" };
        var command = new Command("tags", "Tag kinds, labels and pairs") { posts, gold, list, people };
        command.SetAction(result =>
        {
            var score = TagScore.Read(result.GetRequiredValue(posts).FullName, result.GetValue(people));
            if (result.GetValue(gold) is { } folder)
                score.Print(folder.FullName, Console.Out);
            if (result.GetValue(list) is { } words)
                score.List(words, Console.Out);
            return 0;
        });
        return command;
    }
}
