using System.CommandLine;
using System.Diagnostics;

namespace Search.Bench.Fuzz;

/// <summary><c>fuzz --minutes N --seed N</c>: reads broken files for so long; each that breaks a promise is kept in a folder and told.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed") { Description = "Where the random numbers begin; the same seed breaks the same files in the same order.", DefaultValueFactory = _ => 1 };
        var skip = new Option<long>("--skip") { Description = "So many files of the seed are broken but not read: to come to one that was told of." };
        var keep = new Option<string?>("--keep") { Description = "Folder for the files that broke a promise." };
        var command = new Command("fuzz", "Reads broken front matter, bodies, JSON lines and exports, and holds the reader to its promises.") { minutes, seed, skip, keep };
        command.SetAction(parsed => Run(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), parsed.GetValue(skip), parsed.GetValue(keep)));
        return command;
    }

    private static int Run(TimeSpan time, int seed, long skip, string? keep)
    {
        using var fuzz = new ContentFuzz(seed);
        long inputs = 0;
        for (; inputs < skip; inputs++)
            fuzz.Skip();
        var watch = Stopwatch.StartNew();
        var findings = 0;
        for (; watch.Elapsed < time; inputs++)
        {
            if (fuzz.Next() is not { } finding)
                continue;
            findings++;
            Console.WriteLine($"#{inputs} {finding.Seed.Path}: {finding.What}");
            if (keep is null)
                continue;
            Directory.CreateDirectory(keep);
            File.WriteAllBytes(Path.Combine(keep, $"{seed}-{inputs}-{Path.GetFileName(finding.Seed.Path)}"), finding.Input);
        }
        Console.WriteLine($"{inputs - skip} inputs in {watch.Elapsed.TotalSeconds:0} s from seed {seed}: {findings} broke a promise; the slowest took {fuzz.Slowest.TotalMilliseconds:0} ms.");
        return findings == 0 ? 0 : 1;
    }
}
