using System.CommandLine;

namespace Search.Bench.Evaluation;

/// <summary><c>quotes</c>: how well quotations and their speakers are found, against labelled posts, excerpts and news articles.</summary>
internal static class QuotesCommand
{
    public static Command Create()
    {
        var news = new Option<FileInfo?>("--news") { Description = "News articles with labelled quotations, JSON lines, gzipped or not." };
        var misses = new Option<bool>("--misses") { Description = "Prints every error." };
        var command = new Command("quotes", "Scores the finder of quotations: precision, recall, F1, speakers right.") { news, misses };
        command.SetAction(parsed =>
        {
            var errors = parsed.GetValue(misses) ? Console.Out : null;
            if (parsed.GetValue(news) is { } file)
                Console.WriteLine($"news     {NewsQuotes.Score(file.FullName, 5, errors)}");
            return 0;
        });
        return command;
    }
}
