using System.Buffers.Binary;
using System.IO.Hashing;
using Search.Core.Model;

namespace Search.Core.Ingestion;

/// <summary>
/// The sentences that stand in so many posts that they are no word of any: biographies, notices, lines that ask to subscribe. Known from the
/// ledger's hashes alone; a group of copies or a series counts once, since what its parts share is theirs.
/// </summary>
/// <remarks>
/// Counted in two steps, so that memory does not grow with the number of different sentences: a table of saturating counters of fixed size says which may have reached
/// the bound, and only those are counted exactly. The result is exact.
/// </remarks>
internal sealed class RecurringSentences
{
    private const int CounterBits = 22;
    private const double Share = 0.005;
    private const int LeastPosts = 4;
    private const int MostPosts = 20;

    private readonly Dictionary<uint, int> counts;
    private readonly int bound;

    private RecurringSentences(Dictionary<uint, int> counts, int bound)
    {
        this.counts = counts;
        this.bound = bound;
    }

    public static RecurringSentences None { get; } = new([], int.MaxValue);

    public static RecurringSentences Of(IReadOnlyList<DocumentFacts> documents, RepeatedTexts groups)
    {
        var bound = Math.Clamp((int)Math.Ceiling(documents.Count(document => document.Kind == DocumentKind.Post) * Share), LeastPosts, MostPosts);
        // One document of a group speaks for all.
        var counted = documents.Where(document => document.Kind == DocumentKind.Post && groups.SpeaksForItself(document));
        var counters = new byte[1 << CounterBits];
        foreach (var post in counted)
            foreach (var hash in post.Details.Sentences)
                if (counters[hash >> (32 - CounterBits)] is < byte.MaxValue and var count)
                    counters[hash >> (32 - CounterBits)] = (byte)(count + 1);
        var exact = new Dictionary<uint, int>();
        foreach (var post in counted)
            foreach (var hash in post.Details.Sentences)
                if (counters[hash >> (32 - CounterBits)] >= bound)
                    exact[hash] = exact.GetValueOrDefault(hash) + 1;
        foreach (var (hash, count) in exact)
            if (count < bound)
                exact.Remove(hash);
        return new(exact, bound);
    }

    /// <summary>Changes when other sentences of the document recur, or recur more strongly; 0 where none does.</summary>
    public UInt128 MarkOf(DocumentFacts document)
    {
        XxHash128? hash = null;
        Span<byte> bytes = stackalloc byte[5];
        foreach (var sentence in document.Details.Sentences)
            if (counts.TryGetValue(sentence, out var count))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, sentence);
                bytes[4] = (byte)(IsStrong(count) ? 1 : 0);
                (hash ??= new XxHash128()).Append(bytes);
            }
        return hash?.GetCurrentHashAsUInt128() ?? 0;
    }

    /// <summary>The post without the sentences that recur, which become asides of it. A paragraph of which every sentence recurs goes whole; within other paragraphs only what recurs twice as often.</summary>
    public Post Trim(Post post)
    {
        if (counts.Count == 0)
            return post;
        var cuts = new List<TextCut>();
        foreach (var block in SentenceUnits.Of(post).GroupBy(unit => unit.Block))
        {
            var recurring = block.Where(unit => counts.ContainsKey(unit.Hash)).ToList();
            if (recurring.Count == 0)
                continue;
            var place = post.Blocks[block.Key];
            if (Covers(post.Text, place, recurring))
                cuts.Add(new(block.Key, place.Start, place.End));
            else
                cuts.AddRange(recurring.Where(unit => IsStrong(counts[unit.Hash])).Select(unit => new TextCut(block.Key, unit.Start, unit.End)));
        }
        if (cuts.Count == 0)
            return post;
        // A post of nothing but such sentences keeps them: they are all that it says.
        var trimmed = PostTrim.Without(post, cuts);
        return trimmed.Blocks.Any(block => block.Kind != BlockKind.Heading) ? trimmed : post;
    }

    private bool IsStrong(int count) => count >= 2 * bound;

    // Nothing of the paragraph is left but marks and a word or two.
    private static bool Covers(string text, TextBlock block, List<SentenceUnit> recurring)
    {
        var words = 0;
        var at = block.Start;
        foreach (var unit in recurring)
        {
            for (; UnitHash.NextWord(text, ref at, unit.Start, out _, out _) > 0;)
                words++;
            at = unit.End;
        }
        for (; UnitHash.NextWord(text, ref at, block.End, out _, out _) > 0;)
            words++;
        return words <= 2;
    }
}
