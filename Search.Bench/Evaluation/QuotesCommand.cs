using System.CommandLine;

namespace Search.Bench.Evaluation;

/// <summary><c>quotes</c>: how well quotations and their speakers are found, against labelled posts, excerpts and news articles.</summary>
internal static class QuotesCommand
{
    public static Command Create()
    {
        var content = new Option<DirectoryInfo?>("--content") { Description = "The folder that the paths of labelled posts and excerpts are below." };
        var posts = new Option<FileInfo?>("--posts") { Description = "Posts with labelled quotations, JSON lines." };
        var excerpts = new Option<FileInfo?>("--excerpts") { Description = "Labelled excerpts, JSON lines." };
        var news = new Option<FileInfo?>("--news") { Description = "News articles with labelled quotations, JSON lines, gzipped or not." };
        var misses = new Option<bool>("--misses") { Description = "Prints every error." };
        var command = new Command("quotes", "Scores the finder of quotations: precision, recall, F1, speakers right.") { content, posts, excerpts, news, misses };
        command.SetAction(parsed =>
        {
            var errors = parsed.GetValue(misses) ? Console.Out : null;
            if (parsed.GetValue(news) is { } file)
                Console.WriteLine($"news     {LabelledNews.Score(file.FullName, 5, errors)}");
            if (parsed.GetValue(content) is not { } folder)
                return 0;
            var read = new ContentPosts(folder.FullName);
            if (parsed.GetValue(posts) is { } labelled)
                Console.WriteLine($"posts    {LabelledPosts.Score(labelled.FullName, read.At, errors)}");
            if (parsed.GetValue(excerpts) is { } signed)
                Console.WriteLine($"excerpts {LabelledExcerpts.Score(signed.FullName, read.At, errors)}");
            return 0;
        });
        return command;
    }
}
