using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Core.Indexing;
using Search.Core.Searching;

namespace Search.Core.StaticSearch;

/// <summary>A document that has a stem: how often in its ranked field, and the places in title and prose.</summary>
internal sealed class TermPosting
{
    public int Times { get; set; }

    public List<int> Title { get; } = [];

    public List<int> Prose { get; } = [];
}

/// <summary>Reads all that ranking knows of a stem: the postings of the ranked fields, of titles and of prose. Documents go by their place in the order newest first.</summary>
internal sealed class TermReader(OpenGeneration generation)
{
    // As the second stage looks at them.
    private const int MaxPlaces = 256;

    /// <summary>Every stem of a ranked field or a title, in the order of UTF-16 code units.</summary>
    public List<string> Stems()
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in new[] { IndexFields.Ranked, IndexFields.RankedQuote, IndexFields.Title })
            if (MultiFields.GetTerms(generation.Reader, field)?.GetEnumerator() is { } terms)
                while (terms.MoveNext())
                    stems.Add(terms.Term.Utf8ToString());
        return [.. stems.Order(StringComparer.Ordinal)];
    }

    public SortedDictionary<int, TermPosting> Postings(string stem)
    {
        var postings = new SortedDictionary<int, TermPosting>();
        foreach (var leaf in generation.Reader.Leaves)
        {
            var reader = leaf.AtomicReader;
            foreach (var field in new[] { IndexFields.Ranked, IndexFields.RankedQuote })
                if (reader.GetTermDocsEnum(new Term(field, stem)) is { } documents)
                    while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                        if (Of(leaf, documents.DocID) is { } posting)
                            posting.Times = documents.Freq;
            Places(IndexFields.Title, stem, posting => posting.Title);
            if (postings.Values.Any(posting => posting.Times > 0))
            {
                if (!generation.Analysis.Language.IsStopWord(stem))
                    Places(IndexFields.Prose, stem, posting => posting.Prose);
                Places(IndexFields.Prose, IndexFields.StemInProse(stem), posting => posting.Prose);
            }

            void Places(string field, string term, Func<TermPosting, List<int>> into)
            {
                if (reader.GetTermPositionsEnum(new Term(field, term)) is not { } places)
                    return;
                while (places.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    if (Of(leaf, places.DocID, onlyKnown: field == IndexFields.Prose) is { } posting)
                        for (var left = Math.Min(places.Freq, MaxPlaces); left > 0; left--)
                            into(posting).Add(places.NextPosition());
            }
        }
        foreach (var posting in postings.Values)
            posting.Prose.Sort();
        return postings;

        TermPosting? Of(AtomicReaderContext leaf, int document, bool onlyKnown = false)
        {
            if (!generation.Live.Get(leaf.DocBase + document))
                return null;
            var place = generation.OrderOf[leaf.DocBase + document];
            if (!postings.TryGetValue(place, out var posting) && !onlyKnown)
                postings.Add(place, posting = new());
            return posting;
        }
    }

    public int Frequency(string field, string stem) => generation.Reader.DocFreq(new Term(field, stem));
}
