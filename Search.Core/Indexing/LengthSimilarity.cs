using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Search.Core.Indexing;

/// <summary>The part of a similarity that belongs to the index: the norm of a field is its length (<see cref="LengthCode"/>).</summary>
internal abstract class LengthSimilarity : Similarity
{
    // Words that stand at the place of another one add no length.
    public sealed override long ComputeNorm(FieldInvertState state) => LengthCode.Encode(state.Length - state.NumOverlap);
}
