using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Api.Pages;

/// <summary>The pages for people: the console, the pages without scripts, and their files in <c>wwwroot</c>.</summary>
internal static class PageEndpoints
{
    // Scripts only from here, none written by scripts: with trusted types and no policy, the browser itself refuses markup made of text.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    private const int RelatedShown = 5;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // An answer made by other code than this is another answer.
    private static readonly string Build = typeof(PageEndpoints).Module.ModuleVersionId.ToString();

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets();
        var parameters = new SearchParameters(app.ServiceProvider.GetRequiredService<ApiSettings>().Limits);
        RequestDelegate console = ShowConsoleAsync;
        RequestDelegate search = http => ShowAsync(http, parameters, Page);
        RequestDelegate quotes = http => ShowAsync(http, parameters, static (index, question, warnings, cancel) =>
            question.Post.Length > 0 ? Page(index, question, warnings, cancel) : QuotationsPage.Of(index, question, warnings, cancel));
        RequestDelegate people = http => ShowAsync(http, parameters, static (index, question, _, _) => PeoplePage.Of(index, question));
        RequestDelegate tags = http => ShowAsync(http, parameters, static (index, question, _, _) => TagsPage.Of(index, question));
        RequestDelegate compare = http => ShowAsync(http, parameters, (index, question, _, cancel) => ComparePage.Of(index, question.Compared.First, question.Compared.Second, cancel));
        RequestDelegate person = http => ShowAsync(http, parameters, (index, question, _, cancel) => PersonPage.Of(index, NameIn(http), question, cancel));
        RequestDelegate tag = http => ShowAsync(http, parameters, (index, question, _, _) => TagPage.Of(index, NameIn(http), question));
        app.MapMethods("/", Methods, console).ExcludeFromDescription();
        app.MapMethods("/search", Methods, search).ExcludeFromDescription();
        app.MapMethods("/quotes", Methods, quotes).ExcludeFromDescription();
        app.MapMethods("/people", Methods, people).ExcludeFromDescription();
        app.MapMethods("/tags", Methods, tags).ExcludeFromDescription();
        app.MapMethods("/compare", Methods, compare).ExcludeFromDescription();
        app.MapMethods("/people/{slug}", Methods, person).ExcludeFromDescription();
        app.MapMethods("/tags/{slug}", Methods, tag).ExcludeFromDescription();
    }

    private static string NameIn(HttpContext http) => Slug.Of(http.Request.RouteValues["slug"] as string ?? "");

    private static Task ShowConsoleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return WriteAsync(http, ConsolePage.Of(http.Request.Query["q"].FirstOrDefault() ?? "", http.Request.QueryString.Value ?? ""));
    }

    private static async Task ShowAsync(HttpContext http, SearchParameters parameters, Func<SearchService, PageQuestion, IReadOnlyList<string>, CancellationToken, Node?> make)
    {
        var reader = new ParameterReader(http.Request);
        var question = PageQuestion.Read(reader, parameters);
        if (reader.Errors.Count > 0)
        {
            await RefuseAsync(http, Problem.InvalidParameters(reader.Errors), http.Request.Query["q"].FirstOrDefault() ?? "");
            return;
        }
        var status = http.RequestServices.GetRequiredService<SearchService>().Status;
        if (status is not { IsOpen: true, Generation: { } generation })
        {
            await RefuseAsync(http, http.RequestServices.GetRequiredService<IndexReadiness>().Unavailable(status), question.Search.Query);
            return;
        }
        var tag = EntityTag.Of(generation, $"{Build} {http.Request.Path}", reader.Canonical);
        EntityTag.Describe(http.Response, tag, "Accept-Encoding", "no-cache");
        if (EntityTag.IsKnownTo(http.Request, tag))
        {
            // A browser takes the headers of a 304 over into the page that it has.
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (page, problem) = await http.RequestServices.GetRequiredService<AnswerDesk>()
            .AskAsync("page", (index, cancel) => make(index, question, reader.Warnings(), cancel), http.RequestAborted);
        if (problem is null && page is null)
            problem = Problem.NotFound(question.Post.Length > 0 ? $"No post has the id '{Quoted.Shorten(question.Post)}'." : "Nothing of that name is in the index.");
        if (problem is not null)
            await RefuseAsync(http, problem, question.Search.Query);
        else
            await WriteAsync(http, page!);
    }

    private static Node? Page(SearchService index, PageQuestion question, IReadOnlyList<string> warnings, CancellationToken cancel)
    {
        if (question.Post.Length > 0)
            return index.Post(question.Post, annotations: false) is { } post ? PostPage.Of(post, index.RelatedById(question.Post, new() { Limit = RelatedShown }, cancel), question) : null;
        var answer = index.Search(question.Search, cancel);
        return ResultsPage.Of(question, answer with { Warnings = [.. answer.Warnings, .. warnings] });
    }

    private static Task RefuseAsync(HttpContext http, Problem problem, string query)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove(HeaderNames.ETag);
        if (problem.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(http, ProblemPage.Of(problem, query));
    }

    private static async Task WriteAsync(HttpContext http, Node page)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        await JsonAnswer.WriteAsync(http, Encoding.UTF8.GetBytes(page.ToPage()), "text/html; charset=utf-8");
    }
}
