using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>A post that may be shown beside the subject.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Signature">What it is compared by.</param>
/// <param name="Score">How related it is.</param>
internal sealed record Candidate(int Document, PostSignature Signature, RelatedScore Score);
