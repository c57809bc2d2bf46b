using System.Numerics;

namespace Search.Core.Facets;

/// <summary>
/// Counts any number of columns in one pass over a set of documents. A choice in one facet restricts all others but not its own ("sideways"): a
/// document that fails a single choice counts for the column of that choice alone.
/// </summary>
/// <param name="documents">A bit a document.</param>
/// <param name="choices">What passes each choice.</param>
internal sealed class CountingPass(long[] documents, long[][] choices)
{
    private const int Together = 4;

    private readonly List<DocumentCounter> counters = [];

    /// <summary>How many documents pass all choices; known afterwards.</summary>
    public int Total { get; private set; }

    /// <param name="valueOf">Each document's value.</param>
    /// <param name="values">How many values there are.</param>
    /// <param name="but">Number of the choice that does not count for this column; -1 for none.</param>
    public DocumentCounter Add(NumberColumn valueOf, int values, int but = -1)
    {
        var counter = new DocumentCounter(valueOf, values, but);
        counters.Add(counter);
        return counter;
    }

    public void Run()
    {
        var counters = this.counters.ToArray();
        for (var word = 0; word < documents.Length; word++)
        {
            // Where there is one document there mostly is another nearby: whether four words are empty is easier to guess than whether one is.
            if (word % Together == 0 && IsEmpty(word))
            {
                word += Together - 1;
                continue;
            }
            var here = (ulong)documents[word];
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
                    for (var c = 0; c < choices.Length; c++)
                        if (c != counter.But)
                            counted &= (ulong)choices[c][word];
                }
                counter.Count(word << 6, counted);
            }
        }
        foreach (var counter in counters)
            counter.Finish();
    }

    private bool IsEmpty(int word)
    {
        if (word + Together > documents.Length)
            return false;
        var here = documents.AsSpan(word, Together);
        return (here[0] | here[1] | here[2] | here[3]) == 0;
    }
}

/// <summary>Counts of the values of one column, complete once it is finished.</summary>
internal sealed class DocumentCounter(NumberColumn valueOf, int values, int but)
{
    private const int Step = 4;
    private const int Most = 512;

    // Documents are listed first and counted by the hundreds: a loop with nothing to guess has many values on their way from memory at once.
    private readonly int[] listed = new int[Most + 64 + Step];
    private int count;

    /// <summary>By value.</summary>
    public int[] Counts { get; } = new int[values];

    /// <inheritdoc cref="CountingPass.Add"/>
    public int But => but;

    /// <summary>Adds one for each of up to 64 documents from the first on.</summary>
    public void Count(int first, ulong documents)
    {
        var next = listed.AsSpan(count, 64 + Step);
        count += BitOperations.PopCount(documents);
        do
        {
            // Four at a time, though there may be fewer: what is too much is overwritten.
            for (var i = 0; i < Step; i++, documents &= documents - 1)
                next[i] = first + BitOperations.TrailingZeroCount(documents);
            next = next[Step..];
        }
        while (documents != 0);
        if (count >= Most)
            Finish();
    }

    /// <summary>Counts what is listed.</summary>
    public void Finish()
    {
        valueOf.Count(listed.AsSpan(0, count), Counts);
        count = 0;
    }
}
