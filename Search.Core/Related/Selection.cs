using Search.Core.Indexing;

namespace Search.Core.Related;

/// <summary>
/// Which of the related posts are shown, and in what order: never two copies of one text, at most a few of one templated series, and among the first
/// places rather another aspect than more of the same (maximal marginal relevance; Carbonell and Goldstein 1998).
/// </summary>
internal sealed class Selection
{
    /// <summary>Two texts that have so much word for word are copies of one.</summary>
    public const double CopyOverlap = 0.85;

    // Two texts that have so much word for word were filled into one template.
    private const double SeriesOverlap = 0.25;

    /// <summary>Posts of one templated series at most, the subject among them.</summary>
    private const int MostOfSeries = 3;

    /// <summary>Places that are chosen for variety; beyond them nobody looks, and the order is that of the scores.</summary>
    private const int VariedPlaces = 12;

    private const int Ahead = 3 * VariedPlaces;

    private readonly PostSignature subject;
    private readonly TextGroup? subjectGroup;
    private readonly double lambda;
    private readonly Func<Candidate, WordVector> vectorOf;
    private readonly Func<int, TextGroup?> groupOf;
    private readonly Dictionary<int, WordVector> vectors = [];
    private readonly List<(Candidate Candidate, TextGroup? Group)> shown = [];

    /// <param name="subject">What they are related to.</param>
    /// <param name="subjectGroup">Its group of copies or series; null for none.</param>
    /// <param name="lambda">1: by score alone; less: the more of what has been shown already, the later.</param>
    /// <param name="vectorOf">Makes a vector of the words of a post.</param>
    /// <param name="groupOf">The group of copies or the series of a document; null for none.</param>
    public Selection(PostSignature subject, TextGroup? subjectGroup, double lambda, Func<Candidate, WordVector> vectorOf, Func<int, TextGroup?> groupOf) =>
        (this.subject, this.subjectGroup, this.lambda, this.vectorOf, this.groupOf) = (subject, subjectGroup, lambda, vectorOf, groupOf);

    /// <param name="ranked">Candidates, best first.</param>
    /// <param name="most">How many to show.</param>
    /// <returns>The first of them are the same whatever <paramref name="most"/> is.</returns>
    public List<Candidate> Of(IEnumerable<Candidate> ranked, int most)
    {
        var left = new LinkedList<(Candidate Candidate, double Known)>(ranked.Where(c => !IsCopy(subject.Sketch, c.Signature.Sketch)).Select(c => (c, 0.0)));
        if (left.First is not { } best)
            return [];
        var top = best.Value.Candidate.Score.Total;
        while (shown.Count < most && left.First is { } first)
        {
            var next = lambda < 1 && shown.Count is > 0 and < VariedPlaces ? MostMarginal(first, top) : first;
            left.Remove(next);
            var group = groupOf(next.Value.Candidate.Document);
            if (!MayBeShown(next.Value.Candidate, group))
                continue;
            shown.Add((next.Value.Candidate, group));
            if (lambda < 1 && shown.Count < VariedPlaces)
                Compare(left.First, next.Value.Candidate);
        }
        return [.. shown.Select(s => s.Candidate)];
    }

    private LinkedListNode<(Candidate Candidate, double Known)> MostMarginal(LinkedListNode<(Candidate Candidate, double Known)> first, double top)
    {
        var (best, bestGain) = (first, double.MinValue);
        var ahead = 0;
        for (LinkedListNode<(Candidate Candidate, double Known)>? at = first; at is not null && ahead < Ahead; at = at.Next, ahead++)
        {
            var gain = (lambda * at.Value.Candidate.Score.Total / top) - ((1 - lambda) * at.Value.Known);
            // Of equals the one that ranks higher.
            if (gain > bestGain)
                (best, bestGain) = (at, gain);
        }
        return best;
    }

    // How much of each of the next is known from what has been shown.
    private void Compare(LinkedListNode<(Candidate Candidate, double Known)>? first, Candidate added)
    {
        var known = VectorOf(added);
        var ahead = 0;
        for (var at = first; at is not null && ahead < Ahead + VariedPlaces; at = at.Next, ahead++)
            at.Value = at.Value with { Known = Math.Max(at.Value.Known, known.Cosine(VectorOf(at.Value.Candidate))) };
    }

    private WordVector VectorOf(Candidate candidate)
    {
        if (!vectors.TryGetValue(candidate.Document, out var vector))
            vectors.Add(candidate.Document, vector = vectorOf(candidate));
        return vector;
    }

    private bool MayBeShown(Candidate candidate, TextGroup? group)
    {
        if (group is { IsSeries: false } && group == subjectGroup)
            return false;
        // The subject is one of its series.
        var kin = group is not null && group == subjectGroup ? 1 : 0;
        foreach (var (other, otherGroup) in shown)
        {
            var overlap = candidate.Signature.Sketch.Overlap(other.Signature.Sketch);
            var isGroup = group is not null && group == otherGroup;
            if (overlap >= CopyOverlap || (isGroup && !group!.IsSeries))
                return false;
            if (overlap >= SeriesOverlap || isGroup)
                kin++;
        }
        return kin < MostOfSeries;
    }

    private static bool IsCopy(TextSketch one, TextSketch other) => one.Overlap(other) >= CopyOverlap;
}
