using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;

namespace Search.Api.Endpoints;

/// <summary><c>/api/categories</c>: the site's categories.</summary>
internal static class CategoryEndpoints
{
    public static void MapCategories(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var query = CommonParameters.Words("q", "Words of the category; empty gives all.", "space", limits);
        var limit = CommonParameters.Limit("Categories at most.", 100, limits.MaxListSize);
        app.MapQuestion("/api/categories", new Question<(string Query, int Limit), CategoriesAnswer>
        {
            Operation = new()
            {
                Id = "listCategories",
                Group = "Tags",
                Summary = "Categories with counts",
                Description = "Categories by how many posts have them; total counts those that match, listed or not.",
                Parameters = [query, limit],
                Example = Examples.Categories,
            },
            Json = ApiJson.Default.CategoriesAnswer,
            Read = reader => (reader.Read(query), reader.Read(limit)),
            Answer = static (search, input, _) =>
            {
                var found = search.Categories(input.Query, input.Limit);
                return new CategoriesAnswer(found.Values, found.Total);
            },
        });
    }
}
