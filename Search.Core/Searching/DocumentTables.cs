using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Indexing;
using Search.Core.Ranking;

namespace Search.Core.Searching;

/// <summary>What is read of all documents of an index at once when it is opened.</summary>
internal static class DocumentTables
{
    /// <summary>Documents that are not deleted.</summary>
    public static FixedBitSet Live(DirectoryReader reader)
    {
        var live = new FixedBitSet(reader.MaxDoc);
        foreach (var leaf in reader.Leaves)
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (leaf.AtomicReader.LiveDocs?.Get(document) ?? true)
                    live.Set(leaf.DocBase + document);
        return live;
    }

    /// <summary>Documents by date, newest first, of one date by id; and the place of each in that order. Those without a date come last.</summary>
    public static (int[] NewestFirst, int[] OrderOf) Order(DirectoryReader reader, DayColumn days)
    {
        var documents = new List<(long Instant, string Id, int Document)>(reader.MaxDoc);
        foreach (var leaf in reader.Leaves)
        {
            // The terms tell the ids of all documents without any of them being read.
            var ids = leaf.AtomicReader.GetTerms(IndexFields.Id).GetEnumerator();
            DocsEnum? holders = null;
            while (ids.MoveNext())
            {
                holders = ids.Docs(leaf.AtomicReader.LiveDocs, holders, DocsFlags.NONE);
                while (holders.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
                    documents.Add((days.InstantOf(leaf.DocBase + document), ids.Term.Utf8ToString(), leaf.DocBase + document));
            }
        }
        documents.Sort((a, b) => a.Instant != b.Instant ? b.Instant.CompareTo(a.Instant) : string.CompareOrdinal(a.Id, b.Id));
        var order = new int[reader.MaxDoc];
        for (var i = 0; i < documents.Count; i++)
            order[documents[i].Document] = i;
        return ([.. documents.Select(d => d.Document)], order);
    }

    /// <summary>The number of the group of copies or of the series of each document; -1 for none.</summary>
    public static int[] Groups(DirectoryReader reader)
    {
        var groups = new int[reader.MaxDoc];
        Array.Fill(groups, -1);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var name = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetSortedDocValues(IndexFields.Group) is not { } values)
                continue;
            var numberOf = new int[values.ValueCount];
            for (var ordinal = 0; ordinal < numberOf.Length; ordinal++)
            {
                values.LookupOrd(ordinal, name);
                var text = name.Utf8ToString();
                if (!numbers.TryGetValue(text, out numberOf[ordinal]))
                    numbers.Add(text, numberOf[ordinal] = numbers.Count);
            }
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                if (values.GetOrd(document) is >= 0 and var ordinal)
                    groups[leaf.DocBase + document] = numberOf[ordinal];
        }
        return groups;
    }

    /// <summary>How rare what stands in posts is. By date, so that incremental updates and an index made anew count the same posts.</summary>
    public static FeatureRarity Rarity(DirectoryReader reader, int[] newestFirst, FixedBitSet posts)
    {
        var all = newestFirst.Where(posts.Get).ToList();
        var every = Math.Max(1, (all.Count + FeatureRarity.MostPosts - 1) / FeatureRarity.MostPosts);
        return new(SignatureBytes.Of(reader, [.. all.Where((_, i) => i % every == 0)]));
    }
}
