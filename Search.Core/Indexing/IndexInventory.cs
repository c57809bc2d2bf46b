using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>Reads through what an index holds, for files that are made of the whole of it.</summary>
public sealed class IndexInventory : IDisposable
{
    private readonly PositionalDirectory directory;
    private readonly DirectoryReader reader;
    private PostPlace[]? order;

    public IndexInventory(string folder)
    {
        directory = new(folder);
        reader = DirectoryReader.Open(directory);
    }

    /// <summary>Posts of the index.</summary>
    public int PostCount => (order ??= Order()).Length;

    /// <summary>
    /// The names of all posts, newest first; of one date by id. They are read anew each time that they are gone through: a million of them are more than memory is for.
    /// </summary>
    public IEnumerable<PostName> PostNames()
    {
        foreach (var place in order ??= Order())
        {
            var head = HeadOf(place.Leaf, place.Document);
            yield return new(head.Id, head.Title, head.Headline, head.Url);
        }
    }

    /// <summary>How many posts have each slug of a field.</summary>
    public IReadOnlyDictionary<string, int> PostsBySlug(string field)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var slug = new BytesRef();
        foreach (var group in LivePosts().GroupBy(p => p.Leaf))
        {
            if (group.Key.GetSortedSetDocValues(field) is not { } values)
                continue;
            var byOrdinal = new int[values.ValueCount];
            foreach (var (_, document) in group)
            {
                values.SetDocument(document);
                for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                    byOrdinal[ordinal]++;
            }
            for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
            {
                if (byOrdinal[ordinal] == 0)
                    continue;
                values.LookupOrd(ordinal, slug);
                var text = slug.Utf8ToString();
                counts[text] = counts.GetValueOrDefault(text) + byOrdinal[ordinal];
            }
        }
        return counts;
    }

    /// <summary>The folded words of all documents, and how many have each: once for each segment that has it, a little high while deleted ones are still in old segments.</summary>
    public IEnumerable<(string Term, int Documents)> Words()
    {
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.Words) is not { } terms)
                continue;
            var term = terms.GetEnumerator();
            while (term.MoveNext())
                yield return (Encoding.UTF8.GetString(term.Term.Bytes, term.Term.Offset, term.Term.Length), term.DocFreq);
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private PostPlace[] Order()
    {
        var posts = new List<PostPlace>();
        foreach (var leaf in reader.Leaves)
            foreach (var (_, document) in LivePosts(leaf.AtomicReader))
            {
                var head = HeadOf(leaf.Ord, document);
                posts.Add(new(head.Date?.UtcTicks ?? long.MinValue, FirstLetters(head.Id), leaf.Ord, document));
            }
        var ordered = posts.ToArray();
        Array.Sort(ordered, (a, b) =>
        {
            var compared = b.Ticks.CompareTo(a.Ticks);
            compared = compared != 0 ? compared : a.FirstLetters.CompareTo(b.FirstLetters);
            return compared != 0 ? compared : string.CompareOrdinal(HeadOf(a.Leaf, a.Document).Id, HeadOf(b.Leaf, b.Document).Id);
        });
        return ordered;
    }

    private DocumentHead HeadOf(int leaf, int document)
    {
        var bytes = new BytesRef();
        reader.Leaves[leaf].AtomicReader.GetBinaryDocValues(IndexFields.Head).Get(document, bytes);
        return DocumentHead.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    // As many as go into a number that has their order.
    private static UInt128 FirstLetters(string id)
    {
        UInt128 letters = 0;
        for (var i = 0; i < 8; i++)
            letters = letters << 16 | (i < id.Length ? id[i] : (UInt128)0);
        return letters;
    }

    private IEnumerable<(AtomicReader Leaf, int Document)> LivePosts() => reader.Leaves.SelectMany(leaf => LivePosts(leaf.AtomicReader));

    private static IEnumerable<(AtomicReader Leaf, int Document)> LivePosts(AtomicReader leaf)
    {
        var documents = leaf.GetTermDocsEnum(new Term(IndexFields.Kind, LuceneDocuments.KindName(DocumentKind.Post)));
        while (documents is not null && documents.NextDoc() != Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS)
            if (leaf.LiveDocs?.Get(documents.DocID) ?? true)
                yield return (leaf, documents.DocID);
    }

    private readonly record struct PostPlace(long Ticks, UInt128 FirstLetters, int Leaf, int Document);
}

/// <summary>What a post is called, and where it is.</summary>
public readonly record struct PostName(string Id, string Title, string? Headline, string? Url);
