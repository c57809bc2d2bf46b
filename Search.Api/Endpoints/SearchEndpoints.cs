using Search.Api.Answers;
using Search.Api.Exports;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/api/search</c>, and <c>/api/quotes</c>, which is the same for quotations alone.</summary>
internal static class SearchEndpoints
{
    private static readonly ChoiceParameter<ExportFormat> Format = new()
    {
        Name = "format",
        Description = "Form of the answer; json where it is left out. The others give the whole result as a stream; an Accept header asks for the same.",
        Default = null,
        Choices = ExportFormats.All,
        Example = "json",
    };

    public static void MapSearch(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var parameters = new SearchParameters(limits);
        app.MapQuestion("/api/search", new Question<SearchRequest, SearchAnswer>
        {
            Operation = new()
            {
                Id = "search",
                Group = "Search",
                Summary = "Ranked, filtered and counted search in posts and quotations",
                Description = "Finds posts and quotations, best first, with highlights and exact counts by tag, category, person and date. Nothing in q is an error: what is not valid syntax is read as text, and warnings say so. Choosing a value of a facet does not make its siblings vanish.",
                Parameters = [.. parameters.All(), Format],
                Example = Examples.Search,
            },
            Json = ApiJson.Default.SearchAnswer,
            Read = reader => parameters.Read(reader),
            Answer = static (search, request, cancel) => search.Search(request, cancel),
            Warn = AddWarnings,
            Divert = Divert,
        });
        app.MapQuestion("/api/quotes", new Question<SearchRequest, SearchAnswer>
        {
            Operation = new()
            {
                Id = "listQuotes",
                Group = "Search",
                Summary = "Quotations, by person and by words",
                Description = "The same answer as /api/search?kind=quote, with the same parameters. A quotation's hit has its speaker, the words in excerpt, and postId of the post that it stands in.",
                Parameters = [.. parameters.All(withKind: false), Format],
                Example = Examples.Quotes,
            },
            Json = ApiJson.Default.SearchAnswer,
            Read = reader => parameters.Read(reader, DocumentKind.Quote),
            Answer = static (search, request, cancel) => search.Search(request, cancel),
            Warn = AddWarnings,
            Divert = Divert,
        });
    }

    private static SearchAnswer AddWarnings(SearchAnswer answer, IReadOnlyList<string> warnings) => answer with { Warnings = [.. answer.Warnings, .. warnings] };

    // What the parameter says outranks the header, as a link can carry it.
    private static Func<HttpContext, Task>? Divert(HttpContext http, ParameterReader reader, SearchRequest request)
    {
        var format = reader.Read(Format) ?? ExportFormats.Accepted(http.Request.Headers.Accept);
        return format is null or ExportFormat.Json ? null : answering => ResultStream.WriteAsync(answering, request, format.Value);
    }
}
