using Xunit;

namespace Search.Tests;

/// <summary>
/// Finds the shared content that stands beside the repository (real posts, labelled answers, public collections). Where it is absent a
/// test skips and says so; where <c>SEARCH_REQUIRE_ALL=1</c> is set, as in CI, its absence fails the test.
/// </summary>
internal static class Corpus
{
    /// <summary>Full path of a file or folder below <c>shared/</c>; skips the calling test where there is none.</summary>
    public static string Require(string relativePath)
    {
        var path = Find(relativePath);
        if (path is null && Environment.GetEnvironmentVariable("SEARCH_REQUIRE_ALL") != "1")
            Assert.Skip($"shared/{relativePath} is not beside the repository");
        return path ?? throw new DirectoryNotFoundException($"shared/{relativePath} is not beside the repository, and SEARCH_REQUIRE_ALL=1 demands it");
    }

    /// <summary>Root folder of this checkout.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string? Find(string relativePath)
    {
        var shared = Environment.GetEnvironmentVariable("SEARCH_SHARED") ?? Path.Combine(RepositoryRoot, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(shared, relativePath));
        return File.Exists(path) || System.IO.Directory.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Search.sln is in no folder above the tests");
    }
}
