using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Core.Generations;

namespace Search.Tests.Generations;

/// <summary>
/// An index in a temporary folder under a fixed clock, and tiny generations to put into it: one segment file that is kept from build to
/// build, one that is new each time, and a side file that changes.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 4, 5, TimeSpan.Zero);

    public IndexFolder() => Path = Directory.CreateTempSubdirectory("generations-").FullName;

    public string Path { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string CurrentPath => System.IO.Path.Combine(Path, "CURRENT");

    public string GenerationsPath => System.IO.Path.Combine(Path, "generations");

    public GenerationStore Open() => GenerationStore.Open(Path, create: true, Clock);

    /// <summary>Publishes one more generation and moves the clock on by a minute.</summary>
    public Manifest Publish(Action<PublishStep>? onStep = null, Action<string>? verify = null)
    {
        using var build = Open().BeginBuild(fromScratch: false, onStep);
        var manifest = PublishSmall(build, verify);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return manifest;
    }

    /// <summary>Writes a small generation into a build and publishes it.</summary>
    public static Manifest PublishSmall(GenerationBuild build, Action<string>? verify = null)
    {
        WriteSmall(build);
        return build.Publish("schema-1", new Dictionary<string, long> { ["quotes"] = 2, ["posts"] = 1 }, ["samples"], verify ?? (_ => { }));
    }

    public static void WriteSmall(GenerationBuild build)
    {
        var segments = System.IO.Path.Combine(build.Folder, "lucene");
        Directory.CreateDirectory(segments);
        Write(System.IO.Path.Combine(segments, $"_{build.Id}.cfs"), $"segment of {build.Id}");
        foreach (var old in Directory.EnumerateFiles(segments, "segments_*"))
            File.Delete(old);
        Write(System.IO.Path.Combine(segments, $"segments_{build.Id}"), "commit");
        Write(System.IO.Path.Combine(segments, "segments.gen"), build.Id);
        Write(System.IO.Path.Combine(segments, "write.lock"), "");
        AtomicFile.Write(System.IO.Path.Combine(build.Folder, "people.json"), Encoding.UTF8.GetBytes($"{{\"made\": \"{build.Id}\"}}"));
    }

    public string FileOf(string id, string name) => System.IO.Path.Combine(GenerationsPath, id, name);

    /// <summary>Names in <c>generations/</c>, leftovers included.</summary>
    public string[] FolderNames() => [.. Directory.GetFileSystemEntries(GenerationsPath).Select(p => System.IO.Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    public static void Write(string path, string content) => File.WriteAllText(path, content);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
