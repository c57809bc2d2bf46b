using System.CommandLine;
using Search.Core.Searching;

namespace Search.Indexer;

/// <summary><c>related ID --index DIR</c>: the related posts of a post, with the reasons.</summary>
internal static class RelatedCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Id of the post: its file's name without the ending." };
        var index = SharedOptions.Index();
        var limit = SharedOptions.Limit(most: 100, byDefault: 10);
        var json = SharedOptions.Json();
        var command = new Command("related", "Shows the related posts of a post.") { id, index, limit, json };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            if (service.RelatedById(parsed.GetRequiredValue(id), new() { Limit = parsed.GetValue(limit) }, cancel) is not { } answer)
                return ExitCode.Fail($"No post has the id “{parsed.GetValue(id)}”. `search` shows the ids of posts.", ExitCode.Usage);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(IndexerJson.Write(answer));
            else
                Write(answer);
            return ExitCode.Success;
        })));
        return command;
    }

    private static void Write(RelatedAnswer answer)
    {
        foreach (var hit in answer.Related)
        {
            HitText.Write(hit, Console.Out);
            foreach (var reason in hit.Reasons)
                Console.Out.WriteLine($"          - {reason}");
        }
    }
}
