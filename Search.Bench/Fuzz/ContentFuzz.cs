using System.Text;
using Search.Core.Content;
using Search.Core.Model;

namespace Search.Bench.Fuzz;

/// <summary>What an input did that it must not do.</summary>
internal sealed record FuzzFinding(string What, FuzzSeed Seed, byte[] Input);

/// <summary>
/// Reads broken files one after the other and holds the reader to its promises: no exception, bounded time and memory, nothing of the markup left in the
/// prose, and no body lost because of what stands around it.
/// </summary>
internal sealed class ContentFuzz : IDisposable
{
    // Of the processor, as the machine may be busy; generous: a hang or a square is seconds where this is a tenth of one.
    private const double MaxSeconds = 4;
    private const long MaxBytesEach = 96L * 1024 * 1024;
    private const long MaxBytesPerByte = 3000;

    private static readonly string[] Remains = ["](http", "{%", "{{"];

    private readonly Random random;
    private readonly Mutator mutator;
    private readonly string folder = Directory.CreateTempSubdirectory("search-fuzz-").FullName;
    private readonly ContentReader reader;

    public ContentFuzz(int seed)
    {
        random = new Random(seed);
        mutator = new Mutator(random);
        File.WriteAllText(Path.Combine(folder, "_config.yml"), "url: https://site.example\ntimezone: America/New_York\n");
        reader = new ContentReader(ContentSource.Open(folder), new ReadOptions { Drafts = true, Future = true });
    }

    public TimeSpan Slowest { get; private set; }

    /// <summary>Makes one broken file and reads it; null where all promises held.</summary>
    public FuzzFinding? Next()
    {
        var (seed, input, keepsBody) = Make();
        return Read(seed, input, keepsBody) is { } what ? new(what, seed, input) : null;
    }

    /// <summary>Makes one broken file, and passes it over.</summary>
    public void Skip() => Make();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (FuzzSeed Seed, byte[] Input, bool KeepsBody) Make()
    {
        var seed = FuzzSeeds.All[random.Next(FuzzSeeds.All.Count)];
        var other = FuzzSeeds.All[random.Next(FuzzSeeds.All.Count)].Bytes;
        // Half of the time only what stands before the body is broken, and then the body must come out.
        var keepsBody = random.Next(2) == 0;
        return (seed, keepsBody ? [.. mutator.Broken(Encoding.UTF8.GetBytes(seed.Head), other), .. Encoding.UTF8.GetBytes(seed.Body + seed.Tail)] : mutator.Broken(seed.Bytes, other), keepsBody);
    }

    private string? Read(FuzzSeed seed, byte[] input, bool keepsBody)
    {
        var started = Environment.CpuUsage.TotalTime;
        var before = GC.GetAllocatedBytesForCurrentThread();
        List<ReadItem> items;
        try
        {
            using var stream = new MemoryStream(input);
            items = [.. reader.Read(new ContentFile(seed.Path, "", input.Length, seed.Form), stream)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"threw {exception}";
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var took = Environment.CpuUsage.TotalTime - started;
        if (took > Slowest)
            Slowest = took;
        if (took.TotalSeconds > MaxSeconds)
            return $"took {took.TotalSeconds:0.0} s for {input.Length} bytes";
        if (bytes > MaxBytesEach + MaxBytesPerByte * input.Length)
            return $"took {bytes / 1024 / 1024} MB for {input.Length} bytes";
        if (items.OfType<ProblemRead>().FirstOrDefault(item => item.Problem.Code == "reader-fault") is { } fault)
            return $"fault: {fault.Problem.Message}";
        if (items.Count == 0)
            return "said nothing";
        var posts = items.OfType<PostRead>().Select(item => item.Post).ToList();
        foreach (var post in posts)
            if (Remains.FirstOrDefault(remain => post.Text.Contains(remain, StringComparison.Ordinal)) is { } left)
                return $"left {left} in the text";
        return keepsBody && seed.Form is ContentForm.MarkdownPost or ContentForm.HtmlPost ? Lost(seed, input, posts, items) : null;
    }

    // A word of the body counts as kept wherever a reader of the stored post finds it.
    private static string? Lost(FuzzSeed seed, byte[] input, List<Post> posts, List<ReadItem> items)
    {
        // Where the broken head holds marks of markup, these may cover the body in any reader: a tag, a comment, a template.
        var end = Encoding.UTF8.GetByteCount(seed.Body + seed.Tail);
        if (input.AsSpan(0, input.Length - end).ContainsAny("<`~\uFDD0"u8) || input.AsSpan(0, input.Length - end).IndexOf("{%"u8) >= 0 || input.AsSpan(0, input.Length - end).IndexOf("{{"u8) >= 0
            || input.AsSpan(0, input.Length - end).IndexOf("{:"u8) >= 0 || items.OfType<Skipped>().Any())
            return null;
        var kept = string.Join('\n', posts.SelectMany(post => new[] { post.Text, post.Code, post.Title, post.Excerpt ?? "" }.Concat(post.Asides.Select(aside => aside.Text)).Concat(post.Tags).Concat(post.Categories)));
        var lost = seed.Body.Split(' ', '\n').Where(word => word.Length > 5 && word.All(char.IsAsciiLetterLower)).Take(10).Where(word => !kept.Contains(word, StringComparison.Ordinal)).ToList();
        return lost.Count > 0 ? $"lost {string.Join(' ', lost)}" : null;
    }
}
