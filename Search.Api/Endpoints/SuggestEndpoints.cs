using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/api/suggest</c>: posts, people, tags and categories while somebody types.</summary>
internal static class SuggestEndpoints
{
    private const int MaxSuggestions = 50;

    public static void MapSuggest(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var query = CommonParameters.Words("q", "What has been typed so far; empty gives no suggestions.", "ada lov", limits);
        var limit = CommonParameters.Limit("Suggestions at most.", 8, MaxSuggestions);
        app.MapQuestion("/api/suggest", new Question<(string Query, int Limit), SuggestAnswer>
        {
            Operation = new()
            {
                Id = "suggest",
                Group = "Search",
                Summary = "Suggestions while typing",
                Description = "Posts, people, tags and categories that what was typed may become, best first; tolerant of a typo and of a word order other than the title's.",
                Parameters = [query, limit],
                Example = Examples.Suggest,
            },
            Json = ApiJson.Default.SuggestAnswer,
            Read = reader => (reader.Read(query), reader.Read(limit)),
            Answer = static (search, input, _) => string.IsNullOrWhiteSpace(input.Query) ? new SuggestAnswer([]) : search.Suggest(input.Query, input.Limit),
        });
    }
}
