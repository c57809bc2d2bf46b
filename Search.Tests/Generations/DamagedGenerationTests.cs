using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

/// <summary>Nothing is built upon a generation that is not whole.</summary>
public sealed class DamagedGenerationTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_damaged_current_generation_is_not_built_upon()
    {
        var whole = _index.Publish().Id;
        var damaged = _index.Publish().Id;
        File.Delete(_index.FileOf(damaged, "people.json"));
        using var build = _index.Open().BeginBuild(fromScratch: false);
        Assert.Equal(whole, build.BaseId);
        Assert.Contains(build.BaseProblems, p => p.Path.EndsWith("people.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_current_file_is_reported_and_replaced_by_the_next_publish()
    {
        var first = _index.Publish().Id;
        File.WriteAllText(_index.CurrentPath, "");
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            Assert.Equal(first, build.BaseId);
            Assert.Equal(_index.CurrentPath, Assert.Single(build.BaseProblems).Path);
            IndexFolder.PublishSmall(build);
        }
        Assert.True(_index.Open().Verify().IsWhole);
    }

    [Fact]
    public void With_nothing_whole_a_build_starts_empty()
    {
        var only = _index.Publish().Id;
        File.WriteAllText(_index.FileOf(only, Manifest.FileName), "{");
        using var build = _index.Open().BeginBuild(fromScratch: false);
        Assert.Null(build.BaseId);
        Assert.NotEmpty(build.BaseProblems);
    }
}
