using Search.Api.Answers;
using Search.Api.Hosting;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Api.Endpoints;

/// <summary><c>/api/people</c>: who is written about.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app, LimitSettings limits)
    {
        var query = CommonParameters.Words("q", "Words of the name; empty gives all.", "hop", limits);
        var limit = CommonParameters.Limit("People at most.", 100, limits.MaxListSize);
        var slug = CommonParameters.PathName("slug", "Slug of a person.", "grace-hopper");
        app.MapQuestion("/api/people", new Question<(string Query, int Limit), PeopleAnswer>
        {
            Operation = new()
            {
                Id = "listPeople",
                Group = "People",
                Summary = "People with counts",
                Description = "People by how many posts have them; total counts those that match, listed or not.",
                Parameters = [query, limit],
                Example = Examples.People,
            },
            Json = ApiJson.Default.PeopleAnswer,
            Read = reader => (reader.Read(query), reader.Read(limit)),
            Answer = static (search, input, _) =>
            {
                var found = search.People(input.Query, input.Limit);
                return new PeopleAnswer(found.Values, found.Total);
            },
        });
        app.MapQuestion("/api/people/{slug}", new Question<string, PersonView>
        {
            Operation = new()
            {
                Id = "getPerson",
                Group = "People",
                Summary = "A person in full",
                Description = "A person's names and roles as the text gives them, posts by month, quotations by and about, who and what they are written about with, and the newest posts.",
                Parameters = [slug],
                Example = Examples.Person,
                Problems = [StatusCodes.Status404NotFound],
            },
            Json = ApiJson.Default.PersonView,
            Read = reader => reader.Read(slug),
            Answer = static (search, slug, _) => search.Person(Slug.Of(slug)),
            Missing = static slug => $"No person has the slug '{Quoted.Shorten(slug)}'; /api/people lists them.",
        });
    }
}
