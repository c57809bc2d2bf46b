using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Searching;

/// <summary>Facets that are counted once for all pages.</summary>
public sealed class FacetCacheTests
{
    private static readonly Dictionary<string, FacetAnswer> Some = new(StringComparer.Ordinal) { ["tag"] = new([new("a", "A", 1, false)], 1, 0) };

    private readonly FacetCache cache = new();
    private int counted;

    [Fact]
    public void Another_page_of_a_query_counts_nothing_anew()
    {
        Ask(new() { Query = "lantern" });
        Ask(new() { Query = "lantern", Offset = 10 });
        Ask(new() { Query = "lantern", Cursor = "x", Limit = 5 });
        Assert.Equal(1, counted);
    }

    [Fact]
    public void Another_query_filter_or_choice_of_facets_is_counted()
    {
        Ask(new() { Query = "lantern" });
        Ask(new() { Query = "lanterns" });
        Ask(new() { Query = "lantern", Tags = new([["a"]], []) });
        Ask(new() { Query = "lantern", Facets = [FacetField.Tag] });
        Ask(new() { Query = "lantern", FacetLimit = 3 });
        Assert.Equal(5, counted);
    }

    [Fact]
    public void What_was_asked_long_ago_is_forgotten()
    {
        for (var i = 0; i < 200; i++)
            Ask(new() { Query = $"{i}" });
        Ask(new() { Query = "199" });
        Assert.Equal(200, counted);
        Ask(new() { Query = "0" });
        Assert.Equal(201, counted);
    }

    private void Ask(SearchRequest request) => Assert.Same(Some, cache.Of(request, () =>
    {
        counted++;
        return Some;
    }));
}
