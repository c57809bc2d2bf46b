using Search.Api.Answers;
using Search.Api.Parameters;
using Search.Api.Reference;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary><c>/api/posts/{id}</c>: a post in full.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        var id = CommonParameters.PathName("id", "Id of a post, as hits give it.", "2021-12-09-the-admiral-and-the-compiler");
        var annotations = new SwitchParameter { Name = "annotations", Description = "Adds every mention of a person with its offsets in text.", Default = false, Example = true };
        app.MapQuestion("/api/posts/{id}", new Question<(string Id, bool Annotations), PostView>
        {
            Operation = new()
            {
                Id = "getPost",
                Group = "Posts",
                Summary = "A post in full",
                Description = "The post's clean text with its tags, categories, people, quotations and outline. start and end count UTF-16 code units in text.",
                Parameters = [id, annotations],
                Example = Examples.Post,
                Problems = [StatusCodes.Status404NotFound],
            },
            Json = ApiJson.Default.PostView,
            Read = reader => (reader.Read(id), reader.Read(annotations)),
            Answer = static (search, input, _) => search.Post(input.Id, input.Annotations) ?? (PathText.Unescaped(input.Id) is { } other ? search.Post(other, input.Annotations) : null),
            Missing = static input => MissingPost(input.Id),
        });
    }

    public static string MissingPost(string id) => $"No post has the id '{Quoted.Shorten(id)}'; ids stand in the hits of /api/search.";
}
