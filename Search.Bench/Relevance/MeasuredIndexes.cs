using System.Diagnostics;
using System.Globalization;
using Search.Core.Indexing;
using Search.Core.Ingestion;
using Search.Core.Ranking;
using Search.Core.Searching;

namespace Search.Bench.Relevance;

/// <summary>Indexes of what is measured, kept in a folder by name and schema, so that only a change of the index builds them anew.</summary>
internal sealed class MeasuredIndexes(string folder, IReadOnlyList<string> weights)
{
    private readonly RankingProfile profile = Changed(RankingProfile.Default, weights);

    /// <param name="name">Name of the source, unique in the folder.</param>
    /// <param name="source">What is indexed where there is no such index yet.</param>
    public SearchService Open(string name, string source)
    {
        var index = Path.Combine(folder, $"{name}-{IndexFields.SchemaHash[..12]}");
        if (!Directory.Exists(index))
        {
            var watch = Stopwatch.StartNew();
            SiteIndexer.Run([source], index, new IngestOptions());
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"indexed {name} in {watch.Elapsed.TotalSeconds:0.0} s"));
        }
        return SearchService.Open(index, new() { Profile = profile });
    }

    private static RankingProfile Changed(RankingProfile profile, IReadOnlyList<string> weights)
    {
        foreach (var weight in weights)
        {
            var parts = weight.Split('=', 2);
            var property = typeof(RankingProfile).GetProperty(parts[0]) ?? throw new ArgumentException($"The profile has no weight {parts[0]}.", nameof(weights));
            // A copy, so that the shared default stays as it is.
            profile = profile with { };
            property.SetValue(profile, Convert.ChangeType(parts[1], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return profile;
    }
}
