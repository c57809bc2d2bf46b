using Lucene.Net.Index;
using Search.Core.Facets;
using Search.Core.Indexing;

namespace Search.Core.Searching;

/// <summary>Which posts link to each other.</summary>
internal static class LinkGraph
{
    /// <summary>Posts that a post links to, without itself.</summary>
    public static HashSet<int> Targets(OpenGeneration generation, DocumentHead head, int document)
    {
        var targets = new HashSet<int>();
        foreach (var id in head.LinksTo)
            if (generation.DocumentWith(IndexFields.Id, id) is >= 0 and var target && target != document)
                targets.Add(target);
        return targets;
    }

    /// <summary>Posts that link to a post, without itself.</summary>
    public static HashSet<int> Sources(OpenGeneration generation, DocumentHead head, int document)
    {
        var sources = new HashSet<int>();
        var linking = generation.DocumentsWith(new Term(IndexFields.LinksTo, head.Id));
        for (var other = DayColumn.Next(linking, 0); other >= 0; other = DayColumn.Next(linking, other + 1))
            if (other != document)
                sources.Add(other);
        return sources;
    }
}
