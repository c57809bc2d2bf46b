using Search.Core.Text;

namespace Search.Core.People;

/// <summary>
/// Brings the offices that many documents give one person together: <c>Secretary of Defense</c>, <c>Defense Secretary</c> and
/// <c>Secretary</c> are one; a former, acting or deputy office stays apart from the office.
/// </summary>
internal static class RoleMerger
{
    private const double ShareOfLongerLabel = 0.4;

    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "former", "ex", "then", "late", "retired", "incoming", "outgoing", "acting", "interim", "deputy", "assistant", "associate", "vice", "under", "elect", "designate", "nominee", "candidate", "shadow", "first", "second",
        "future", "onetime", "aspiring", "would-be", "failed", "longtime", "co", "lieutenant", "pick", "appointee",
    };

    /// <summary>The merged offices, those of most documents first.</summary>
    public static List<Merged> Merge(IEnumerable<PersonCluster.RoleUse> uses)
    {
        var merged = new List<Merged>();
        foreach (var use in uses.OrderByDescending(u => u.Documents).ThenBy(u => u.Text, StringComparer.Ordinal))
        {
            var words = WordsOf(use.Text);
            var target = merged.Find(m => m.Words.AsSpan().SequenceEqual(words)) ?? merged.Find(m => IsShorterForm(m.Words, words) || IsShorterForm(words, m.Words));
            if (target is null)
                merged.Add(target = new Merged(words, use.Text));
            else if (words.Length > target.Words.Length && IsShorterForm(target.Words, words) && use.Documents >= ShareOfLongerLabel * target.Use.Documents)
                target.Rename(words, use.Text);
            target.Use.Absorb(use);
        }
        return merged;
    }

    // "attorney general of ohio" → ohio attorney general
    private static string[] WordsOf(string text)
    {
        var words = Folding.Fold(text).Split([' ', '-', '.', ',', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            words[i] = words[i] switch { "chairman" or "chairwoman" or "chairperson" => "chair", "ex" => "former", _ => words[i] };
        words = [.. words.Where((w, i) => !(w is "us" or "u" or "s") && (i == 0 || w != words[i - 1]))];
        var of = Array.IndexOf(words, "of");
        if (of <= 0 || of == words.Length - 1)
            return words;
        var behind = words[(of + 1)..].Where(w => w != "the");
        return [.. behind, .. words[..of]];
    }

    private static bool IsShorterForm(string[] shorter, string[] longer)
        => shorter.Length < longer.Length && longer.AsSpan(longer.Length - shorter.Length).SequenceEqual(shorter) && !longer.AsSpan(0, longer.Length - shorter.Length).ContainsAny(Changing);

    private static bool ContainsAny(this Span<string> words, HashSet<string> any)
    {
        foreach (var word in words)
            if (any.Contains(word))
                return true;
        return false;
    }

    /// <summary>One office in all its forms.</summary>
    internal sealed class Merged(string[] words, string text)
    {
        public string[] Words { get; private set; } = words;

        public string Text { get; private set; } = text;

        public PersonCluster.RoleUse Use { get; } = new();

        public void Rename(string[] words, string text) => (Words, Text) = (words, text);
    }
}
