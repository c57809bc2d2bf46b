using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Search.Api.Answers;
using Search.Api.Endpoints;

namespace Search.Api.Reference;

/// <summary>Answers as they come, shortened: what the reference shows, from the sample site.</summary>
internal static class Examples
{
    private const string Hit = """
        { "id": "2021-12-09-the-admiral-and-the-compiler", "kind": "post", "title": "The admiral and the compiler", "url": "https://example.org/orbits/2021/12/the-admiral-and-the-compiler/",
          "date": "2021-12-09T09:00:00+00:00", "score": 12.3, "titleHtml": "The admiral and the <mark>compiler</mark>", "excerptHtml": "Hopper wrote the first <mark>compiler</mark> in 1952.",
          "excerpt": "Hopper wrote the first compiler in 1952.", "tags": [{ "slug": "compilers", "label": "Compilers" }], "categories": [{ "slug": "computing", "label": "Computing" }],
          "people": [{ "slug": "grace-hopper", "label": "Grace Hopper" }], "speaker": null, "postId": null
        """;

    private const string QuoteHit = """
        { "id": "hopper-forgiveness", "kind": "quote", "title": "Grace Hopper", "url": null, "date": null, "score": 8.1, "titleHtml": "Grace Hopper",
          "excerptHtml": "It's easier to ask <mark>forgiveness</mark> than it is to get permission.", "excerpt": "It's easier to ask forgiveness than it is to get permission.",
          "tags": [], "categories": [], "people": [{ "slug": "grace-hopper", "label": "Grace Hopper" }], "speaker": { "slug": "grace-hopper", "label": "Grace Hopper" }, "postId": null
        """;

    private const string Facets = """
        "facets": { "person": { "values": [{ "slug": "grace-hopper", "label": "Grace Hopper", "count": 4, "selected": false }], "distinct": 9, "others": 14 } },
        "didYouMean": null, "relaxed": null, "warnings": [], "next": null
        """;

    private const string TagBody = """
        { "slug": "apollo-programme", "label": "Apollo programme", "kind": "topic", "personSlug": null, "aliases": ["Apollo programme", "Apollo program", "apollo"], "posts": 9, "boilerplate": false,
          "proposals": [{ "slug": "apollo-13", "label": "Apollo 13", "reason": "6 of 9 posts have both", "score": 0.41 }], "newest": [] }
        """;

    public const string Search = $$"""{ "query": "compiler", "total": 12, "totalIsExact": true, "tookMs": 1.8, "hits": [{{Hit}} }], {{Facets}} }""";

    public const string Quotes = $$"""{ "query": "forgiveness", "total": 1, "totalIsExact": true, "tookMs": 0.9, "hits": [{{QuoteHit}} }], {{Facets}} }""";

    public const string Suggest = """
        { "suggestions": [
            { "text": "Ada Lovelace", "kind": "person", "slug": "ada-lovelace", "count": 7, "html": "<mark>Ada</mark> <mark>Lov</mark>elace" },
            { "text": "Note G", "kind": "post", "id": "2019-03-12-note-g", "url": "https://example.org/orbits/2019/03/note-g/", "html": "Note G" } ] }
        """;

    public const string Post = """
        { "id": "2021-12-09-the-admiral-and-the-compiler", "kind": "post", "title": "The admiral and the compiler", "headline": null, "url": "https://example.org/orbits/2021/12/the-admiral-and-the-compiler/",
          "date": "2021-12-09T09:00:00+00:00", "author": null, "text": "Grace Hopper wrote the first compiler in 1952.\n\n\"Nobody believed that,\" she said.", "excerpt": null,
          "tags": [{ "slug": "compilers", "label": "Compilers", "kind": "topic", "boilerplate": false, "raw": ["compilers"] }], "categories": [{ "slug": "computing", "label": "Computing" }],
          "people": [{ "slug": "grace-hopper", "label": "Grace Hopper", "count": 2, "confidence": 0.98, "mentions": [{ "start": 0, "end": 12, "text": "Grace Hopper" }] }], "bylines": [],
          "quotes": [{ "id": "2021-12-09-the-admiral-and-the-compiler-q1", "text": "Nobody believed that,", "speaker": { "slug": "grace-hopper", "label": "Grace Hopper" }, "speakerText": "she", "role": null,
                       "verb": "said", "confidence": 0.93, "start": 49, "end": 70, "url": "https://example.org/orbits/2021/12/the-admiral-and-the-compiler/#:~:text=Nobody%20believed%20that" }],
          "outline": [{ "level": 2, "text": "A-0", "anchor": "a-0" }], "asides": [], "series": null, "copyOf": null }
        """;

    public const string Related = $$"""{ "related": [{{Hit}}, "reasons": ["same story: compiler, subroutine", "both quote Grace Hopper"] }] }""";

    public const string People = """{ "people": [{ "slug": "grace-hopper", "label": "Grace Hopper", "count": 4 }], "total": 1 }""";

    public const string Person = """
        { "slug": "grace-hopper", "label": "Grace Hopper", "aliases": ["Grace Murray Hopper", "Rear Admiral Hopper"], "roles": [{ "text": "Rear Admiral", "from": "1985-11", "to": null, "count": 3 }], "posts": 4,
          "months": [{ "month": "2021-12", "count": 1 }], "quotesBy": 5, "quotesAbout": 2, "with": [{ "slug": "howard-aiken", "label": "Howard Aiken", "count": 2, "score": 3.1 }],
          "topics": [{ "slug": "compilers", "label": "Compilers", "score": 4.2 }], "newest": [] }
        """;

    public const string Tags = """{ "tags": [{ "slug": "apollo-programme", "label": "Apollo programme", "count": 9 }], "total": 1 }""";

    public const string Tag = TagBody;

    public const string Categories = """{ "categories": [{ "slug": "spaceflight", "label": "Spaceflight", "count": 24 }], "total": 1 }""";

    public const string Draft = """{ "title": "The bug in the Mark II", "body": "A moth was taped into the log book of the Harvard Mark II in 1947; Grace Hopper liked to tell of it." }""";

    public const string TagSuggestions = """
        { "tags": [{ "slug": "debugging", "label": "Debugging", "score": 0.81, "reason": "the draft names it 2 times; 6 of the 10 most similar posts have it" }], "categories": [{ "slug": "computing", "label": "Computing", "score": 0.95, "reason": "8 of the 10 most similar posts have it" }],
          "people": [{ "slug": "grace-hopper", "label": "Grace Hopper", "score": 0.99, "reason": "the draft names it" }] }
        """;

    /// <summary>A problem document of a status, as the operation would give it.</summary>
    public static JsonObject Problem(int status, Operation operation)
    {
        var (code, detail) = status switch
        {
            StatusCodes.Status404NotFound => (ProblemCodes.NotFound, "Nothing of that name is in the index."),
            StatusCodes.Status413PayloadTooLarge => (ProblemCodes.BodyTooLarge, "The body is too large; at most 1048576 bytes are accepted."),
            StatusCodes.Status414UriTooLong => (ProblemCodes.UrlTooLong, "The address is 20012 characters long; at most 16384 are accepted."),
            StatusCodes.Status415UnsupportedMediaType => (ProblemCodes.UnsupportedMediaType, "The body's type is not accepted; send a JSON object with title, body or both as text, with Content-Type: application/json."),
            StatusCodes.Status429TooManyRequests => (ProblemCodes.TooManyRequests, "Too many requests; ask again in 1 s, at most 100 a second."),
            StatusCodes.Status503ServiceUnavailable => (ProblemCodes.IndexNotFound, "There is no index yet; make one with: dotnet run --project Search.Indexer -- index SOURCE --index DIR"),
            _ when operation.BodyExample is not null => (ProblemCodes.InvalidBody, "The body has neither a title nor a body; it takes a JSON object with title, body or both as text."),
            _ => (ProblemCodes.InvalidParameter, "limit 'abc' is not accepted; it takes a whole number from 1 to 100."),
        };
        return new JsonObject { ["type"] = "about:blank", ["title"] = ReasonPhrases.GetReasonPhrase(status), ["status"] = status, ["detail"] = detail, ["code"] = code };
    }
}
