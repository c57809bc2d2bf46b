using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class GenerationStoreTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    private static GenerationException Refused(Action act) => Assert.Throws<GenerationException>(act);

    [Fact]
    public void A_folder_that_is_not_there_is_not_found_by_a_reader()
    {
        var path = Path.Combine(_index.Path, "none");
        var refused = Refused(() => GenerationStore.Open(path, create: false));
        Assert.Equal("index-not-found", refused.Code);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made_for_a_writer()
    {
        var store = GenerationStore.Open(Path.Combine(_index.Path, "a", "b"), create: true);
        Assert.Null(store.CurrentId());
        Assert.Empty(store.Ids());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_with_other_things_is_not_taken_for_an_index(bool create)
    {
        File.WriteAllText(Path.Combine(_index.Path, "thesis.docx"), "years of work");
        var refused = Refused(() => GenerationStore.Open(_index.Path, create));
        Assert.Equal("not-an-index", refused.Code);
        Assert.Contains("thesis.docx", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.docx"], Directory.EnumerateFileSystemEntries(_index.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_readme_and_hidden_files_are_no_other_things()
    {
        File.WriteAllText(Path.Combine(_index.Path, "README.md"), "");
        File.WriteAllText(Path.Combine(_index.Path, ".gitkeep"), "");
        Assert.Null(GenerationStore.Open(_index.Path, create: false).CurrentId());
    }

    [Fact]
    public void A_reader_writes_nothing_into_an_empty_folder()
    {
        GenerationStore.Open(_index.Path, create: false).CurrentId();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_index.Path));
    }

    [Fact]
    public void A_file_is_not_an_index()
    {
        var path = Path.Combine(_index.Path, "file");
        File.WriteAllText(path, "");
        Assert.Equal("not-an-index", Refused(() => GenerationStore.Open(path, create: true)).Code);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_not_writable()
    {
        var file = Path.Combine(_index.Path, "file");
        File.WriteAllText(file, "");
        Assert.Equal("index-not-writable", Refused(() => GenerationStore.Open(Path.Combine(file, "index"), create: true)).Code);
    }

    [Fact]
    public void A_folder_without_permission_is_not_writable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may write anywhere");
        if (OperatingSystem.IsWindows())
            return; // Never: for the analyzer of platforms.
        _index.Publish();
        File.SetUnixFileMode(_index.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.SetUnixFileMode(Path.Combine(_index.Path, "writer.lock"), UnixFileMode.UserRead);
        try
        {
            Assert.Equal("index-not-writable", Refused(() => _index.Open().BeginBuild(fromScratch: false)).Code);
        }
        finally
        {
            File.SetUnixFileMode(_index.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void A_name_that_is_none_is_not_found(string name) =>
        Assert.Equal("index-not-found", Refused(() => GenerationStore.Open(name, create: true)).Code);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("20261122T2304", "does not hold")]
    [InlineData("../../etc", "does not hold")]
    [InlineData("\0\0\0\0\0\0\0\0", "does not hold")]
    public void A_damaged_current_is_reported_with_path_and_reason(string content, string reason)
    {
        _index.Publish();
        File.WriteAllText(_index.CurrentPath, content);
        var refused = Refused(() => _index.Open().CurrentId());
        Assert.Equal("current-unreadable", refused.Code);
        Assert.Equal(_index.CurrentPath, refused.Path);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_current_is_not_read_to_its_end()
    {
        _index.Publish();
        File.WriteAllText(_index.CurrentPath, new string('x', 10_000_000));
        Assert.Equal("current-unreadable", Refused(() => _index.Open().CurrentId()).Code);
    }

    [Fact]
    public void A_current_written_by_hand_needs_no_newline()
    {
        var id = _index.Publish().Id;
        File.WriteAllText(_index.CurrentPath, id);
        Assert.Equal(id, _index.Open().CurrentId());
    }

    [Fact]
    public void Folders_that_are_no_generations_are_not_listed()
    {
        var id = _index.Publish().Id;
        Directory.CreateDirectory(Path.Combine(_index.GenerationsPath, "backup"));
        Directory.CreateDirectory(Path.Combine(_index.GenerationsPath, "20991122T230405-0007.building"));
        Assert.Equal([id], _index.Open().Ids());
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/")]
    [InlineData("20200101T000000-0001")]
    public void A_generation_that_is_not_there_is_not_found(string id)
    {
        _index.Publish();
        Assert.Equal("generation-not-found", Refused(() => _index.Open().ReadManifest(id)).Code);
        Assert.Equal("generation-not-found", Refused(() => _index.Open().Acquire(id)).Code);
        Assert.False(_index.Open().Verify(id).IsWhole);
    }

    [Fact]
    public void An_index_without_a_generation_has_nothing_to_lease() => Assert.Null(_index.Open().AcquireCurrent());

    [Fact]
    public void A_current_that_names_nothing_is_not_asked_for_without_end()
    {
        var id = _index.Publish().Id;
        Directory.Delete(Path.Combine(_index.GenerationsPath, id), recursive: true);
        Assert.Equal("generation-not-found", Refused(() => _index.Open().AcquireCurrent()).Code);
    }

    [Fact]
    public void The_newest_whole_generation_is_found_past_damaged_ones()
    {
        var whole = _index.Publish().Id;
        var cut = _index.Publish().Id;
        var unnamed = _index.Publish().Id;
        File.WriteAllText(_index.FileOf(cut, "people.json"), "{");
        File.Delete(_index.FileOf(unnamed, Manifest.FileName));
        Assert.Equal(whole, _index.Open().LatestWhole());
    }

    [Fact]
    public void An_empty_index_has_no_whole_generation()
    {
        Assert.Null(_index.Open().LatestWhole());
        Assert.False(_index.Open().Verify().IsWhole);
    }
}
