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

    private List<ReadItem> Read() => ReadFolder.Items(folder.Path);
}
