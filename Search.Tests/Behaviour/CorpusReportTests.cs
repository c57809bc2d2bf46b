using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

public sealed class CorpusReportTests
{
    [Fact]
    public void Every_file_of_the_corpus_is_accounted_for()
    {
        BlogCorpus.Index();
        var report = BlogCorpus.Report!;
        Assert.Equal(report.Files, report.Posts + report.Drafts + report.Future + report.NotPosts);
        var posts = Directory.GetFiles(Path.Combine(BlogCorpus.Folder(), "_posts"), "*", SearchOption.AllDirectories);
        Assert.Equal(1902, posts.Length);
        Assert.Equal(1901, report.Posts + report.LeftOut.Count(l => l.Path.StartsWith("_posts/", StringComparison.Ordinal) && l.Path.EndsWith(".md", StringComparison.Ordinal)));
        Assert.Single(report.LeftOut, l => l.Path == "_posts/index.html");
        Assert.Equal(0, report.Unreadable);
        Assert.All(report.Problems, p => Assert.NotEqual("", p.Place.Path));
    }

    [Fact]
    public void A_query_with_a_person_and_facets_is_answered_with_exact_counts()
    {
        using var service = SearchService.Open(BlogCorpus.Index(), new());
        var answer = service.Search(new() { Query = "putin musk", Facets = [FacetField.Tag, FacetField.Person, FacetField.Kind], Limit = 100 });
        Assert.InRange(answer.Total, 1, 200);
        Assert.Equal(answer.Total, answer.Facets["kind"].Values.Sum(v => v.Count));
        Assert.Contains(answer.Hits.Take(3), h => h.Id == "2024-11-01-ManchurianCandidateMusk");
    }
}
