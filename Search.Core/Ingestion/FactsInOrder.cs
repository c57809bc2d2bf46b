namespace Search.Core.Ingestion;

/// <summary>Finds the facts of a file's documents by key, where the documents come in the order of the facts as a rule: then nothing is kept for it.</summary>
internal sealed class FactsInOrder(IReadOnlyList<DocumentFacts> documents)
{
    private Dictionary<string, DocumentFacts>? byKey;
    private int next;

    /// <summary>Null for a document that has none: the file was changed since the facts were taken.</summary>
    public DocumentFacts? Of(string key)
    {
        if (next < documents.Count && documents[next].Details.Key == key)
            return documents[next++];
        return (byKey ??= documents.ToDictionary(d => d.Details.Key, StringComparer.Ordinal)).GetValueOrDefault(key);
    }
}
