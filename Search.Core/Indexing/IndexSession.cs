using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Core.Analysis;
using Search.Core.Postings;

namespace Search.Core.Indexing;

/// <summary>
/// Writes documents into the Lucene index of a generation that is being built. Nothing counts until <see cref="Commit"/>; disposing
/// without it leaves the folder as it was, to be thrown away.
/// </summary>
public sealed class IndexSession : IDisposable
{
    private readonly PositionalDirectory directory;
    private readonly IndexWriter writer;
    private readonly TextAnalysis analysis;
    private bool isClosed;

    /// <param name="folder">Folder of the Lucene files: empty, or with those of the generation that this one starts from.</param>
    /// <param name="language">BCP 47 tag of the language of the texts.</param>
    /// <param name="bufferMegabytes">Memory for documents not yet written out. Default 64; larger is faster for large sources.</param>
    public IndexSession(string folder, string language, double bufferMegabytes = 64)
    {
        directory = new PositionalDirectory(folder);
        analysis = TextAnalysis.Of(TextLanguage.Of(language));
        try
        {
            writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new FieldAnalyzer(analysis))
            {
                Similarity = new WritingSimilarity(),
                Codec = new ImpactCodec(LengthCode.Lengths()),
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = bufferMegabytes,
                MergeScheduler = new SerialMergeScheduler(),
                // The generation is the unit that is kept or dropped: within it, one commit.
                IndexDeletionPolicy = new KeepOnlyLastCommitDeletionPolicy(),
                UseCompoundFile = false,
                MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
            });
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>The form in which the writer takes a document; may be called by several threads at once.</summary>
    public PreparedDocument Prepare(IndexDocument document) => PreparedDocument.Of(document, analysis);

    public void Add(PreparedDocument document) => writer.AddDocument(document.Fields);

    /// <summary>Deletes a document, and the quotes that were found in it.</summary>
    public void Delete(string key) => writer.DeleteDocuments(new Term(IndexFields.Key, key), new Term(IndexFields.PostKey, key));

    /// <summary>Writes everything out; the folder is a whole index afterwards.</summary>
    public void Commit() => writer.Commit();

    public void Dispose()
    {
        if (isClosed)
            return;
        isClosed = true;
        // What was not committed is to be thrown away with the folder: closing must not merge and commit it first.
        if (writer.HasUncommittedChanges())
            writer.Rollback();
        else
            writer.Dispose();
        directory.Dispose();
    }
}
