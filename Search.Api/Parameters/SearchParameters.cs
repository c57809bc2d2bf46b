using System.Text.Json.Nodes;
using Search.Api.Hosting;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Parameters;

/// <summary>
/// The parameters of a search, the same for <c>/api/search</c>, <c>/api/quotes</c>, feeds and the page without JavaScript, and how they
/// become a <see cref="SearchRequest"/>.
/// </summary>
internal sealed class SearchParameters(LimitSettings limits)
{
    private const int MaxCursorChars = 4_096;

    private static readonly SearchRequest Defaults = new();

    public TextParameter Query { get; } = new()
    {
        Name = "q",
        Description = "Words to search for; \"a phrase\"; +must, -not, AND, OR, NOT and brackets; title:, tag:, person:, category:, speaker:, kind:, before:, after:; prefix*; word~. What is not valid syntax is read as text. Empty: everything, newest first.",
        Default = "",
        MaxChars = limits.MaxQueryChars,
        Example = "compiler OR \"analytical engine\"",
    };

    public ChoicesParameter<DocumentKind> Kind { get; } = new()
    {
        Name = "kind",
        Description = "post or quote; both where it is left out.",
        Default = [],
        Choices = [("post", DocumentKind.Post), ("quote", DocumentKind.Quote)],
        Example = new JsonArray("post"),
    };

    public SlugFilterParameter Tag { get; } = Filter("tag", "Tags", "apollo-programme", limits);

    public SlugFilterParameter Category { get; } = Filter("category", "Categories", "computing", limits);

    public SlugFilterParameter Person { get; } = Filter("person", "People", "grace-hopper", limits);

    public SlugFilterParameter Source { get; } = Filter("source", "Sources of quotations: where the words were said or printed,", "letter-to-charles-babbage", limits);

    public DayParameter From { get; } = new() { Name = "from", Description = "First day, inclusive: yyyy, yyyy-MM or yyyy-MM-dd.", Default = null, IsEnd = false, Example = "2020" };

    public DayParameter To { get; } = new() { Name = "to", Description = "Last day, inclusive: yyyy, yyyy-MM or yyyy-MM-dd.", Default = null, IsEnd = true, Example = "2024-04" };

    public ChoiceParameter<SearchSort> Sort { get; } = new()
    {
        Name = "sort",
        Description = "Order of the hits. Left out: relevance where there is a q, newest where there is none.",
        Default = null,
        Choices = [("relevance", SearchSort.Relevance), ("newest", SearchSort.Newest), ("oldest", SearchSort.Oldest)],
        Example = "newest",
    };

    public WholeNumberParameter Limit { get; } = new()
    {
        Name = "limit",
        Description = "Hits on a page.",
        Default = Math.Min(Defaults.Limit, limits.MaxPageSize),
        Min = 1,
        Max = limits.MaxPageSize,
        Beyond = "; for more, follow next with cursor",
        Example = 10,
    };

    public WholeNumberParameter Offset { get; } = new()
    {
        Name = "offset",
        Description = "Hits to pass over.",
        Default = 0,
        Min = 0,
        Max = limits.MaxOffset,
        Beyond = "; for more, follow next with cursor",
        Example = 0,
    };

    public TextParameter Cursor { get; } = new()
    {
        Name = "cursor",
        Description = "The next of the page before: goes on without end, and stays right while the index changes. offset is then ignored.",
        Default = "",
        MaxChars = MaxCursorChars,
        Example = "",
    };

    public ChoicesParameter<FacetField> Facets { get; } = new()
    {
        Name = "facets",
        Description = "What to count the matching documents by: any of tag, category, person, kind, year, month, source (of quotations), or none.",
        Default = Defaults.Facets,
        None = "none",
        Choices = [("tag", FacetField.Tag), ("category", FacetField.Category), ("person", FacetField.Person), ("kind", FacetField.Kind), ("year", FacetField.Year), ("month", FacetField.Month), ("source", FacetField.Source)],
        Example = new JsonArray("tag", "person", "year"),
    };

    public WholeNumberParameter FacetLimit { get; } = new()
    {
        Name = "facetLimit",
        Description = "Values of each facet, most frequent first.",
        Default = Math.Min(Defaults.FacetLimit, limits.MaxFacetValues),
        Min = 1,
        Max = limits.MaxFacetValues,
        Example = 10,
    };

    public SwitchParameter Highlight { get; } = new() { Name = "highlight", Description = "Whether titleHtml and excerptHtml mark the words found.", Default = true, Example = true };

    public SwitchParameter Fold { get; } = new() { Name = "fold", Description = "Folds copies and templated series into their best hit, with more (how many) on it. Totals and facets count every document either way.", Default = false, Example = false };

    public SwitchParameter Explain { get; } = new() { Name = "explain", Description = "Adds to each hit why it ranks where it does, in words and numbers.", Default = false, Example = false };

    /// <summary>All of them; without <see cref="Kind"/> where the path says the kind.</summary>
    public IReadOnlyList<Parameter> All(bool withKind = true) => withKind ? [Query, Kind, .. Rest] : [Query, .. Rest];

    private Parameter[] Rest => [Tag, Category, Person, Source, From, To, Sort, Limit, Offset, Cursor, Facets, FacetLimit, Highlight, Fold, Explain];

    /// <summary>The request, to be used only where the reader has no errors.</summary>
    /// <param name="reader">The parameters as they were sent.</param>
    /// <param name="kind">The kind that the path says; null where the parameter may say it.</param>
    public SearchRequest Read(ParameterReader reader, DocumentKind? kind = null)
    {
        var kinds = kind is { } said ? [said] : reader.Read(Kind);
        var cursor = reader.Read(Cursor);
        var request = new SearchRequest
        {
            Query = reader.Read(Query),
            Kind = kinds is [var only] ? only : null,
            Tags = reader.Read(Tag),
            Categories = reader.Read(Category),
            People = reader.Read(Person),
            Sources = reader.Read(Source),
            From = reader.Read(From),
            To = reader.Read(To),
            Sort = reader.Read(Sort),
            Limit = reader.Read(Limit),
            Offset = reader.Read(Offset),
            Cursor = cursor.Length > 0 ? cursor : null,
            Facets = reader.Read(Facets),
            FacetLimit = reader.Read(FacetLimit),
            Highlight = reader.Read(Highlight),
            Fold = reader.Read(Fold),
            Explain = reader.Read(Explain),
        };
        if (request is { From: { } from, To: { } to } && from > to)
            reader.Reject("from", $"lies after to ({from:yyyy-MM-dd} is later than {to:yyyy-MM-dd}); exchange them");
        if (request is { Cursor: not null, Offset: > 0 })
            reader.Note("offset was ignored: cursor says where to go on.");
        CheckQuery(request.Query, reader);
        return request;
    }

    private void CheckQuery(string query, ParameterReader reader)
    {
        var words = 0;
        var wildcards = 0;
        foreach (var range in query.AsSpan().SplitAny(' ', '\t', '\r', '\n', '\u00A0', '\u3000'))
        {
            var word = query.AsSpan()[range];
            words += word.IsEmpty ? 0 : 1;
            wildcards += word.ContainsAny('*', '~') ? 1 : 0;
        }
        if (words > limits.MaxQueryWords)
            reader.Reject(Query.Name, $"has {words} words; at most {limits.MaxQueryWords} are accepted");
        if (wildcards > limits.MaxWildcards)
            reader.Reject(Query.Name, $"has {wildcards} words with * or ~; at most {limits.MaxWildcards} are accepted");
    }

    private static SlugFilterParameter Filter(string name, string what, string example, LimitSettings limits) => new()
    {
        Name = name,
        Description = $"{what} as slugs: repeated, all of them; a comma within one, any of them; a leading -, none of them.",
        Default = SlugFilter.None,
        MaxSlugs = limits.MaxFilterValues,
        Example = new JsonArray(example),
    };
}
