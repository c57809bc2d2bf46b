using System.IO.Hashing;

namespace Search.Core.Generations;

/// <summary>
/// The files of a generation's folder: which of them the next generation may share, what they are called in the manifest, and whether
/// they are what the manifest says.
/// </summary>
public static class GenerationFiles
{
    /// <summary>Lucene's lock in a folder that it writes; it belongs to no generation and is left out of all.</summary>
    public const string LuceneLock = "write.lock";

    /// <summary>
    /// True for names that are written once and then never touched, Lucene's segment files (<c>_…</c>), its commits (<c>segments_N</c>), and side files
    /// (<c>….bin</c>), which are replaced as a whole (<see cref="AtomicFile"/>): only these are hard-linked into the next generation. All others
    /// (<c>segments.gen</c>, which Lucene writes over, and what a stranger put there) are copied, so that a writer who changes them in place can't reach into a published generation.
    /// </summary>
    /// <param name="name">As in the manifest, with or without folders.</param>
    public static bool IsWrittenOnce(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.StartsWith('_') || file.StartsWith("segments_", StringComparison.Ordinal) || file.EndsWith(".bin", StringComparison.Ordinal);
    }

    /// <summary>Names of all files below a folder but the manifest, relative with <c>/</c>, in ordinal order.</summary>
    internal static IReadOnlyList<string> NamesIn(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name != Manifest.FileName)
            .Order(StringComparer.Ordinal)];

    internal static string PathOf(string folder, string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Reads the whole file.</summary>
    internal static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        var hash = new XxHash128();
        hash.Append(file);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>What a look at names and lengths shows; reads no content.</summary>
    internal static IEnumerable<VerifyProblem> MissingOrCut(string folder, Manifest manifest)
    {
        foreach (var file in manifest.Files)
        {
            var found = new FileInfo(PathOf(folder, file.Name));
            if (!found.Exists)
                yield return new(found.FullName, "it is missing");
            else if (found.Length != file.Length)
                yield return new(found.FullName, $"it has {found.Length} bytes and should have {file.Length}");
        }
    }

    /// <summary>Reads every file of right length and compares it with its checksum; names files that the manifest does not know.</summary>
    internal static IReadOnlyList<VerifyProblem> AllProblems(string folder, Manifest manifest, out long bytes)
    {
        bytes = 0;
        var problems = MissingOrCut(folder, manifest).ToList();
        var named = problems.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            var path = PathOf(folder, file.Name);
            if (named.Contains(path))
                continue;
            try
            {
                if (HashOf(path) != file.XxHash128)
                    problems.Add(new(path, "its checksum does not match: the content is damaged"));
                bytes += file.Length;
            }
            catch (Exception e) when (GenerationException.IsFromDisk(e))
            {
                problems.Add(new(path, $"it can't be read: {e.Message}"));
            }
        }
        var listed = manifest.Files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(NamesIn(folder).Where(name => !listed.Contains(name)).Select(name =>
            new VerifyProblem(PathOf(folder, name), "it does not belong to the generation")));
        return [.. problems.OrderBy(p => p.Path, StringComparer.Ordinal)];
    }
}
