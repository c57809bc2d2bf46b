using System.Globalization;
using Search.Core.Suggest;

namespace Search.Bench.Suggestions;

/// <summary>
/// Types titles letter by letter. A title is lost where it is out of sight at any letter from the first on at which no other name of the index begins as
/// typed. Titles that another post has as well are no fair targets and are left out.
/// </summary>
internal sealed class TypedTitles
{
    private const int LongestShown = 24;

    private readonly SuggestIndex index;
    private readonly int limit;
    private readonly string[] keys;
    private readonly List<(string Title, string Key)> targets = [];

    public TypedTitles(SuggestIndex index, int titles, int limit)
    {
        (this.index, this.limit) = (index, limit);
        var all = new List<(string Name, int Main)>();
        for (var row = 0; row < index.Rows; row++)
        {
            var name = index.Names.Name(row);
            all.Add((KeyOf(name.Text), name.Main));
        }
        keys = [.. all.Select(n => n.Name).Order(StringComparer.Ordinal)];
        var mains = Enumerable.Range(index.TopicRows, index.Rows - index.TopicRows).Where(row => all[row].Main == row).ToList();
        for (var i = 0; i < mains.Count && targets.Count < titles; i += Math.Max(1, mains.Count / titles))
            if (NamesThatBegin(all[mains[i]].Name) == 1)
            {
                var entry = index.Names.Entry(mains[i]);
                targets.Add((entry.Text, entry.Key));
            }
    }

    public void Measure(TextWriter output, TextWriter? log)
    {
        int kept = 0, letters = 0, inSight = 0;
        var ranks = new double[LongestShown + 1];
        var typed = new int[LongestShown + 1];
        foreach (var (title, key) in targets)
        {
            var lost = 0;
            for (var length = 1; length <= title.Length; length++)
            {
                var rank = RankOf(title[..length], key);
                if (length <= LongestShown)
                {
                    typed[length]++;
                    ranks[length] += rank == 0 ? 0 : 1.0 / rank;
                }
                if (KeyOf(title[..length]) is not { Length: > 0 } begin || NamesThatBegin(begin) > 1)
                    continue;
                letters++;
                inSight += rank > 0 ? 1 : 0;
                if (rank == 0 && lost++ == 0)
                    log?.WriteLine($"lost at “{title[..length]}”: {title}");
            }
            kept += lost == 0 ? 1 : 0;
        }
        output.WriteLine(Line("never out of sight once unambiguous", kept, targets.Count));
        output.WriteLine(Line("letters at which it is in sight", inSight, letters));
        output.WriteLine(Line("whole title with one typo in its longest word", targets.Count(t => RankOf(WithTypo(t.Title), t.Key) > 0), targets.Count));
        output.WriteLine(Line("words in reverse order", targets.Count(t => RankOf(Reversed(t.Title), t.Key) > 0), targets.Count));
        output.WriteLine("| letters | MRR |\n|---:|---:|");
        foreach (var length in (int[])[1, 2, 3, 4, 6, 8, 12, 16, 20, LongestShown])
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {length} | {(typed[length] == 0 ? 0 : ranks[length] / typed[length]):0.000} |"));
    }

    private int RankOf(string typed, string key)
    {
        var found = index.Suggest(typed, limit);
        for (var i = 0; i < found.Count; i++)
            if (found[i].Kind == SuggestionKind.Post && found[i].Key == key)
                return i + 1;
        return 0;
    }

    private int NamesThatBegin(string key)
    {
        var from = Array.BinarySearch(keys, key, StringComparer.Ordinal);
        from = from < 0 ? ~from : from;
        while (from > 0 && keys[from - 1].StartsWith(key, StringComparison.Ordinal))
            from--;
        var count = 0;
        while (from + count < keys.Length && count < 2 && keys[from + count].StartsWith(key, StringComparison.Ordinal))
            count++;
        return count;
    }

    // One letter left out, doubled, swapped with the next or changed, in turn; never the first, which costs two.
    private static string WithTypo(string title)
    {
        if (SuggestWords.Of(title).Where(w => !w.IsPart).OrderByDescending(w => w.Length).FirstOrDefault() is not { Length: > 4 } word)
            return title;
        var at = word.Start + 1 + (title.Length % (word.Length - 2));
        return (title.Length % 4) switch
        {
            0 => title.Remove(at, 1),
            1 => title.Insert(at, title[at].ToString()),
            2 => $"{title[..at]}{title[at + 1]}{title[at]}{title[(at + 2)..]}",
            _ => $"{title[..at]}{(title[at] == 'e' ? 'a' : 'e')}{title[(at + 1)..]}",
        };
    }

    private static string Reversed(string title) => string.Join(' ', SuggestWords.Of(title).Where(w => !w.IsPart).Select(w => w.Text).Reverse());

    private static string KeyOf(string text) => SuggestWords.Key(SuggestWords.Of(text));

    private static string Line(string what, int good, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {(all == 0 ? 0 : (double)good / all):0.0%} ({good} of {all})");
}
