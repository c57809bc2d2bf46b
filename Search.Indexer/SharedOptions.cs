using System.CommandLine;

namespace Search.Indexer;

/// <summary>Options that several commands take, each meaning the same everywhere.</summary>
internal static class SharedOptions
{
    public static Option<string> Index() => new("--index") { Description = "Folder of the index.", Required = true, HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "Print the answer as JSON on standard output." };

    public static Option<int> Limit(int most, int byDefault)
    {
        var limit = new Option<int>("--limit") { Description = $"How many to show, 1 to {most}.", DefaultValueFactory = _ => byDefault, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var n && (n < 1 || n > most))
                result.AddError($"--limit is {n}; it takes a number from 1 to {most}.");
        });
        return limit;
    }
}
