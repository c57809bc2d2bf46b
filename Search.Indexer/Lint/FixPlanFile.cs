using System.Text;
using Search.Core.Content;
using Search.Core.Ingestion;

namespace Search.Indexer.Lint;

/// <summary>Writes a patch with the mends that are certain, to be looked at and applied with <c>git apply</c>; never touches a source.</summary>
internal static class FixPlanFile
{
    /// <returns>What was written, for people.</returns>
    public static string Write(string path, IngestReport report, IngestOptions options)
    {
        var sources = report.Sources.Select(ContentSource.Open).ToList();
        var folder = sources.Select(source => source.Root).Aggregate(Common);
        var patch = new StringBuilder();
        int files = 0, mends = 0;
        foreach (var source in sources)
        {
            var plan = new FixPlan(source, new ReadOptions { Drafts = options.Drafts, Future = options.Future, Clock = options.Clock });
            var prefix = Path.GetRelativePath(folder, source.Root).Replace('\\', '/');
            foreach (var file in report.Problems.Select(problem => problem.Place.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                if (plan.For(file, prefix == "." ? file : $"{prefix}/{file}") is { } mended)
                {
                    files++;
                    mends += mended.Mended.Count;
                    patch.Append(mended.Patch);
                }
        }
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } target)
            Directory.CreateDirectory(target);
        File.WriteAllText(path, patch.ToString());
        return files == 0
            ? "Nothing can be mended without a decision of the author's: the plan is empty."
            : FormattableString.Invariant($"{mends} mends in {files} files. Look at {path}, then apply it in {folder}: git apply {Path.GetFullPath(path)}");
    }

    private static string Common(string a, string b)
    {
        while (!(b + Path.DirectorySeparatorChar).StartsWith(a + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            a = Path.GetDirectoryName(a) ?? throw new ArgumentException("The sources have no folder in common.");
        return a;
    }
}
