using System.CommandLine;
using Search.Bench.Evaluation;

namespace Search.Bench;

/// <summary><c>tags</c>: scores tag kinds, labels and pairs against labelled sets.</summary>
internal static class TagsCommand
{
    public static Command Create()
    {
        var posts = new Argument<DirectoryInfo>("posts") { Description = "Folder of posts" };
        var gold = new Option<DirectoryInfo?>("--gold") { Description = "Folder with tags.dev.jsonl and tagpairs.dev.jsonl" };
        var list = new Option<string?>("--list") { Description = "Lists the tags whose label or a spelling contains these words; '' for all" };
        var command = new Command("tags", "Tag kinds, labels and pairs") { posts, gold, list };
        command.SetAction(result =>
        {
            var score = TagScore.Read(result.GetRequiredValue(posts).FullName);
            if (result.GetValue(gold) is { } folder)
                score.Print(folder.FullName, Console.Out);
            if (result.GetValue(list) is { } words)
                score.List(words, Console.Out);
            return 0;
        });
        return command;
    }
}
