using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class VerifyTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    private VerifyProblem TheProblem() => Assert.Single(_index.Open().Verify().Problems);

    [Fact]
    public void A_missing_file_is_found()
    {
        var path = _index.FileOf(_index.Publish().Id, "people.json");
        File.Delete(path);
        Assert.Equal(new VerifyProblem(path, "it is missing"), TheProblem());
    }

    [Fact]
    public void A_file_that_was_cut_is_found()
    {
        var path = _index.FileOf(_index.Publish().Id, "people.json");
        File.WriteAllText(path, "{");
        Assert.Equal(path, TheProblem().Path);
        Assert.Contains("1 bytes", TheProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_bit_is_found()
    {
        var path = _index.FileOf(_index.Publish().Id, "people.json");
        var bytes = File.ReadAllBytes(path);
        bytes[3] ^= 4;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("checksum", TheProblem().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_belong_is_found()
    {
        var path = _index.FileOf(_index.Publish().Id, "lucene/notes.txt");
        File.WriteAllText(path, "");
        Assert.Equal(new VerifyProblem(path, "it does not belong to the generation"), TheProblem());
    }

    [Fact]
    public void All_problems_are_reported_not_only_the_first()
    {
        var id = _index.Publish().Id;
        File.Delete(_index.FileOf(id, "people.json"));
        File.WriteAllText(_index.FileOf(id, "lucene/segments.gen"), "");
        File.WriteAllText(_index.FileOf(id, "extra"), "");
        Assert.Equal(3, _index.Open().Verify().Problems.Count);
    }

    [Fact]
    public void A_manifest_that_is_gone_is_found()
    {
        var path = _index.FileOf(_index.Publish().Id, Manifest.FileName);
        File.Delete(path);
        Assert.Equal(new VerifyProblem(path, "there is no such file"), TheProblem());
    }

    [Fact]
    public void A_damaged_current_is_in_the_report()
    {
        _index.Publish();
        File.WriteAllText(_index.CurrentPath, "?");
        Assert.Null(_index.Open().Verify().Id);
        Assert.Equal(_index.CurrentPath, TheProblem().Path);
    }

    [Fact]
    public void A_current_that_names_a_generation_that_is_gone_is_in_the_report()
    {
        var id = _index.Publish().Id;
        Directory.Delete(Path.Combine(_index.GenerationsPath, id), recursive: true);
        Assert.Equal(Path.Combine(_index.GenerationsPath, id), TheProblem().Path);
    }
}
