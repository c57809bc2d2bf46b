using System.Text.Json;
using Search.Api.Answers;
using Search.Api.Feeds;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary>Any search as a feed, and what lets a browser add the site's search.</summary>
internal static class FeedEndpoints
{
    private const int SuggestionsShown = 8;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var parameters = new SearchParameters(limits);
        app.MapQuestion("/feeds/search.atom", Feed(parameters, "getAtomFeed", "Any search as an Atom feed", AtomFeed.MediaType, AtomFeed.Write,
            """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://search.example.org/feeds/search.atom?q=compiler</id><title>Search: compiler</title></feed>"""));
        app.MapQuestion("/feeds/search.json", Feed(parameters, "getJsonFeed", "Any search as a JSON Feed 1.1", JsonFeed.MediaType, JsonFeed.Write,
            """{ "version": "https://jsonfeed.org/version/1.1", "title": "Search: compiler", "feed_url": "https://search.example.org/feeds/search.json?q=compiler", "_search": { "query": "compiler", "total": 7 }, "items": [{ "id": "https://example.org/2021/12/the-admiral-and-the-compiler/", "url": "https://example.org/2021/12/the-admiral-and-the-compiler/", "title": "The admiral and the compiler", "content_text": "In 1952 nobody believed her.", "date_published": "2021-12-09T09:00:00+00:00", "tags": ["Compilers"] }] }"""));

        var query = CommonParameters.Words("q", "What has been typed so far.", "ada lov", limits);
        app.MapQuestion("/opensearch/suggest", new Question<string, SuggestAnswer>
        {
            Operation = new()
            {
                Id = "getOpenSearchSuggestions",
                Group = "For other sites",
                Summary = "Suggestions for a browser's address bar",
                Description = "What was typed, and the texts that it may become, as OpenSearch's extension for suggestions has it.",
                Parameters = [query],
                Example = """["ada lov",["Ada Lovelace"],[""],[""]]""",
                MediaType = "application/x-suggestions+json",
            },
            Json = ApiJson.Default.SuggestAnswer,
            Read = reader => reader.Read(query),
            Answer = static (search, text, _) => string.IsNullOrWhiteSpace(text) ? new SuggestAnswer([]) : search.Suggest(text, SuggestionsShown),
            Write = static (_, text, answer) => Suggestions(text, answer),
        });

        RequestDelegate describe = static async http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=86400";
            await JsonAnswer.WriteAsync(http, OpenSearchDescription.Write(FeedAddresses.Base(http)), $"{OpenSearchDescription.MediaType}; charset=utf-8");
        };
        app.MapMethods("/opensearch.xml", Methods, describe).WithOperation(new Operation
        {
            Id = "getOpenSearchDescription",
            Group = "For other sites",
            Summary = "OpenSearch description of the site",
            Description = "Lets a browser add the site's search, with suggestions. Pages name it in a link with rel=search.",
            Example = """<?xml version="1.0" encoding="utf-8"?><OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Search</ShortName></OpenSearchDescription>""",
            MediaType = OpenSearchDescription.MediaType,
        }, describe, typeof(string));
    }

    private static Question<SearchRequest, SearchAnswer> Feed(
        SearchParameters parameters, string id, string summary, string mediaType, Func<HttpContext, SearchRequest, SearchAnswer, byte[]> write, string example) => new()
        {
            Operation = new()
            {
                Id = id,
                Group = "For other sites",
                Summary = summary,
                Description = "The same parameters as /api/search; newest first unless sort says otherwise. Entries keep their ids for ever, so that a reader shows none twice.",
                Parameters = [.. parameters.All()],
                Example = example,
                MediaType = mediaType,
            },
            Json = ApiJson.Default.SearchAnswer,
            Read = reader => parameters.Read(reader) is var request ? request with { Sort = request.Sort ?? SearchSort.Newest, Facets = [], Highlight = false, Explain = false } : request,
            Answer = static (search, request, cancel) => search.Search(request, cancel),
            Write = write,
        };

    private static byte[] Suggestions(string text, SuggestAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(text);
            json.WriteStartArray();
            foreach (var suggestion in answer.Suggestions)
                json.WriteStringValue(suggestion.Text);
            json.WriteEndArray();
            json.WriteStartArray();
            foreach (var suggestion in answer.Suggestions)
                json.WriteStringValue(suggestion.Kind);
            json.WriteEndArray();
            json.WriteStartArray();
            foreach (var suggestion in answer.Suggestions)
                json.WriteStringValue(FeedAddresses.IsAbsolute(suggestion.Url) ? suggestion.Url : "");
            json.WriteEndArray();
            json.WriteEndArray();
        }
        return buffer.ToArray();
    }
}
