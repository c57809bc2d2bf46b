using Search.Core.Facets;
using Xunit;

namespace Search.Tests.Facets;

/// <summary>Counting many columns at once against counting each document by itself.</summary>
public sealed class CountingPassTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public void Each_column_is_counted_without_the_choice_that_is_its_own(int lowest)
    {
        var random = new Random(3);
        const int Documents = 5000;
        var matched = Random(random, Documents, 0.6);
        // A stretch without any, and one with all.
        matched.AsSpan(10, 9).Clear();
        matched.AsSpan(40, 9).Fill(-1);
        long[][] choices = [Random(random, Documents, 0.5), Random(random, Documents, 0.3)];
        var column = Enumerable.Range(0, Documents).Select(_ => lowest + random.Next(7)).ToArray();
        var pass = new CountingPass(matched, choices);
        var counters = new[] { -1, 0, 1 }.Select(but => pass.Add(new(column), lowest + 7, but)).ToList();
        pass.Run();
        foreach (var counter in counters)
            for (var value = lowest; value < lowest + 7; value++)
                Assert.Equal(
                    Enumerable.Range(0, Documents).Count(d => column[d] == value && Has(matched, d) && Enumerable.Range(0, choices.Length).All(c => c == counter.But || Has(choices[c], d))),
                    counter.Counts[value]);
        Assert.Equal(counters[0].Counts.Sum(), pass.Total);
    }

    [Fact]
    public void A_set_has_the_same_number_whenever_it_comes()
    {
        var sets = new SetList();
        Assert.Equal(0, sets.NumberOf([]));
        Assert.Equal(1, sets.NumberOf([3, 5]));
        Assert.Equal(2, sets.NumberOf([3]));
        Assert.Equal(1, sets.NumberOf([3, 5]));
        Assert.Equal(0, sets.NumberOf([]));
        var (starts, values) = sets.ToArrays();
        Assert.Equal([0, 0, 2, 3], starts);
        Assert.Equal([3, 5, 3], values);
    }

    private static bool Has(long[] bits, int document) => (bits[document >> 6] >> document & 1) != 0;

    private static long[] Random(Random random, int documents, double share)
    {
        var bits = new long[(documents + 63) / 64];
        for (var document = 0; document < documents; document++)
            if (random.NextDouble() < share)
                bits[document >> 6] |= 1L << document;
        return bits;
    }
}
