using Search.Core.Ingestion;

namespace Search.Tests.Api;

/// <summary>The host over an index of a site of four posts and two quotations, small enough to know every count by heart.</summary>
public sealed class SmallSite : IDisposable
{
    public SmallSite()
    {
        Write("_config.yml", "title: Lamps\nurl: https://lamps.example\npermalink: /:year/:month/:title/\n");
        Write("tags.yml", "- label: Lamps\n  kind: topic\n");
        Write("_posts/2020-01-15-oil-lamp.md", Post("The oil lamp", "[Lamps, Oil]", "history", "Oil lamps lit the harbour of Alexandria. The wick drew whale oil up into the flame, and keepers trimmed it by night."));
        Write("_posts/2021-06-01-gas-light.md", Post("Gas light", "[Lamps, Gas]", "history", "Gas lit the harbour streets of London. Lamplighters walked from lamp to lamp at dusk, and the gas hissed in its mantle."));
        Write("_posts/2021-07-01-arc-lamp.md", Post("The arc lamp", "[Lamps, Electricity]", "invention", "Humphry Davy drew an arc between two rods of carbon. The arc lamp lit the harbour like day and smelled of ozone."));
        Write("_posts/2022-03-01-filament.md", Post("A filament", "[Electricity]", "invention", "Joseph Swan and Thomas Edison drew the filament from cotton thread, and a bulb glowed in Newcastle for forty hours."));
        Write("_data/quotes.yml", """
            - text: I never failed, I only found ways that do not light a lamp.
              speaker: Thomas Edison
              source: A saying
              tags: [Lamps]
            - text: The arc was so bright that the whole room seemed to be noon.
              speaker: Humphry Davy
              source: A lecture
            """);
        SiteIndexer.Run([Host.SiteFolder], Host.IndexFolder, new IngestOptions());
    }

    public ApiHost Host { get; } = new(new Dictionary<string, string> { ["Search:Cache:MaxAgeSeconds"] = "7" });

    public void Write(string path, string content)
    {
        var full = Path.Combine(Host.SiteFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    public static string Post(string title, string tags, string category, string body) => $"---\ntitle: {title}\ntags: {tags}\ncategories: [{category}]\n---\n{body}\n";

    public void Dispose() => Host.Dispose();
}
