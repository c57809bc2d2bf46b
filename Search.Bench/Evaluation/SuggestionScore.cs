using System.Globalization;
using Search.Core.Searching;

namespace Search.Bench.Evaluation;

/// <summary>
/// Suggests labels for posts of an index as if each were a draft and not in it, and scores them by what the post has: precision of the first five, how
/// often the first is right, and whether a score means what it says. Posts that the models learned from are left out.
/// </summary>
internal static class SuggestionScore
{
    private const int First = 5;
    private const int Bins = 10;

    public static void Print(OpenGeneration generation, int posts, TextWriter output)
    {
        var learned = generation.Suggestions.SampledPosts().ToHashSet();
        var rest = generation.NewestFirst.Where(document => generation.Posts.Get(document) && !learned.Contains(document)).ToList();
        var step = Math.Max(1.0, (double)rest.Count / posts);
        var sample = Enumerable.Range(0, Math.Min(posts, rest.Count)).Select(i => rest[(int)(i * step)]).ToList();
        _ = (generation.Related.Names, generation.Related.Counts, generation.Suggestions.CategoryNames);
        // Processor time: others may use the machine.
        var before = Environment.CpuUsage.TotalTime;
        generation.Suggestions.ModelOf(SuggestedColumn.Tags, default);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"suggestions: learned from {learned.Count} posts in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of processor time; measured over {sample.Count} others"));
        foreach (var column in Enum.GetValues<SuggestedColumn>())
            Print(generation, column, sample, output);
    }

    private static void Print(OpenGeneration generation, SuggestedColumn column, List<int> sample, TextWriter output)
    {
        var reader = new DraftReader(generation, default);
        var labels = generation.Suggestions.ColumnOf(column);
        int measured = 0, right = 0, shown = 0, firstRight = 0, own = 0;
        var bins = new (int Count, double Score, int Right)[Bins];
        var milliseconds = new List<double>();
        foreach (var document in sample)
        {
            var has = 0;
            foreach (var label in labels.Slugs.Of(document))
                if (generation.Suggestions.CanBeSuggested(column, label) && generation.Suggestions.PostsWith(labels, label) > 1)
                    has++;
            if (has == 0)
                continue;
            var before = Environment.CpuUsage.TotalTime;
            var suggested = reader.LeftOut(document, column);
            milliseconds.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            measured++;
            own += has;
            right += suggested.Take(First).Count(s => s.Right);
            shown += Math.Min(First, suggested.Count);
            firstRight += suggested.Count > 0 && suggested[0].Right ? 1 : 0;
            foreach (var (score, isRight) in suggested)
            {
                ref var bin = ref bins[Math.Min(Bins - 1, (int)(score * Bins))];
                bin = (bin.Count + 1, bin.Score + score, bin.Right + (isRight ? 1 : 0));
            }
        }
        milliseconds.Sort();
        var all = bins.Sum(bin => bin.Count);
        var error = bins.Where(bin => bin.Count > 0).Sum(bin => Math.Abs(bin.Score - bin.Right)) / Math.Max(1, all);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{column}: precision@{First} {(double)right / Math.Max(1, measured * First):0.000} ({right}/{measured * First}; of those shown {(double)right / Math.Max(1, shown):0.000}), first right {(double)firstRight / Math.Max(1, measured):0.000} ({firstRight}/{measured}), {(double)own / Math.Max(1, measured):0.0} to be found a post, expected calibration error {error:0.000}, median {milliseconds.ElementAtOrDefault(milliseconds.Count / 2):0.0} ms, 95 % in {milliseconds.ElementAtOrDefault(milliseconds.Count * 95 / 100):0.0} ms of processor time"));
        output.WriteLine("  score      suggestions  mean score  right");
        for (var i = 0; i < Bins; i++)
            if (bins[i].Count > 0)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i / (double)Bins:0.0}–{(i + 1) / (double)Bins:0.0}  {bins[i].Count,11}  {bins[i].Score / bins[i].Count,10:0.000}  {(double)bins[i].Right / bins[i].Count:0.000}"));
    }
}
