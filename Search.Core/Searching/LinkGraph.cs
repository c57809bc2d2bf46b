using Lucene.Net.Index;
using Search.Core.Facets;
using Search.Core.Indexing;

namespace Search.Core.Searching;

/// <summary>Which posts link to each other.</summary>
internal static class LinkGraph
{
    /// <summary>Posts that a post links to, and those that link to it.</summary>
    public static HashSet<int> Neighbours(OpenGeneration generation, int document)
    {
        var neighbours = new HashSet<int>();
        foreach (var id in generation.HeadOf(document).LinksTo)
            if (generation.DocumentWith(IndexFields.Id, id) is >= 0 and var target && target != document)
                neighbours.Add(target);
        var linking = generation.DocumentsWith(new Term(IndexFields.LinksTo, generation.HeadOf(document).Id));
        for (var other = DayColumn.Next(linking, 0); other >= 0; other = DayColumn.Next(linking, other + 1))
            if (other != document)
                neighbours.Add(other);
        return neighbours;
    }
}
