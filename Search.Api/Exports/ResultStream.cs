using System.Text;
using Microsoft.Net.Http.Headers;
using Search.Api.Hosting;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>
/// The whole result of a search in one form, page after page: memory does not grow with it, and each page waits for its turn like any
/// other question. Where the index can't go on, the connection is cut, so that a part is never taken for the whole.
/// </summary>
internal static class ResultStream
{
    private const int PageSize = 500;

    public static async Task WriteAsync(HttpContext http, SearchRequest request, ExportFormat format)
    {
        var desk = http.RequestServices.GetRequiredService<AnswerDesk>();
        var whole = request with { Limit = PageSize, Offset = 0, Cursor = null, Facets = [], Highlight = false, Explain = false };
        using var text = new StringWriter();
        var writer = ExportFormats.WriterOf(format, text);
        string? cursor = null;
        do
        {
            var (page, problem) = await desk.AskAsync("export", (index, cancel) => Page(index, whole with { Cursor = cursor }, writer.WantsPost, cancel), http.RequestAborted);
            if (problem is not null && !http.Response.HasStarted)
            {
                await problem.WriteAsync(http);
                return;
            }
            if (page is null)
            {
                http.Abort();
                return;
            }
            if (cursor is null)
            {
                Announce(http, format);
                if (HttpMethods.IsHead(http.Request.Method))
                    return;
                writer.Begin();
            }
            foreach (var (hit, post) in page.Documents)
                writer.Write(hit, post);
            cursor = page.Next;
            if (cursor is null)
                writer.End();
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), http.RequestAborted);
            text.GetStringBuilder().Clear();
        }
        while (cursor is not null);
    }

    private static PageOfDocuments Page(SearchService index, SearchRequest request, bool wantsPosts, CancellationToken cancel)
    {
        var answer = index.Search(request, cancel);
        return new([.. answer.Hits.Select(hit => (hit, wantsPosts && hit.Kind == DocumentKind.Post ? index.Post(hit.Id, annotations: false) : null))], answer.Next);
    }

    private static void Announce(HttpContext http, ExportFormat format)
    {
        http.Response.ContentType = $"{ExportFormats.MediaTypeOf(format)}; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"search.{ExportFormats.NameOf(format)}" }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept, Accept-Encoding";
    }

    private sealed record PageOfDocuments(IReadOnlyList<(Hit Hit, PostView? Post)> Documents, string? Next);
}
