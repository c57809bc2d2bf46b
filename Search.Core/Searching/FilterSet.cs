using Lucene.Net.Util;
using Search.Core.Model;

namespace Search.Core.Searching;

/// <summary>
/// The filters of a request as sets of documents: one for all that is no choice in a facet, and one for each facet with choices, so that
/// a facet can be counted without its own.
/// </summary>
internal sealed class FilterSet
{
    private readonly FixedBitSet always;
    private readonly Dictionary<FacetField, FixedBitSet> chosen = [];

    public FilterSet(OpenGeneration generation, SearchRequest request)
    {
        always = generation.Live.Clone();
        if (request.Kind == DocumentKind.Post)
            always.And(generation.Posts);
        else if (request.Kind == DocumentKind.Quote)
            always.AndNot(generation.Posts);
        if (request.From is not null || request.To is not null)
            always.And(generation.Days.Between(request.From, request.To));
        Add(FacetField.Tag, generation.Tags, request.Tags);
        Add(FacetField.Category, generation.Categories, request.Categories);
        Add(FacetField.Person, generation.People, request.People);
        Add(FacetField.Source, generation.Sources, request.Sources);
        Accepted = Apply(always);
    }

    /// <summary>What passes the choices of each facet that has some.</summary>
    public IReadOnlyDictionary<FacetField, FixedBitSet> Chosen => chosen;

    /// <summary>Documents that pass all filters.</summary>
    public FixedBitSet Accepted { get; }

    /// <summary>Those of a set that pass all filters.</summary>
    public FixedBitSet Apply(FixedBitSet documents)
    {
        var passed = ApplyAlways(documents);
        foreach (var set in chosen.Values)
            passed.And(set);
        return passed;
    }

    /// <summary>Those of a set that pass all that is no choice in a facet.</summary>
    public FixedBitSet ApplyAlways(FixedBitSet documents)
    {
        var passed = documents.Clone();
        passed.And(always);
        return passed;
    }

    // What is left out by a leading '-' is no choice among siblings: it stays out of every count.
    private void Add(FacetField field, LabelledColumn column, SlugFilter filter)
    {
        if (filter.NoneOf.Count > 0)
            always.AndNot(column.Slugs.DocumentsWithAny([.. filter.NoneOf.Select(column.OrdinalOf)]));
        foreach (var any in filter.AllOf)
        {
            var documents = column.Slugs.DocumentsWithAny([.. any.Select(column.OrdinalOf)]);
            if (chosen.TryGetValue(field, out var others))
                others.And(documents);
            else
                chosen.Add(field, documents);
        }
    }
}
