using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>
/// The facets of an answer: exact counts over everything that matches, each facet without its own choices ("sideways"), so that choosing
/// a value leaves its siblings to choose.
/// </summary>
internal sealed class FacetReader(OpenGeneration generation, SearchRequest request, FilterSet filters, FixedBitSet matched)
{
    /// <summary>The same for all pages of a query: counted once, as long as they are remembered.</summary>
    public IReadOnlyDictionary<string, FacetAnswer> Answers() => generation.Facets.Of(request, Count);

    public static string NameOf(FacetField field) => field switch
    {
        FacetField.Tag => "tag",
        FacetField.Category => "category",
        FacetField.Person => "person",
        FacetField.Source => "source",
        FacetField.Kind => "kind",
        FacetField.Year => "year",
        _ => "month",
    };

    // All columns in one pass over what matches.
    private Dictionary<string, FacetAnswer> Count()
    {
        var fields = filters.Chosen.Keys.ToList();
        var pass = new CountingPass(filters.ApplyAlways(matched).GetBits(), [.. fields.Select(f => filters.Chosen[f].GetBits())]);
        var counted = new List<(FacetField Field, Func<List<CountedValue>> Values)>();
        DocumentCounter? months = null;
        foreach (var field in request.Facets.Distinct())
            if (field == FacetField.Kind)
                counted.Add((field, Kinds));
            else if (field is FacetField.Year or FacetField.Month)
            {
                var days = months ??= generation.Days.Join(pass);
                counted.Add((field, () => Dates(days.Counts, field == FacetField.Month)));
            }
            else
            {
                var counter = generation.Column(field).Slugs.Join(pass, fields.IndexOf(field));
                counted.Add((field, () => Labelled(field, counter.Counts)));
            }
        pass.Run();
        return counted.ToDictionary(c => NameOf(c.Field), c => Answer(c.Values()), StringComparer.Ordinal);
    }

    private FacetAnswer Answer(List<CountedValue> values)
    {
        var (shown, distinct, others) = FacetCounter.Top(values, request.FacetLimit);
        return new([.. shown.Select(v => new FacetValue(v.Label.Slug, v.Label.Text, v.Count, v.Selected))], distinct, others);
    }

    private List<CountedValue> Labelled(FacetField field, int[] bySet)
    {
        var column = generation.Column(field);
        var counts = column.Slugs.OfSets(bySet);
        var filter = field switch { FacetField.Tag => request.Tags, FacetField.Category => request.Categories, FacetField.Source => request.Sources, _ => request.People };
        var chosen = filter.AllOf.SelectMany(any => any).Select(column.OrdinalOf).Where(o => o >= 0).ToHashSet();
        var values = new List<CountedValue>();
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            if (counts[ordinal] > 0 || chosen.Contains(ordinal))
                values.Add(new(column.LabelOf(ordinal), counts[ordinal], chosen.Contains(ordinal)));
        return values;
    }

    private List<CountedValue> Kinds()
    {
        // The kind is a choice among two: both are counted, whichever is chosen.
        var open = request.Kind is null ? filters : new FilterSet(generation, request with { Kind = null });
        var documents = open.Apply(matched);
        var all = documents.Cardinality;
        documents.And(generation.Posts);
        var posts = documents.Cardinality;
        return
        [
            .. new CountedValue[]
            {
                new(new("post", "Posts"), posts, request.Kind == DocumentKind.Post),
                new(new("quote", "Quotes"), all - posts, request.Kind == DocumentKind.Quote),
            }.Where(v => v.Count > 0 || v.Selected),
        ];
    }

    private List<CountedValue> Dates(int[] months, bool byMonth) =>
        [.. generation.Days.CountsOf(months, byMonth).Select(c => new CountedValue(new(c.Key, c.Key), c.Value, false))];
}
