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

    public IndexInventory(string folder)
    {
        directory = new(folder);
        reader = DirectoryReader.Open(directory);
    }

    /// <summary>The posts, newest first; of one date by id.</summary>
    public IReadOnlyList<DocumentHead> Posts()
    {
        var posts = new List<DocumentHead>();
        var bytes = new BytesRef();
        foreach (var (leaf, document) in LivePosts())
        {
            leaf.GetBinaryDocValues(IndexFields.Head).Get(document, bytes);
            posts.Add(DocumentHead.FromBytes(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)));
        }
        posts.Sort((a, b) => a.Date != b.Date ? Nullable.Compare(b.Date, a.Date) : string.CompareOrdinal(a.Id, b.Id));
        return posts;
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

    private IEnumerable<(AtomicReader Leaf, int Document)> LivePosts()
    {
        foreach (var leaf in reader.Leaves)
        {
            var documents = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Kind, LuceneDocuments.KindName(DocumentKind.Post)));
            while (documents is not null && documents.NextDoc() != Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS)
                if (leaf.AtomicReader.LiveDocs?.Get(documents.DocID) ?? true)
                    yield return (leaf.AtomicReader, documents.DocID);
        }
    }
}
