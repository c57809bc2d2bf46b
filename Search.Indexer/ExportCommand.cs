using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Core.Generations;
using Search.Core.Searching;
using Search.Core.StaticSearch;
using Search.Indexer.Export;

namespace Search.Indexer;

/// <summary>
/// <c>export related|tags|people|quotes --index DIR --out FILE</c>: JSON for a static site's <c>_data</c> folder. Written entry by entry into
/// a file that is replaced at the end: whoever builds the site sees the old data or the new.
/// </summary>
internal static class ExportCommand
{
    private const int RelatedPosts = 6;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("export", "Writes JSON for a static site's _data folder.");
        var most = SharedOptions.Limit(most: 50, byDefault: RelatedPosts);
        most.Description = "Related posts of each post, 1 to 50.";
        command.Add(Of("related", "The related posts of every post, by the post's id.", (service, parsed, json, cancel) => RelatedExport.Write(service, parsed.GetValue(most), json, cancel), most));
        command.Add(Of("tags", "Every tag with its spellings.", static (service, _, json, cancel) => TagsExport.Write(service, json, cancel)));
        command.Add(Of("people", "Every person with names, roles and counts.", static (service, _, json, cancel) => PeopleExport.Write(service, json, cancel)));
        command.Add(Of("quotes", "Every quotation with its speaker and place.", static (service, _, json, cancel) => QuotesExport.Write(service, json, cancel)));
        command.Add(Site());
        return command;
    }

    private static Command Site()
    {
        var index = SharedOptions.Index();
        var output = new Option<string>("--out") { Description = "Folder to write; it is made where it is missing.", Required = true, HelpName = "DIR" };
        var command = new Command("site", "A search without a service: the index as static files, and the search box that reads them.") { index, output };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            if (File.Exists(folder))
                return ExitCode.Fail($"{folder} is a file; --out takes a folder.", ExitCode.Usage);
            var count = StaticSite.Write(service, folder, cancel);
            RelatedShards.Write(service, RelatedPosts, Path.Combine(folder, "related"), cancel);
            Console.Error.WriteLine($"{folder}: {count} posts and quotations.");
            return ExitCode.Success;
        })));
        return command;
    }

    private static Command Of(string name, string description, Func<SearchService, ParseResult, Utf8JsonWriter, CancellationToken, int> write, params Option[] more)
    {
        var index = SharedOptions.Index();
        var output = new Option<string>("--out") { Description = "File to write.", Required = true, HelpName = "FILE" };
        var command = new Command(name, description) { index, output };
        foreach (var option in more)
            command.Add(option);
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            var path = Path.GetFullPath(parsed.GetRequiredValue(output));
            if (!Directory.Exists(Path.GetDirectoryName(path)))
                return ExitCode.Fail($"The folder {Path.GetDirectoryName(path)} does not exist.", ExitCode.Usage);
            var count = 0;
            AtomicFile.Write(path, file =>
            {
                using var json = new Utf8JsonWriter(file, Readable);
                count = write(service, parsed, json, cancel);
                json.Flush();
                file.WriteByte((byte)'\n');
            });
            Console.Error.WriteLine($"{path}: {count} {(name == "related" ? "posts" : name)}.");
            return ExitCode.Success;
        })));
        return command;
    }
}
