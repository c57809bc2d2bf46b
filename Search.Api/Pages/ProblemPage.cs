using Search.Api.Answers;
using static Search.Api.Pages.Node;

namespace Search.Api.Pages;

/// <summary>A page that says what was wrong, with the query still in its line.</summary>
internal static class ProblemPage
{
    public static Node Of(Problem problem, string query)
    {
        var title = problem.Status switch
        {
            StatusCodes.Status404NotFound => "Not found",
            StatusCodes.Status429TooManyRequests => "One moment",
            StatusCodes.Status503ServiceUnavailable => "The index is not ready",
            _ => "This can’t be searched",
        };
        return PageFrame.Page(null, title, query, [], E("meta", [("name", "robots"), ("content", "noindex")]),
            E("div", [("class", "page")],
                E("main", [("id", "results"), ("tabindex", "-1")],
                    E("div", [("class", "message failure")],
                        E("h1", title),
                        All(Sentences(problem).Select(sentence => E("p", sentence))),
                        E("p", E("a", [("class", "action"), ("href", "/search")], "Start again"))))));
    }

    private static IEnumerable<string> Sentences(Problem problem) =>
        problem.Errors is { Count: > 0 } errors ? errors.SelectMany(error => error.Value.Select(message => $"{error.Key} {message}.")) : [problem.Detail];
}
