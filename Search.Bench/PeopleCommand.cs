using System.CommandLine;
using System.Globalization;
using Search.Bench.Evaluation;
using Search.Core.Content;
using Search.Core.People;

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
        var text = new Option<FileInfo?>("--text") { Description = "Lists the names in a text file with their points, those left out too" };
        var command = new Command("people", "Recognition of people") { source, gold, marked, errors, list, text };
        command.SetAction(result =>
        {
            var log = result.GetValue(errors) ? Console.Out : null;
            if (result.GetValue(source) is { } folder)
                Source(folder.FullName, result.GetValue(gold)?.FullName, result.GetValue(list), log);
            if (result.GetValue(marked) is { } texts)
            {
                Console.WriteLine("strings, each document by itself:  " + PeopleScore.Strings(texts.FullName, log));
                Console.WriteLine("strings, as one collection:        " + PeopleScore.StringsOfCollection(texts.FullName, withOpen: true, null));
                Console.WriteLine("strings, of known people only:     " + PeopleScore.StringsOfCollection(texts.FullName, withOpen: false, null));
            }
            if (result.GetValue(text) is { } file)
                Names(File.ReadAllText(file.FullName));
            return 0;
        });
        return command;
    }

    private static void Names(string text)
    {
        var names = new NameFinder(NameData.Default).Find(text);
        foreach (var person in names.People)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{person.Points,5:0.0}\t{(person.IsAccepted ? "taken" : "left")}\t{person.Name.Full}\t{person.FullMentions}+{person.PartMentions}\t{person.Gender}\t{string.Join("; ", person.Roles.Select(r => r.Text))}"));
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
