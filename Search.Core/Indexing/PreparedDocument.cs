using Lucene.Net.Documents;
using Search.Core.Analysis;
using Search.Core.Model;

namespace Search.Core.Indexing;

/// <summary>A document in the form in which the writer takes it: made by any thread, added by one.</summary>
public sealed class PreparedDocument
{
    private PreparedDocument(Document fields, bool isOfItsOwn)
    {
        Fields = fields;
        IsOfItsOwn = isOfItsOwn;
    }

    /// <summary>False for a quote that belongs to a post.</summary>
    public bool IsOfItsOwn { get; }

    internal Document Fields { get; }

    internal static PreparedDocument Of(IndexDocument document, TextAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(LuceneDocuments.Of(document, analysis), document.Kind == DocumentKind.Post || document.PostKey is null);
    }
}
