using System.Text;
using System.Text.Json.Nodes;
using Search.Api.Parameters;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Pages;

/// <summary>
/// What a visitor of <c>/search</c> asked for, and the addresses of what can be asked next. The same parameters as the API's and the
/// console's, so that an address of one page means the same on the other.
/// </summary>
/// <param name="Search">The question to the index.</param>
/// <param name="Post">Id of a post to be shown instead of results; empty for none.</param>
internal sealed record PageQuestion(SearchRequest Search, string Post)
{
    private const int HitsShown = 20;
    private const int FacetValuesShown = 12;

    // The console's own, of no meaning without scripts.
    private static readonly SwitchParameter Typing = new() { Name = "typing", Description = "", Default = false, Example = false };
    private static readonly WholeNumberParameter Shown = new() { Name = "shown", Description = "", Default = HitsShown, Min = 1, Max = int.MaxValue, Example = HitsShown };
    private static readonly SwitchParameter Folded = new() { Name = "fold", Description = "", Default = true, Example = false };
    private static readonly TextParameter OpenPost = new() { Name = "post", Description = "", Default = "", MaxChars = 1_024, Example = (JsonNode)"" };

    private static readonly TextParameter FirstCompared = new() { Name = "a", Description = "", Default = "", MaxChars = 500, Example = (JsonNode)"" };
    private static readonly TextParameter SecondCompared = new() { Name = "b", Description = "", Default = "", MaxChars = 500, Example = (JsonNode)"" };

    /// <summary>The two searches of <c>/compare</c>; empty elsewhere.</summary>
    public (string First, string Second) Compared { get; init; } = ("", "");

    /// <summary>Reads a request; to be used only where the reader has no errors.</summary>
    public static PageQuestion Read(ParameterReader reader, SearchParameters parameters)
    {
        var search = parameters.Read(reader);
        reader.Read(Typing);
        reader.Read(Shown);
        var read = new PageQuestion(search with
        {
            Query = search.Query.Trim(),
            Fold = reader.Read(Folded),
            Limit = HitsShown,
            Facets = [FacetField.Person, FacetField.Tag, FacetField.Category, FacetField.Source, FacetField.Kind, FacetField.Year],
            FacetLimit = FacetValuesShown,
            Highlight = true,
            Explain = false,
        }, reader.Read(OpenPost)) { Compared = (reader.Read(FirstCompared).Trim(), reader.Read(SecondCompared).Trim()) };
        return read;
    }

    public bool IsFiltered => Search is not { Kind: null, From: null, To: null, Tags.IsEmpty: true, Categories.IsEmpty: true, People.IsEmpty: true, Sources.IsEmpty: true };

    /// <summary>Same words and order, no other choice.</summary>
    public PageQuestion Unfiltered => this with { Search = new SearchRequest { Query = Search.Query, Sort = Search.Sort, Fold = Search.Fold } };

    public SlugFilter Filter(FacetField field) => field switch
    {
        FacetField.Tag => Search.Tags,
        FacetField.Category => Search.Categories,
        FacetField.Source => Search.Sources,
        _ => Search.People,
    };

    /// <summary>With another filter on tags, categories, people or sources; again from the first hit.</summary>
    public PageQuestion With(FacetField field, SlugFilter filter) => First(field switch
    {
        FacetField.Tag => Search with { Tags = filter },
        FacetField.Category => Search with { Categories = filter },
        FacetField.Source => Search with { Sources = filter },
        _ => Search with { People = filter },
    });

    /// <summary>With another search; again from the first hit, and with no post open.</summary>
    public static PageQuestion First(SearchRequest search) => new(search with { Cursor = null, Offset = 0 }, "");

    /// <summary>The parameters by name, in their order, without those that are as they are by default.</summary>
    public IEnumerable<(string Name, string Value)> Parameters(bool withQuery = true)
    {
        if (withQuery && Search.Query.Length > 0)
            yield return ("q", Search.Query);
        if (Search.Kind is { } kind)
            yield return ("kind", kind == DocumentKind.Post ? "post" : "quote");
        foreach (var (name, filter) in new[] { ("person", Search.People), ("tag", Search.Tags), ("category", Search.Categories), ("source", Search.Sources) })
            foreach (var value in filter.Values())
                yield return (name, value);
        if (Search.From is { } from)
            yield return ("from", PageWords.Bound(from, isEnd: false));
        if (Search.To is { } to)
            yield return ("to", PageWords.Bound(to, isEnd: true));
        if (Search.Sort is { } sort)
            yield return ("sort", sort switch { SearchSort.Newest => "newest", SearchSort.Oldest => "oldest", _ => "relevance" });
        if (!Search.Fold)
            yield return ("fold", "false");
        if (Search.Cursor is { } cursor)
            yield return ("cursor", cursor);
        if (Post.Length > 0)
            yield return ("post", Post);
    }

    /// <summary>The address of this question on a page.</summary>
    public string Address(string page = "/search")
    {
        var address = new StringBuilder(page);
        var mark = '?';
        foreach (var (name, value) in Parameters())
        {
            // A cursor is a place in the page without scripts; the console goes on by itself.
            if (name == "cursor" && page == "/")
                continue;
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
            mark = '&';
        }
        return address.ToString();
    }
}
