using Lucene.Net.Index;

namespace Search.Core.Postings;

/// <summary>How often a phrase stands in a document, from the positions that Lucene keeps. Asked for rising documents only.</summary>
/// <param name="terms">Each word's postings, those of the rarest first.</param>
/// <param name="offsets">Each word's place in the phrase.</param>
internal sealed class PhrasePositions(DocsAndPositionsEnum[] terms, int[] offsets)
{
    private int[] starts = new int[16];

    /// <param name="document">One that has all the words.</param>
    public int FrequencyIn(int document)
    {
        var count = 0;
        for (var t = 0; t < terms.Length; t++)
        {
            var postings = terms[t];
            if (postings.Advance(document) != document)
                throw new CorruptIndexException($"Document {document} has a word in the sidecar that it has not in the index.");
            count = t == 0 ? All(postings, offsets[0]) : Kept(postings, offsets[t], count);
            if (count == 0)
                return 0;
        }
        return count;
    }

    // Where the phrase would start by a word, each place once and none before the text, as ExactPhraseScorer counts.
    private int All(DocsAndPositionsEnum postings, int offset)
    {
        var (count, last, frequency) = (0, -1, postings.Freq);
        if (frequency > starts.Length)
            starts = new int[frequency * 2];
        for (var i = 0; i < frequency; i++)
            if (postings.NextPosition() - offset is var start && start > last)
                starts[count++] = last = start;
        return count;
    }

    // Those of the starts that another word confirms.
    private int Kept(DocsAndPositionsEnum postings, int offset, int count)
    {
        var (kept, i) = (0, 0);
        for (var left = postings.Freq; left > 0 && i < count; left--)
        {
            var start = postings.NextPosition() - offset;
            while (i < count && starts[i] < start)
                i++;
            if (i < count && starts[i] == start)
                starts[kept++] = starts[i++];
        }
        return kept;
    }
}
