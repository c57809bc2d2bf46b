using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Every call of the contract answers in its form, property by property, with the counts that a person would get by hand.</summary>
public sealed class AnswerTests(SmallSite site) : IClassFixture<SmallSite>
{
    private static readonly string[] HitProperties = ["id", "kind", "title", "url", "date", "score", "titleHtml", "excerptHtml", "excerpt", "tags", "categories", "people", "speaker", "postId"];

    private ApiHost Host => site.Host;

    [Fact]
    public async Task A_search_answers_with_hits_counts_and_highlights()
    {
        var answer = await Host.GetJsonAsync("/api/search?q=harbour&kind=post");
        Assert.Equal(["query", "total", "totalIsExact", "tookMs", "hits", "facets", "didYouMean", "relaxed", "warnings", "next"], Names(answer));
        Assert.Equal(("harbour", 3, true), ((string?)answer["query"], (int)answer["total"]!, (bool)answer["totalIsExact"]!));
        foreach (var hit in answer["hits"]!.AsArray())
        {
            Assert.Equal(HitProperties, Names(hit!));
            Assert.Contains("<mark>harbour</mark>", (string?)hit!["excerptHtml"], StringComparison.OrdinalIgnoreCase);
            Assert.StartsWith("https://lamps.example/20", (string?)hit["url"]);
            Assert.Equal("post", (string?)hit["kind"]);
        }
        Assert.Equal(["tag", "category", "person", "year"], answer["facets"]!.AsObject().Select(facet => facet.Key));
        var tags = answer["facets"]!["tag"]!;
        Assert.Equal(["values", "distinct", "others"], Names(tags));
        Assert.Equal(["slug", "label", "count", "selected"], Names(tags["values"]![0]!));
        Assert.Equal(("lamps", 3), ((string?)tags["values"]![0]!["slug"], (int)tags["values"]![0]!["count"]!));
    }

    [Theory]
    [InlineData("tag=lamps&kind=post", 3)]
    [InlineData("tag=Lamps&kind=post", 3)]
    [InlineData("tag=lamps&tag=electricity&kind=post", 1)]
    [InlineData("tag=oil,gas&kind=post", 2)]
    [InlineData("tag=-lamps&kind=post", 1)]
    [InlineData("tag=-oil,gas&kind=post", 2)]
    [InlineData("category=history", 2)]
    [InlineData("from=2021&to=2021&kind=post", 2)]
    [InlineData("from=2021-07&kind=post", 2)]
    [InlineData("to=2020-01-15&kind=post", 1)]
    [InlineData("to=2020-01-14&kind=post", 0)]
    [InlineData("kind=quote", 2)]
    [InlineData("kind=quote,post", 6)]
    [InlineData("kind=quote&person=thomas-edison", 1)]
    [InlineData("", 6)]
    public async Task Filters_mean_what_the_contract_says(string query, int expected)
    {
        var answer = await Host.GetJsonAsync("/api/search?" + query);
        Assert.Equal(expected, (int)answer["total"]!);
    }

    [Theory]
    [InlineData("sort=newest&kind=post", "2022-03-01-filament")]
    [InlineData("sort=oldest&kind=post", "2020-01-15-oil-lamp")]
    [InlineData("kind=post", "2022-03-01-filament")]
    [InlineData("q=gas&kind=post", "2021-06-01-gas-light")]
    [InlineData("sort=newest&kind=post&offset=3", "2020-01-15-oil-lamp")]
    public async Task The_order_is_the_one_asked_for(string query, string first)
    {
        var answer = await Host.GetJsonAsync("/api/search?" + query);
        Assert.Equal(first, (string?)answer["hits"]![0]!["id"]);
    }

    [Fact]
    public async Task The_cursor_goes_through_every_hit_once()
    {
        var seen = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await Host.GetJsonAsync("/api/search?limit=1&facets=none" + (next.Length > 0 ? "&cursor=" + Uri.EscapeDataString(next) : ""));
            Assert.Equal(6, (int)page["total"]!);
            Assert.Empty(page["facets"]!.AsObject());
            seen.AddRange(page["hits"]!.AsArray().Select(hit => (string)hit!["id"]!));
            next = (string?)page["next"];
        }
        Assert.Equal(6, seen.Count);
        Assert.Equal(6, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%00")]
    [InlineData("AAAA")]
    public async Task A_cursor_that_is_none_is_a_400(string cursor)
    {
        using var response = await Host.GetAsync("/api/search?cursor=" + cursor);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.NotNull(problem["errors"]!["cursor"]);
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_a_400()
    {
        var next = (string?)(await Host.GetJsonAsync("/api/search?limit=1"))["next"];
        using var response = await Host.GetAsync("/api/search?limit=1&q=lamp&cursor=" + Uri.EscapeDataString(next!));
        await ApiHost.ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Parameters_that_mean_nothing_are_named_in_the_warnings()
    {
        using var response = await Host.GetAsync("/api/search?q=lamp&limti=5&%C3%BC=1");
        var answer = await ApiHost.JsonAsync(response);
        Assert.Contains(answer["warnings"]!.AsArray(), warning => ((string)warning!).Contains("'limti'", StringComparison.Ordinal));
        Assert.Contains("limti", Assert.Single(response.Headers.GetValues("Search-Warnings")));

        using var list = await Host.GetAsync("/api/tags?sort=newest");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Contains("sort", Assert.Single(list.Headers.GetValues("Search-Warnings")));
    }

    [Fact]
    public async Task Explanations_come_only_when_asked_for()
    {
        var without = await Host.GetJsonAsync("/api/search?q=gas");
        Assert.False(without["hits"]![0]!.AsObject().ContainsKey("explanation"));
    }

    [Fact]
    public async Task Quotes_are_the_search_for_quotes()
    {
        var quotes = await Host.GetJsonAsync("/api/quotes?person=thomas-edison&q=lamp");
        var search = await Host.GetJsonAsync("/api/search?kind=quote&person=thomas-edison&q=lamp");
        quotes["tookMs"] = 0;
        search["tookMs"] = 0;
        Assert.Equal(search.ToJsonString(), quotes.ToJsonString());
        var hit = quotes["hits"]![0]!;
        Assert.Equal(("quote", "thomas-edison", "Thomas Edison"), ((string?)hit["kind"], (string?)hit["speaker"]!["slug"], (string?)hit["speaker"]!["label"]));
        Assert.Contains("I never failed", (string?)hit["excerpt"]);
    }

    [Fact]
    public async Task Suggestions_have_their_form()
    {
        var answer = await Host.GetJsonAsync("/api/suggest?q=lam");
        var suggestion = Assert.IsType<JsonObject>(answer["suggestions"]![0]);
        Assert.Subset(new HashSet<string> { "text", "kind", "slug", "id", "url", "count", "html" }, suggestion.Select(property => property.Key).ToHashSet());
        Assert.True(suggestion.ContainsKey("slug") || suggestion.ContainsKey("id"));
        Assert.Empty((await Host.GetJsonAsync("/api/suggest?q=%20"))["suggestions"]!.AsArray());
        Assert.Single((await Host.GetJsonAsync("/api/suggest?q=l&limit=1"))["suggestions"]!.AsArray());
    }

    [Fact]
    public async Task A_post_is_answered_in_full()
    {
        var post = await Host.GetJsonAsync("/api/posts/2021-07-01-arc-lamp?annotations=true");
        Assert.Subset(Names(post).ToHashSet(),
            new HashSet<string> { "id", "kind", "title", "headline", "url", "date", "author", "text", "tags", "categories", "people", "bylines", "quotes", "outline", "series", "copyOf" });
        Assert.Equal(("post", "The arc lamp", "https://lamps.example/2021/07/arc-lamp/"), ((string?)post["kind"], (string?)post["title"], (string?)post["url"]));
        Assert.Subset(Names(post["tags"]![0]!).ToHashSet(), new HashSet<string> { "slug", "label", "kind", "boilerplate", "raw" });
        Assert.Null(post["author"]);
        Assert.True(post.AsObject().ContainsKey("author"));
    }

    [Theory]
    [InlineData("/api/posts/nothing")]
    [InlineData("/api/posts/nothing/related")]
    [InlineData("/api/posts/a%2Fb")]
    [InlineData("/api/related?url=https://elsewhere.example/")]
    [InlineData("/api/related?url=%00://")]
    [InlineData("/api/people/nobody")]
    [InlineData("/api/people/!!!")]
    [InlineData("/api/tags/nothing")]
    [InlineData("/api/tags/resolve?raw=nothing")]
    [InlineData("/api/tags/resolve?raw=%20")]
    [InlineData("/api/tags/resolve?raw=!!!")]
    public async Task What_is_not_in_the_index_is_a_404(string path)
    {
        using var response = await Host.GetAsync(path);
        var problem = await ApiHost.ProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Equal("not-found", (string?)problem["code"]);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/posts/2021-06-01-gas-light/related")]
    [InlineData("/api/related?url=https://lamps.example/2021/06/gas-light/")]
    [InlineData("/api/related?url=/2021/06/gas-light")]
    public async Task Related_posts_have_reasons_and_leave_out_the_post_itself(string path)
    {
        var related = (await Host.GetJsonAsync(path))["related"]!.AsArray();
        Assert.NotEmpty(related);
        Assert.All(related, hit =>
        {
            Assert.Equal([.. HitProperties, "reasons"], Names(hit!));
            Assert.NotEmpty(hit!["reasons"]!.AsArray());
            Assert.NotEqual("2021-06-01-gas-light", (string?)hit["id"]);
        });
    }

    [Fact]
    public async Task A_draft_gets_related_posts_and_tags()
    {
        var cancel = TestContext.Current.CancellationToken;
        var draft = new { title = "Gas in the streets", body = "The lamplighters of the harbour walked at dusk from lamp to lamp, and gas hissed in the mantle." };
        using var related = await Host.Client.PostAsJsonAsync("/api/related?limit=1", draft, cancel);
        Assert.Equal("2021-06-01-gas-light", (string?)(await ApiHost.JsonAsync(related))["related"]!.AsArray().Single()!["id"]);
        Assert.True(related.Headers.CacheControl?.NoStore);

        using var tags = await Host.Client.PostAsJsonAsync("/api/tags/suggest", draft, cancel);
        var suggested = await ApiHost.JsonAsync(tags);
        Assert.Equal(["tags", "categories", "people"], Names(suggested));
        Assert.All(suggested["tags"]!.AsArray(), tag => Assert.InRange((double)tag!["score"]!, 0, 1));
    }

    [Fact]
    public async Task Lists_have_their_counts_and_total()
    {
        var tags = await Host.GetJsonAsync("/api/tags?limit=1");
        Assert.Equal(["tags", "total"], Names(tags));
        Assert.Equal("""{"slug":"lamps","label":"Lamps","count":3}""", tags["tags"]!.AsArray().Single()!.ToJsonString());
        Assert.Equal(4, (int)tags["total"]!);
        var categories = await Host.GetJsonAsync("/api/categories");
        Assert.Equal(["categories", "total"], Names(categories));
        Assert.Equal([2, 2], categories["categories"]!.AsArray().Select(category => (int)category!["count"]!));
        Assert.Equal(["people", "total"], Names(await Host.GetJsonAsync("/api/people")));
    }

    [Theory]
    [InlineData("/api/tags/lamps")]
    [InlineData("/api/tags/LAMPS")]
    [InlineData("/api/tags/resolve?raw=Lamps")]
    public async Task A_tag_is_answered_in_full(string path)
    {
        var tag = await Host.GetJsonAsync(path);
        Assert.Subset(Names(tag).ToHashSet(), new HashSet<string> { "slug", "label", "kind", "personSlug", "aliases", "posts", "boilerplate", "proposals", "newest" });
        Assert.Equal(("lamps", "Lamps", 3, "topic"), ((string?)tag["slug"], (string?)tag["label"], (int)tag["posts"]!, (string?)tag["kind"]));
    }

    [Fact]
    public async Task A_person_is_answered_in_full()
    {
        var person = await Host.GetJsonAsync("/api/people/thomas-edison");
        Assert.Subset(Names(person).ToHashSet(), new HashSet<string> { "slug", "label", "aliases", "roles", "posts", "months", "quotesBy", "quotesAbout", "with", "topics", "newest" });
        Assert.Equal(("Thomas Edison", 1), ((string?)person["label"], (int)person["quotesBy"]!));
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%FF%FE%ZZ%")]
    [InlineData("q=%22unclosed+(((+AND+OR+NOT+%5E~*")]
    [InlineData("q=((((((((((((((((((((((((((((((((((((((((a")]
    [InlineData("q=a*+b*+c*+z~+%22%22+tag:+before:x+kind:nothing")]
    [InlineData("q=%F0%9F%92%A9+%E2%80%8F+%EF%BF%BF&explain=true&fold=true")]
    [InlineData("q=lamp+%CD%9C")]
    [InlineData("q=-lamp&sort=relevance")]
    [InlineData("q=*")]
    [InlineData("from=0001&to=9999-12-31&facets=month,year,kind,tag,person,category&facetLimit=1000")]
    [InlineData("tag=%F0%9F%92%A9a,-%C3%9F")]
    public async Task Nothing_that_a_person_types_is_an_error(string query)
    {
        var answer = await Host.GetJsonAsync("/api/search?" + query);
        Assert.True((int)answer["total"]! >= 0);
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(property => property.Key);
}
