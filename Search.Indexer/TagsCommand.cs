using System.CommandLine;
using System.Text;
using Search.Core.Content;
using Search.Core.Generations;
using Search.Core.Ingestion;
using Search.Core.Searching;
using Search.Core.Tagging;
using Search.Indexer.Tags;

namespace Search.Indexer;

/// <summary><c>tags report SOURCE...</c> and <c>tags suggest FILE --index DIR</c>: what the author of a site wants to know of its tags.</summary>
internal static class TagsCommand
{
    public static Command Create() => new("tags", "Reports on the tags of a site, and suggests tags for a draft.") { Report(), Suggest() };

    private static Command Report()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Folders or files with content.", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.Json();
        var html = new Option<string?>("--html") { Description = "Write the report as a page.", HelpName = "FILE" };
        var yaml = new Option<string?>("--tags-yml") { Description = "Write the tags.yml that would mend the tags, ready to edit.", HelpName = "FILE" };
        var patch = new Option<string?>("--patch") { Description = "Write a patch for git apply that gives the posts one spelling of each tag; takes one source.", HelpName = "FILE" };
        var drafts = new Option<bool>("--drafts") { Description = "Count drafts and unpublished posts too." };
        var command = new Command("report", "Variants, headings, boilerplate, misspellings and proposals, with the file that would mend them.") { sources, json, html, yaml, patch, drafts };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            var paths = parsed.GetRequiredValue(sources);
            if (parsed.GetValue(patch) is not null && paths.Length > 1)
                return ExitCode.Fail("--patch takes one source: a patch belongs to one folder.", ExitCode.Usage);
            var catalog = SiteTags.Read(paths, new IngestOptions { Drafts = parsed.GetValue(drafts) }, cancel: cancel);
            var report = TagReport.Of(catalog);
            Write(parsed.GetValue(html), () => TagReportPage.Of(report));
            Write(parsed.GetValue(yaml), () => TagsYaml.Of(catalog));
            if (parsed.GetValue(patch) is { } file)
            {
                var made = TagPatch.Of(ContentSource.Open(paths[0]), post => Canonical(catalog, post.Tags), cancel);
                Write(file, () => made.Text);
                parsed.InvocationConfiguration.Error.WriteLine($"{file}: changes the tags of {made.Files} files. Look at it, then apply it in {paths[0]} with: git apply {file}");
                foreach (var (path, reason) in made.LeftAlone)
                    parsed.InvocationConfiguration.Error.WriteLine($"{path}: left alone, {reason}.");
            }
            if (parsed.GetValue(json))
                parsed.InvocationConfiguration.Output.WriteLine(IndexerJson.Write(report));
            else
                TagReportText.Write(report, parsed.InvocationConfiguration.Output);
            return ExitCode.Success;
        })));
        return command;
    }

    private static Command Suggest()
    {
        var file = new Argument<string>("FILE") { Description = "The draft: a post with or without front matter." };
        var index = SharedOptions.Index();
        var json = SharedOptions.Json();
        var command = new Command("suggest", "Suggests tags, categories and people for a draft, with scores and reasons.") { file, index, json };
        command.SetAction((parsed, cancel) => Task.FromResult(ExitCode.Of(() =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(path))
                return ExitCode.Fail($"There is no file {path}.", ExitCode.Usage);
            var source = ContentSource.Open(path);
            var post = source.Files().SelectMany(new ContentReader(source, new ReadOptions { Drafts = true, Future = true }).Read).OfType<PostRead>().FirstOrDefault()?.Post;
            if (post is null)
                return ExitCode.Fail($"{path} is no post: a Markdown or HTML file is.", ExitCode.Usage);
            using var service = SearchService.Open(parsed.GetRequiredValue(index), new());
            var answer = service.SuggestTags(post.Title, post.Text, cancel);
            if (parsed.GetValue(json))
                parsed.InvocationConfiguration.Output.WriteLine(IndexerJson.Write(answer));
            else
                SuggestionText.Write(answer, parsed.InvocationConfiguration.Output);
            return ExitCode.Success;
        })));
        return command;
    }

    // In the author's order; what is known under no tag stays as it is.
    private static List<string> Canonical(TagCatalog catalog, IReadOnlyList<string> raw) =>
        [.. raw.Select(text => catalog.Resolve(text)?.Label ?? text).Distinct(StringComparer.Ordinal)];

    private static void Write(string? path, Func<string> text)
    {
        if (path is null)
            return;
        path = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new DirectoryNotFoundException($"The folder {Path.GetDirectoryName(path)} does not exist.");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text()));
    }
}
