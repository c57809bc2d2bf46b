using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atomic-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FilePath => Path.Combine(_folder, "quotes.json");

    [Fact]
    public void A_file_is_made_and_replaced()
    {
        AtomicFile.Write(FilePath, "one"u8.ToArray());
        AtomicFile.Write(FilePath, "second"u8.ToArray());
        Assert.Equal("second", File.ReadAllText(FilePath));
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void The_old_content_stays_where_the_writing_fails()
    {
        AtomicFile.Write(FilePath, "one"u8.ToArray());
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(FilePath, file =>
        {
            file.WriteByte(0);
            throw new InvalidDataException();
        }));
        Assert.Equal("one", File.ReadAllText(FilePath));
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Whoever_looks_while_it_is_written_sees_the_old_content()
    {
        AtomicFile.Write(FilePath, "one"u8.ToArray());
        var seen = "";
        AtomicFile.Write(FilePath, file =>
        {
            file.Write("two"u8);
            file.Flush();
            seen = File.ReadAllText(FilePath);
        });
        Assert.Equal("one", seen);
        Assert.Equal("two", File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_second_name_of_the_old_file_keeps_the_old_content()
    {
        AtomicFile.Write(FilePath, "one"u8.ToArray());
        var link = Path.Combine(_folder, "link");
        Assert.True(SystemCalls.TryHardLink(FilePath, link));
        AtomicFile.Write(FilePath, "two"u8.ToArray());
        Assert.Equal("one", File.ReadAllText(link));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder, "none", "quotes.json");
        var refused = Assert.Throws<GenerationException>(() => AtomicFile.Write(path, "one"u8.ToArray()));
        Assert.Equal("index-io", refused.Code);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
