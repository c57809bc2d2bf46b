using Search.Core.Content;
using Search.Core.Model;
using Xunit;

namespace Search.Tests.Content;

/// <summary>What a small file may cost, whatever is in it.</summary>
public sealed class ReadingCostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_row_of_thousands_of_cells_is_read_line_by_line()
    {
        folder.Write("a.md", $"---\ntitle: T\n---\nBefore **it {string.Concat(Enumerable.Repeat("~~---|", 4000))}\n\nBehind.\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
        Assert.Contains("Behind.", Assert.Single(items.OfType<PostRead>()).Post.Text, StringComparison.Ordinal);
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Message.Contains("cells", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_table_in_which_a_mark_stays_open_costs_no_square()
    {
        folder.Write("a.md", $"---\ntitle: T\n---\na *b | c\n--|--\n{string.Concat(Enumerable.Repeat("a | b\n", 3000))}last | *row*\n\nBehind.\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
        var text = Assert.Single(items.OfType<PostRead>()).Post.Text;
        Assert.Contains("last | row", text, StringComparison.Ordinal);
        Assert.Contains("Behind.", text, StringComparison.Ordinal);
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Message.Contains("not closed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_table_whose_marks_are_closed_is_a_table()
    {
        folder.Write("a.md", $"---\ntitle: T\n---\na | b | c | d\n--|--|--|--\n{string.Concat(Enumerable.Repeat("5 * | **x** [y](https://y.example) | a_b ~z~ | \\*\n", 1000))}\nBehind.\n");
        var items = Read();
        Assert.Equal(1001, Assert.Single(items.OfType<PostRead>()).Post.Blocks.Count(block => block.Kind == BlockKind.TableRow));
        Assert.Empty(items.OfType<ProblemRead>());
    }

    [Theory]
    [InlineData(":::note\n", 20_000)]
    [InlineData("> :::note\n", 20_000)]
    [InlineData("", 800)]
    public void Containers_within_containers_without_end_are_read_line_by_line(string line, int lines)
    {
        // Colons alone open a container as well where all that are open have more of them.
        var opened = line.Length > 0 ? string.Concat(Enumerable.Repeat(line, lines)) : string.Concat(Enumerable.Range(3, lines).Reverse().Select(colons => new string(':', colons) + "\n"));
        folder.Write("a.md", $"---\ntitle: T\n---\n{opened}Within.\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
        Assert.Contains("Within.", Assert.Single(items.OfType<PostRead>()).Post.Text, StringComparison.Ordinal);
        Assert.Contains(items.OfType<ProblemRead>(), item => item.Problem.Message.Contains("containers nested", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_number_of_containers_beside_each_other_is_read()
    {
        folder.Write("a.md", $"---\ntitle: T\n---\n{string.Concat(Enumerable.Repeat("::::note\n:::tip Own\nWords.\n:::\n::::\n\n", 500))}");
        var items = Read();
        Assert.Equal(1000, Assert.Single(items.OfType<PostRead>()).Post.Blocks.Count);
        Assert.Empty(items.OfType<ProblemRead>());
    }

    private List<ReadItem> Read() => ReadFolder.Items(folder.Path);
}
