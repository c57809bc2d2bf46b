using Search.Core.Model;

namespace Search.Core.People;

/// <summary>
/// The names and aliases of the owner's <c>people.yml</c>, looked for in texts word by word, so that names without the form of one
/// (<c>Countess of Lovelace</c>, <c>dmr</c>) are found too. Entries of another kind keep their words from being taken for a person.
/// </summary>
internal sealed class OwnersNames
{
    private const int MostWords = 12;

    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);

    public OwnersNames(IEnumerable<AuthorityEntry> entries)
    {
        foreach (var entry in entries)
            foreach (var name in entry.Aliases.Append(entry.Name))
                Add(name, entry.Kind is null or TagKind.Person);
        foreach (var phrases in _byFirstWord.Values)
            phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public bool IsEmpty => _byFirstWord.Count == 0;

    /// <summary>Puts the owner's names among the candidates, in place of what they overlap.</summary>
    public void Apply(Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates)
    {
        var found = new List<(NameCandidate Candidate, bool IsPerson)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word < 0 || !_byFirstWord.TryGetValue(vocabulary.Folded(tokens[i].Word), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                var end = Match(vocabulary, tokens, i, phrase);
                if (end < 0)
                    continue;
                found.Add((new NameCandidate(i, end, i, phrase.Words.Length, -1, -1, 0, 10, 0, CandidateFlags.None), phrase.IsPerson));
                i = end - 1;
                break;
            }
        }
        if (found.Count > 0)
            Replace(candidates, found);
    }

    private static void Replace(List<NameCandidate> candidates, List<(NameCandidate Candidate, bool IsPerson)> found)
    {
        var merged = new List<NameCandidate>(candidates.Count + found.Count);
        var next = 0;
        foreach (var (owned, isPerson) in found)
        {
            while (next < candidates.Count && candidates[next].End <= owned.First)
                merged.Add(candidates[next++]);
            var outer = owned.First;
            var titles = NameTraits.None;
            var longer = false;
            while (next < candidates.Count && candidates[next].First < owned.End)
            {
                // A longer name that ends with the alias ("Mary Turing") is somebody else's.
                longer |= candidates[next].First < owned.First && candidates[next].Words > 1 && candidates[next].Form >= LocalPerson.AcceptedPoints;
                outer = Math.Min(outer, candidates[next].Outer);
                titles |= candidates[next].Titles;
                if (longer)
                    merged.Add(candidates[next]);
                next++;
            }
            if (isPerson && !longer)
                merged.Add(owned with { Outer = titles == 0 ? owned.First : Math.Min(outer, owned.First), Titles = titles });
        }
        merged.AddRange(candidates.Skip(next));
        candidates.Clear();
        candidates.AddRange(merged);
    }

    // One past the last token of the phrase at i; -1 where it does not stand there. Marks between the words make no difference.
    private static int Match(Vocabulary vocabulary, List<NameToken> tokens, int i, Phrase phrase)
    {
        var at = i;
        for (var w = 0; w < phrase.Words.Length; w++)
        {
            while (w > 0 && at < tokens.Count && tokens[at].Shape == WordShape.Mark && at - i < 2 * MostWords)
                at++;
            if (at >= tokens.Count || tokens[at].Word < 0 || vocabulary.Folded(tokens[at].Word) != phrase.Words[w] || tokens[at].IsLower == phrase.IsCapital[w] || w > 0 && tokens[at].Has(TokenFlags.ParagraphStart))
                return -1;
            at++;
        }
        return at;
    }

    /// <summary>A name's words as they are found in texts: whatever marks stand between them there.</summary>
    public static string WithoutMarks(string name) => string.Join(' ', WordsOf(name));

    private static string[] WordsOf(string name) => name.Split([' ', ',', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private void Add(string name, bool isPerson)
    {
        var words = WordsOf(name);
        if (words.Length is 0 or > MostWords)
            return;
        var folded = Array.ConvertAll(words, NameParts.Fold);
        if (folded[0].Length == 0)
            return;
        if (!_byFirstWord.TryGetValue(folded[0], out var phrases))
            _byFirstWord[folded[0]] = phrases = [];
        phrases.Add(new Phrase(folded, Array.ConvertAll(words, w => char.IsUpper(w[0])), isPerson));
    }

    private sealed record Phrase(string[] Words, bool[] IsCapital, bool IsPerson);
}
