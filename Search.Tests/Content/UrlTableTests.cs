using Search.Core.Content;
using Xunit;

namespace Search.Tests.Content;

/// <summary>
/// The addresses of whole small sites, against what the generators themselves make of the same files. The tables of <c>Cases/urls</c> were made with
/// the generators; the files and their front matter are written for them.
/// </summary>
public sealed class UrlTableTests
{
    private sealed record Site(string Name, string Configuration, List<(string Path, string Front, string Url)> Files)
    {
        public string ConfigurationFile => Name.StartsWith("Hugo", StringComparison.Ordinal) ? "hugo.toml" : "_config.yml";
    }

    public static TheoryData<string, string> Sites()
    {
        var sites = new TheoryData<string, string>();
        foreach (var file in new[] { "jekyll.txt", "hugo.txt" })
            foreach (var site in Read(file))
                sites.Add(file, site.Name);
        return sites;
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_address_is_the_generator_s_own(string file, string name)
    {
        var site = Read(file).Single(s => s.Name == name);
        Assert.NotEmpty(site.Files);
        using var folder = new TemporaryFolder();
        folder.Write(site.ConfigurationFile, site.Configuration);
        foreach (var (path, front, _) in site.Files)
            folder.Write(path, $"---\n{front}\n---\nWords here.\n");
        var source = ContentSource.Open(folder.Path);
        var reader = new ContentReader(source, new ReadOptions { Future = true });
        var urls = source.Files().SelectMany(reader.Read).OfType<PostRead>().ToDictionary(read => read.Post.Source.Path, read => read.Post.Url);
        Assert.Equal(site.Files.ToDictionary(f => f.Path, f => (string?)f.Url).OrderBy(f => f.Key, StringComparer.Ordinal), urls.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<Site> Read(string file)
    {
        Site? site = null;
        foreach (var line in File.ReadLines(Path.Combine(Corpus.RepositoryRoot, "Search.Tests", "Cases", "urls", file)))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                if (site is not null)
                    yield return site;
                site = new(line[4..], "", []);
            }
            else if (site is not null && line.StartsWith("@ ", StringComparison.Ordinal))
                site = site with { Configuration = site.Configuration + line[2..] + "\n" };
            else if (site is not null && line.Split(" | ") is [var path, var front, var url])
                site.Files.Add((path, front.Replace("; ", "\n", StringComparison.Ordinal), url));
        }
        if (site is not null)
            yield return site;
    }
}
