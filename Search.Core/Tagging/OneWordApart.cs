using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>Proposes tags that differ in one word: a slip of the pen, singular and plural, forms of one word.</summary>
/// <param name="groups">All tags.</param>
/// <param name="keys">The keys of each tag's spellings.</param>
/// <param name="wordUse">In how many tags a word stands.</param>
/// <param name="propose">Told of each pair: two tags, evidence, reason, score.</param>
internal sealed class OneWordApart(List<TagGroup> groups, string[][] keys, Dictionary<string, int> wordUse, Action<int, int, TagEvidence, string, double> propose)
{
    private const int MostWords = 12;
    private const int MostOfForms = 40;

    // Keys of as many words that differ in one of them fall into one bucket: a key with that word left out.
    public void Find()
    {
        var buckets = new Dictionary<ulong, List<(int Group, string Word, int Words)>>();
        for (var g = 0; g < groups.Count; g++)
            foreach (var key in keys[g])
            {
                var words = TagWords.Split(key);
                if (words.Length > MostWords)
                    continue;
                var whole = (ulong)words.Length;
                for (var i = 0; i < words.Length; i++)
                    whole += At(words[i], i);
                for (var i = 0; i < words.Length; i++)
                {
                    var bucket = (whole - At(words[i], i)) * 31 + (ulong)i;
                    if (!buckets.TryGetValue(bucket, out var list))
                        buckets.Add(bucket, list = []);
                    list.Add((g, words[i], words.Length));
                }
            }
        foreach (var list in buckets.Values)
            if (list.Count > 1)
                NearWords.Pairs(list, static entry => entry.Word, (a, b) => CompareWords(a, b));
        foreach (var list in buckets.Values)
            if (list.Count is > 1 and <= MostOfForms && list[0].Words > 1)
                for (var i = 0; i < list.Count; i++)
                    for (var j = i + 1; j < list.Count; j++)
                        if (IsLongerForm(list[i].Word, list[j].Word) || IsLongerForm(list[j].Word, list[i].Word))
                            propose(list[i].Group, list[j].Group, TagEvidence.WordForm, $"“{list[i].Word}” and “{list[j].Word}” are forms of one word", 0.65);
                        else if (list[i].Word.EndsWith("ies", StringComparison.Ordinal) || list[j].Word.EndsWith("ies", StringComparison.Ordinal))
                            CompareWords(list[i], list[j], onlyForms: true);
    }

    private static ulong At(string word, int place) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(word.AsSpan()), place + 1);

    private void CompareWords((int Group, string Word, int Words) a, (int Group, string Word, int Words) b, bool onlyForms = false)
    {
        if (a.Group == b.Group || a.Word.Any(char.IsDigit) || b.Word.Any(char.IsDigit))
            return;
        if (IsPlural(a.Word, b.Word) || IsPlural(b.Word, a.Word))
        {
            if (groups[a.Group].Kind != TagKind.Person && groups[b.Group].Kind != TagKind.Person && a.Words <= 4)
                propose(a.Group, b.Group, TagEvidence.WordForm, $"“{a.Word}” and “{b.Word}” are singular and plural", 0.75);
            return;
        }
        if (onlyForms)
            return;
        var (rare, usual) = groups[a.Group].Posts.Length <= groups[b.Group].Posts.Length ? (a, b) : (b, a);
        int rarePosts = groups[rare.Group].Posts.Length, usualPosts = groups[usual.Group].Posts.Length;
        var person = groups[a.Group].Kind == TagKind.Person || groups[b.Group].Kind == TagKind.Person;
        // A slip is rare, and so is the word that it makes.
        if (wordUse[rare.Word] > 2 || rarePosts * 3 > usualPosts || rarePosts > 3 && rarePosts * 10 > usualPosts || rare.Words == 1 && rare.Word.Length < 5)
            return;
        if (Known(rare.Word) && (Known(usual.Word) || person) || person && (a.Word[0] != b.Word[0] && a.Word.Length < 6 || a.Word.Length < 4))
            return;
        var doubling = NearWords.IsDoublingMoved(a.Word, b.Word);
        var distance = doubling ? 1 : EditDistance.Between(a.Word, b.Word, 2);
        if (IsOtherForm(a.Word, b.Word, distance))
            return;
        var score = (distance == 1 ? 0.8 : 0.65) + (rare.Words > 1 ? 0.1 : 0) - (person ? 0.1 : 0);
        propose(rare.Group, usual.Group, TagEvidence.Misspelling, $"“{rare.Word}” ({rarePosts} posts) is {(doubling ? "a doubled letter" : distance == 1 ? "a letter" : "two letters")} away from “{usual.Word}” ({usualPosts} posts)", Math.Round(score, 2));
    }

    // "authoritarians" and "authoritarianism", "employment" and "unemployment" are two words, not a slip.
    private static bool IsOtherForm(string a, string b, int distance)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (longer.EndsWith(shorter, StringComparison.Ordinal) && longer[..^shorter.Length] is "un" or "in" or "im" or "re" or "de")
            return true;
        if (longer == shorter + "y" || longer == shorter + "e")
            return true;
        return distance == 2 && shorter.AsSpan().CommonPrefixLength(longer) >= longer.Length - 3;
    }

    private static bool Known(string word) => Vocabulary.GivenNames.Contains(word) || Vocabulary.Places.Contains(word);

    private static bool IsPlural(string one, string many) => many.Length > 3 && (many == one + "s" || many == one + "es" || one.EndsWith('y') && many.Length == one.Length + 2 && many.EndsWith("ies", StringComparison.Ordinal));

    private static bool IsLongerForm(string word, string longer) => word.Length >= 5 && longer.StartsWith(word, StringComparison.Ordinal) && longer[word.Length..] is "ic" or "ian" or "an" or "al" or "ist" or "ean";
}
