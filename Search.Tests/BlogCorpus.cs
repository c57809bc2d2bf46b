using System.Formats.Tar;
using System.IO.Compression;
using Search.Core.Ingestion;

namespace Search.Tests;

/// <summary>The real blog of the shared corpus, unpacked once a test run into a temporary folder that goes when the run ends.</summary>
internal static class BlogCorpus
{
    private static readonly Lock Unpacking = new();
    private static string? unpacked;
    private static string? indexed;

    /// <summary>Folder of the Jekyll site; skips the calling test where the corpus is absent.</summary>
    public static string Folder()
    {
        var archive = Corpus.Require("corpus/blog-posts.tar.gz");
        lock (Unpacking)
            return unpacked ??= Unpack(archive);
    }

    /// <summary>Folder of the blog's index, built once a test run; for reading only.</summary>
    public static string Index()
    {
        var source = Folder();
        lock (Unpacking)
        {
            if (indexed is null)
            {
                var index = Path.Combine(Path.GetDirectoryName(source)!, "index");
                Report = SiteIndexer.Run([source], index, new IngestOptions());
                indexed = index;
            }
            return indexed;
        }
    }

    /// <summary>What the run that made <see cref="Index"/> reported.</summary>
    public static IngestReport? Report { get; private set; }

    private static string Unpack(string archive)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("search-corpus-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        using var file = File.OpenRead(archive);
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(plain, folder, overwriteFiles: false);
        return Path.Combine(folder, "blog");
    }
}
