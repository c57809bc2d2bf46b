using System.Numerics;

namespace Search.Core.Facets;

/// <summary>
/// Counts any number of columns in one pass over a set of documents. A choice in one facet restricts all others but not its own ("sideways"): a
/// document that fails a single choice counts for the column of that choice alone.
/// </summary>
/// <param name="documents">A bit a document.</param>
/// <param name="choices">What passes each choice.</param>
internal sealed class CountingPass(long[] documents, IReadOnlyList<long[]> choices)
{
    private readonly List<DocumentCounter> counters = [];

    /// <summary>How many documents pass all choices; known afterwards.</summary>
    public int Total { get; private set; }

    /// <param name="valueOf">Each document's value.</param>
    /// <param name="values">How many values there are.</param>
    /// <param name="but">Number of the choice that does not count for this column; -1 for none.</param>
    public DocumentCounter Add(int[] valueOf, int values, int but = -1)
    {
        var counter = new DocumentCounter(valueOf, values, but);
        counters.Add(counter);
        return counter;
    }

    public void Run()
    {
        for (var word = 0; word < documents.Length; word++)
        {
            var here = (ulong)documents[word];
            if (here == 0)
                continue;
            var all = here;
            foreach (var choice in choices)
                all &= (ulong)choice[word];
            Total += BitOperations.PopCount(all);
            foreach (var counter in counters)
            {
                var counted = all;
                if (counter.But >= 0)
                {
                    counted = here;
                    for (var c = 0; c < choices.Count; c++)
                        if (c != counter.But)
                            counted &= (ulong)choices[c][word];
                }
                counter.Count(word << 6, counted);
            }
        }
    }
}

/// <summary>Counts of the values of one column.</summary>
internal sealed class DocumentCounter(int[] valueOf, int values, int but)
{
    /// <summary>By value.</summary>
    public int[] Counts { get; } = new int[values];

    /// <inheritdoc cref="CountingPass.Add"/>
    public int But => but;

    /// <summary>Adds one for each of up to 64 documents from the first on.</summary>
    public void Count(int first, ulong documents)
    {
        var (column, counts) = (valueOf, Counts);
        for (; documents != 0; documents &= documents - 1)
            counts[column[first + BitOperations.TrailingZeroCount(documents)]]++;
    }
}
