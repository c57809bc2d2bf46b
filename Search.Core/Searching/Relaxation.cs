using System.Globalization;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Model;
using Search.Core.Querying;

namespace Search.Core.Searching;

/// <summary>
/// Gives up words of a query that finds too little. Every word weighs by its rarity; a document must have words of so much weight that enough
/// documents do. So the commonest words are given up first, and a word that nothing has costs nothing.
/// </summary>
internal sealed class Relaxation(
    OpenGeneration generation, FilterSet filters, FirstStage firstStage, IReadOnlyDictionary<DocumentKind, QueryCompiler> compilers, int keep)
{
    /// <summary>How many hits are enough.</summary>
    private const int Enough = 50;

    // Coverage is counted in so many steps.
    private const int Steps = 1000;

    // A document must have at least this share of what the words of the query tell.
    private const double LeastShare = 0.2;

    /// <summary>Of so few words all are meant: none is given up as long as anything has them all.</summary>
    public const int AllMeant = 2;

    /// <summary>The reading with words given up; as it was where there is nothing to give up or nothing gained.</summary>
    public Interpretation Of(Interpretation strict)
    {
        var parts = Parts(strict.Wide);
        if (parts.Count < 2)
            return strict;
        var before = filters.Apply(strict.Found.Matched).Cardinality;
        var total = parts.Sum(p => p.Weight);
        if (total == 0)
            return strict;
        var coverage = Coverage(strict.Wide, parts);
        var known = parts.FindAll(p => p.Frequency > 0);
        var whole = filters.Apply(Whole(known, coverage));
        var haveAllKnown = whole.Cardinality;
        var givenUp = 0.0;
        FixedBitSet chosen;
        if (known.Count <= AllMeant && haveAllKnown > 0)
        {
            chosen = whole;
        }
        else
        {
            var least = LeastCoverage(coverage, total);
            givenUp = total - least;
            chosen = Reaching(coverage, least);
            chosen.Or(strict.Found.Matched);
        }
        if (filters.Apply(chosen).Cardinality <= before)
            return strict;
        Query QueryOf(DocumentKind kind) => compilers[kind].Compile(strict.Root, compilers[kind].WantedParts(strict.Wide), chosen);
        return strict with
        {
            QueryOf = QueryOf,
            Found = firstStage.Run(QueryOf, keep),
            Relaxed = string.Join(' ', new[] { strict.Relaxed, Said(parts, givenUp, haveAllKnown) }.Where(s => s is { Length: > 0 })),
        };
    }

    private FixedBitSet Reaching(float[] coverage, double least)
    {
        var reaching = new FixedBitSet(generation.Reader.MaxDoc);
        for (var document = 0; document < coverage.Length; document++)
            if (coverage[document] > 0 && coverage[document] >= least)
                reaching.Set(document);
        return reaching;
    }

    // What has every word that anything has, and what is required besides.
    private static FixedBitSet Whole(List<Part> known, float[] coverage)
    {
        var whole = known[0].Matched.Clone();
        foreach (var part in known.Skip(1))
            whole.And(part.Matched);
        for (var document = Next(whole, 0); document >= 0; document = Next(whole, document + 1))
            if (coverage[document] == 0)
                whole.Clear(document);
        return whole;
    }

    private List<Part> Parts(Sequence root)
    {
        var parts = new List<Part>();
        var byKind = compilers.ToDictionary(c => c.Key, c => c.Value.WantedParts(root));
        var documents = generation.Posts.Cardinality + generation.Quotes.Cardinality;
        for (var i = 0; i < byKind[DocumentKind.Post].Count; i++)
        {
            var at = i;
            var matched = firstStage.Run(kind => byKind[kind][at].Query, count: 0).Matched;
            var frequency = matched.Cardinality;
            parts.Add(new(byKind[DocumentKind.Post][i].Node, matched, frequency, frequency == 0 ? 0 : Math.Log(1 + (double)documents / frequency)));
        }
        return parts;
    }

    // The weight of the words that each document has; 0 where it lacks what is required or has what is excluded.
    private float[] Coverage(Sequence root, List<Part> parts)
    {
        var coverage = new float[generation.Reader.MaxDoc];
        foreach (var part in parts)
            for (var document = Next(part.Matched, 0); document >= 0; document = Next(part.Matched, document + 1))
                coverage[document] += (float)part.Weight;
        if (root.Required.Any() || root.Excluded.Any())
        {
            var allowed = firstStage.Run(kind => compilers[kind].Compile(root, []), count: 0).Matched;
            for (var document = 0; document < coverage.Length; document++)
                if (!allowed.Get(document))
                    coverage[document] = 0;
        }
        return coverage;
    }

    private double LeastCoverage(float[] coverage, double total)
    {
        var counts = new int[Steps + 1];
        for (var document = Next(filters.Accepted, 0); document >= 0; document = Next(filters.Accepted, document + 1))
            counts[(int)Math.Min(Steps, coverage[document] / total * Steps)]++;
        var found = 0;
        var step = Steps;
        while (step > LeastShare * Steps && (found += counts[step]) < Enough)
            step--;
        return step * total / Steps;
    }

    private static string Said(List<Part> parts, double givenUp, int haveAllKnown)
    {
        var unknown = parts.FindAll(p => p.Frequency == 0);
        // What a hit may lack: any word that weighs no more than what was given up.
        var missing = parts.Where(p => p.Frequency > 0 && p.Weight <= givenUp).OrderByDescending(p => p.Frequency).ToList();
        var said = new List<string>();
        if (unknown.Count > 0)
            said.Add($"Nothing has {Words(unknown)}; searched without.");
        if (missing.Count > 0)
        {
            var all = unknown.Count > 0 ? "all the other words" : "all of the words";
            var have = haveAllKnown switch
            {
                0 => $"Nothing has {all}",
                1 => $"Only 1 text has {all}",
                _ => string.Create(CultureInfo.InvariantCulture, $"Only {haveAllKnown} texts have {all}"),
            };
            said.Add(missing.Count == parts.Count - unknown.Count
                ? $"{have}; these have some of them, rare words counting most."
                : $"{have}; these may lack {Words(missing)}.");
        }
        return string.Join(' ', said);
    }

    private static string Words(IEnumerable<Part> parts) => string.Join(", ", parts.Select(p => $"“{Typed(p.Node)}”"));

    // Not the other names that stand beside it.
    private static QueryNode Typed(QueryNode node) => node is Or { Operands: [var first, ..] } ? first : node;

    private static int Next(FixedBitSet set, int from) => from < set.Length ? set.NextSetBit(from) : -1;

    private sealed record Part(QueryNode Node, FixedBitSet Matched, int Frequency, double Weight);
}
