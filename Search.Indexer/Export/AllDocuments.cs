using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>Every document of a kind, by date and id, page by page: memory does not grow with the index.</summary>
internal static class AllDocuments
{
    private const int PageSize = 100;

    public static IEnumerable<Hit> Of(SearchService service, DocumentKind kind, CancellationToken cancel)
    {
        string? cursor = null;
        do
        {
            var page = service.Search(new SearchRequest { Query = "", Kind = kind, Sort = SearchSort.Oldest, Facets = [], Limit = PageSize, Highlight = false, Cursor = cursor }, cancel);
            foreach (var hit in page.Hits)
                yield return hit;
            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
