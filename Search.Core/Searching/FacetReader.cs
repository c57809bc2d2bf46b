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
    public Dictionary<string, FacetAnswer> Answers()
    {
        var answers = new Dictionary<string, FacetAnswer>(StringComparer.Ordinal);
        foreach (var field in request.Facets.Distinct())
            answers.Add(NameOf(field), Answer(field));
        return answers;
    }

    public static string NameOf(FacetField field) => field switch
    {
        FacetField.Tag => "tag",
        FacetField.Category => "category",
        FacetField.Person => "person",
        FacetField.Kind => "kind",
        FacetField.Year => "year",
        _ => "month",
    };

    private FacetAnswer Answer(FacetField field)
    {
        var values = field switch
        {
            FacetField.Tag => Labelled(field, request.Tags),
            FacetField.Category => Labelled(field, request.Categories),
            FacetField.Person => Labelled(field, request.People),
            FacetField.Kind => Kinds(),
            _ => Dates(field == FacetField.Month),
        };
        var (shown, distinct, others) = FacetCounter.Top(values, request.FacetLimit);
        return new([.. shown.Select(v => new FacetValue(v.Label.Slug, v.Label.Text, v.Count, v.Selected))], distinct, others);
    }

    private List<CountedValue> Labelled(FacetField field, SlugFilter filter)
    {
        var column = generation.Column(field);
        var counts = column.Slugs.CountsIn(filters.Apply(matched, except: field));
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

    private List<CountedValue> Dates(bool byMonth) =>
        [.. generation.Days.CountsIn(filters.Apply(matched), byMonth).Select(c => new CountedValue(new(c.Key, c.Key), c.Value, false))];
}
