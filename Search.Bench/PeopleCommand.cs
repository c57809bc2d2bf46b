using System.CommandLine;
using System.Globalization;
using Search.Bench.Evaluation;
using Search.Core.Content;

namespace Search.Bench;

/// <summary><c>people</c>: scores the recognition of people against labelled posts and texts with marked persons, and says how fast it is.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var source = new Option<DirectoryInfo?>("--source") { Description = "Folder of posts, read as the indexer reads it" };
        var gold = new Option<FileInfo?>("--gold") { Description = "Labelled posts of that source (people.dev.jsonl)" };
        var marked = new Option<FileInfo?>("--marked") { Description = "Texts with marked persons (JSON lines, may be gzipped)" };
        var errors = new Option<bool>("--errors") { Description = "Lists every error" };
        var list = new Option<string?>("--list") { Description = "Lists the people of the source whose name contains these words; '' for all" };
        var command = new Command("people", "Recognition of people") { source, gold, marked, errors, list };
        command.SetAction(result =>
        {
            var log = result.GetValue(errors) ? Console.Out : null;
            if (result.GetValue(source) is { } folder)
                Source(folder.FullName, result.GetValue(gold)?.FullName, result.GetValue(list), log);
            if (result.GetValue(marked) is { } texts)
            {
                Console.WriteLine("strings, each document by itself:  " + PeopleScore.Strings(texts.FullName, log));
                Console.WriteLine("strings, as one collection:        " + PeopleScore.StringsOfCollection(texts.FullName, null));
            }
            return 0;
        });
        return command;
    }

    private static void Source(string folder, string? gold, string? list, TextWriter? log)
    {
        var source = ContentSource.Open(folder);
        var reader = new ContentReader(source, new ReadOptions { Future = true });
        var score = PeopleScore.Read(source.Files().SelectMany(reader.Read).OfType<PostRead>().Select(p => p.Post), source.People);
        Console.WriteLine(score.Speed());
        if (gold is not null)
            Console.WriteLine("people a post:  " + score.Posts(gold, log));
        if (list is null)
            return;
        foreach (var person in score.Catalog.People.Where(p => p.Label.Contains(list, StringComparison.OrdinalIgnoreCase)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{person.Documents}\t{person.Confidence:0.00}\t{person.Slug}\t{person.Label}\t{string.Join("; ", person.Aliases)}\t{string.Join("; ", person.Roles.Take(5).Select(r => $"{r.Text} {r.From}–{r.To} ×{r.Count}"))}"));
    }
}
