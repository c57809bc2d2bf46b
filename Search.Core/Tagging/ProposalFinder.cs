using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Core.Model;

namespace Search.Core.Tagging;

/// <summary>
/// Finds tags that may mean the same but are not mechanically equal, with the evidence: misspellings, word order and form, acronyms,
/// countries, names of people, additions, shared links. Nearly linear in the words of all tags: candidates come from tables, not from all pairs.
/// </summary>
internal sealed class ProposalFinder
{
    private const int MostForATag = 8;
    private const int MostKeysOfATag = 6;
    private const int MostWords = 12;

    private readonly List<TagGroup> _groups;
    private readonly Dictionary<string, PersonAlias> _people;
    private readonly string[][] _keys;
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wordUse = new(StringComparer.Ordinal);
    private readonly Dictionary<(int A, int B), (TagEvidence Evidence, string Reason, double Score)> _found = [];

    public ProposalFinder(List<TagGroup> groups, Dictionary<string, PersonAlias> people)
    {
        _groups = groups;
        _people = people;
        _keys = new string[groups.Count][];
        for (var g = 0; g < groups.Count; g++)
        {
            _keys[g] = [.. groups[g].Spellings.Select(spelling => spelling.Key).Append(TagWords.Key(groups[g].Label)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Take(MostKeysOfATag)];
            foreach (var key in _keys[g])
                _byKey.TryAdd(key, g);
            foreach (var word in _keys[g].SelectMany(TagWords.Split).Distinct(StringComparer.Ordinal))
                _wordUse[word] = _wordUse.GetValueOrDefault(word) + 1;
        }
    }

    public void Find()
    {
        OneWordApart();
        SameWords();
        SharedAcronyms();
        Initials();
        Countries();
        Additions();
        MisspeltTitles();
        SharedLinks();
        new PersonProposals(_groups, Propose).Find();
        KnownNames();
        foreach (var ((a, b), (evidence, reason, score)) in _found)
        {
            _groups[a].Proposals.Add(new TagProposal(_groups[b].Slug, evidence, reason, score));
            _groups[b].Proposals.Add(new TagProposal(_groups[a].Slug, evidence, reason, score));
        }
        foreach (var group in _groups)
        {
            group.Proposals.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Slug, b.Slug));
            if (group.Proposals.Count > MostForATag)
                group.Proposals.RemoveRange(MostForATag, group.Proposals.Count - MostForATag);
        }
    }

    private void Propose(int a, int b, TagEvidence evidence, string reason, double score)
    {
        if (a == b)
            return;
        var pair = a < b ? (a, b) : (b, a);
        if (!_found.TryGetValue(pair, out var other) || score > other.Score || score == other.Score && string.CompareOrdinal(reason, other.Reason) < 0)
            _found[pair] = (evidence, reason, score);
    }

    // Keys of as many words that differ in one of them fall into one bucket: a key with that word left out.
    private void OneWordApart()
    {
        var buckets = new Dictionary<ulong, List<(int Group, string Word, int Words)>>();
        for (var g = 0; g < _groups.Count; g++)
            foreach (var key in _keys[g])
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
            if (list.Count is > 1 and <= 40 && list[0].Words > 1)
                for (var i = 0; i < list.Count; i++)
                    for (var j = i + 1; j < list.Count; j++)
                        if (IsLongerForm(list[i].Word, list[j].Word) || IsLongerForm(list[j].Word, list[i].Word))
                            Propose(list[i].Group, list[j].Group, TagEvidence.WordForm, $"“{list[i].Word}” and “{list[j].Word}” are forms of one word", 0.65);
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
            if (_groups[a.Group].Kind != TagKind.Person && _groups[b.Group].Kind != TagKind.Person && a.Words <= 4)
                Propose(a.Group, b.Group, TagEvidence.WordForm, $"“{a.Word}” and “{b.Word}” are singular and plural", 0.75);
            return;
        }
        if (onlyForms)
            return;
        var (rare, usual) = _groups[a.Group].Posts.Length <= _groups[b.Group].Posts.Length ? (a, b) : (b, a);
        int rarePosts = _groups[rare.Group].Posts.Length, usualPosts = _groups[usual.Group].Posts.Length;
        var person = _groups[a.Group].Kind == TagKind.Person || _groups[b.Group].Kind == TagKind.Person;
        // A slip is rare, and so is the word that it makes.
        if (_wordUse[rare.Word] > 2 || rarePosts * 3 > usualPosts || rarePosts > 3 && rarePosts * 10 > usualPosts || rare.Words == 1 && rare.Word.Length < 5)
            return;
        if (Known(rare.Word) && (Known(usual.Word) || person) || person && (a.Word[0] != b.Word[0] && a.Word.Length < 6 || a.Word.Length < 4))
            return;
        var doubling = NearWords.IsDoublingMoved(a.Word, b.Word);
        var distance = doubling ? 1 : EditDistance.Between(a.Word, b.Word, 2);
        if (IsOtherForm(a.Word, b.Word, distance))
            return;
        var score = (distance == 1 ? 0.8 : 0.65) + (rare.Words > 1 ? 0.1 : 0) - (person ? 0.1 : 0);
        Propose(rare.Group, usual.Group, TagEvidence.Misspelling, $"“{rare.Word}” ({rarePosts} posts) is {(doubling ? "a doubled letter" : distance == 1 ? "a letter" : "two letters")} away from “{usual.Word}” ({usualPosts} posts)", Math.Round(score, 2));
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

    private void SameWords()
    {
        var bySet = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var g = 0; g < _groups.Count; g++)
            foreach (var key in _keys[g])
            {
                var words = TagWords.Split(key);
                if (words.Length is < 2 or > MostWords)
                    continue;
                Array.Sort(words, StringComparer.Ordinal);
                var set = string.Join(' ', words);
                if (!bySet.TryGetValue(set, out var list))
                    bySet.Add(set, list = []);
                if (list.Count == 0 || list[^1] != g)
                    list.Add(g);
            }
        foreach (var list in bySet.Values)
            for (var i = 1; i < list.Count && list.Count <= 20; i++)
                if (_keys[list[0]].Intersect(_keys[list[i]], StringComparer.Ordinal).Any())
                    Propose(list[0], list[i], TagEvidence.Addition, "the same name with something else beside it", 0.6);
                else
                    Propose(list[0], list[i], TagEvidence.WordOrder, "the same words in another order", 0.8);
    }

    private void SharedAcronyms()
    {
        var byAcronym = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var g = 0; g < _groups.Count; g++)
            foreach (var acronym in _groups[g].Spellings.Select(spelling => spelling.Acronym).Where(acronym => acronym is { Length: >= 3 }).Distinct(StringComparer.Ordinal))
            {
                if (!byAcronym.TryGetValue(acronym!, out var list))
                    byAcronym.Add(acronym!, list = []);
                list.Add(g);
            }
        foreach (var (acronym, list) in byAcronym)
            for (var i = 0; i < list.Count && list.Count is > 1 and <= 5; i++)
                for (var j = i + 1; j < list.Count; j++)
                {
                    var fits = _keys[list[i]].Any(key => Acronym.Fits(acronym, key)) && _keys[list[j]].Any(key => Acronym.Fits(acronym, key));
                    var alike = Overlap(_keys[list[i]][0], _keys[list[j]][0]);
                    if (fits || alike >= 0.5)
                        Propose(list[i], list[j], TagEvidence.Acronym, $"both have the acronym {acronym.ToUpperInvariant()}", Math.Round(0.5 + 0.4 * alike, 2));
                }
    }

    // "MTG", "ACLU": letters that are the initials of exactly one name.
    private void Initials()
    {
        var byInitials = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var g = 0; g < _groups.Count; g++)
        {
            if (_groups[g].Kind is not (TagKind.Person or TagKind.Organisation or TagKind.Work))
                continue;
            foreach (var initials in _keys[g].Select(InitialsOf).Where(letters => letters.Length >= 3).Distinct(StringComparer.Ordinal))
                byInitials[initials] = byInitials.TryGetValue(initials, out var other) && other != g ? -1 : g;
        }
        for (var g = 0; g < _groups.Count; g++)
            if (_groups[g].Main is { } main && Acronym.IsWritten(main.Core) && _wordUse.GetValueOrDefault(main.Key) <= 2 && byInitials.TryGetValue(main.Key, out var named) && named >= 0)
                Propose(g, named, TagEvidence.Acronym, $"{main.Core} are the initials of {_groups[named].Label}", main.Key.Length >= 4 ? 0.7 : 0.6);
    }

    private static string InitialsOf(string key)
    {
        var words = TagWords.Split(key);
        return words.Length is < 3 or > 7 ? "" : string.Concat(words.Where(word => word is not ("of" or "the" or "and" or "for" or "in" or "on")).Select(word => word[0]));
    }

    private void Countries()
    {
        for (var g = 0; g < _groups.Count; g++)
            foreach (var key in _keys[g])
            {
                var rest = key.StartsWith("us ", StringComparison.Ordinal) ? key[3..] : key.StartsWith("united states ", StringComparison.Ordinal) ? key[14..]
                    : key.EndsWith(" of united states", StringComparison.Ordinal) ? key[..^17] : null;
                if (rest is not null && _byKey.TryGetValue(rest, out var other) && _groups[other].Kind == _groups[g].Kind && _groups[g].Kind is TagKind.Organisation or TagKind.Work)
                    Propose(g, other, TagEvidence.Country, "the same name with and without the country", rest.Contains(' ', StringComparison.Ordinal) ? 0.75 : 0.65);
            }
    }

    private void Additions()
    {
        for (var g = 0; g < _groups.Count; g++)
            foreach (var spelling in _groups[g].Spellings)
            {
                if (spelling.Parts.Count < 2 || spelling.Parts[1].Separator is not (TagSeparator.Slash or TagSeparator.Dash))
                    continue;
                var head = EqualForms.Key(TagBracket.Cut(spelling.Parts[0].Text).Rest);
                var added = TagWords.Split(TagWords.Key(spelling.Parts[1].Text)).Length;
                if (_byKey.TryGetValue(head, out var other) && !PlaceName.IsPlace(head) && _groups[other].Kind is not (TagKind.Heading or TagKind.Place or TagKind.Topic)
                    && added >= (spelling.Parts[1].Separator == TagSeparator.Slash ? 3 : 4))
                    Propose(g, other, TagEvidence.Addition, $"the same name with “{Short(spelling.Parts[1].Text)}” behind it", 0.6);
            }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";

    // "Preisdent Nora Field": a slip in the title hides the name.
    private void MisspeltTitles()
    {
        for (var g = 0; g < _groups.Count; g++)
            foreach (var key in _keys[g])
            {
                var blank = key.IndexOf(' ', StringComparison.Ordinal);
                if (blank >= 6 && _byKey.TryGetValue(key[(blank + 1)..], out var person) && _groups[person].Kind == TagKind.Person && _wordUse[key[..blank]] <= 2
                    && Vocabulary.TitleWords.FirstOrDefault(title => title.Length >= 6 && NearWords.AreNear(title, key[..blank])) is { } title)
                    Propose(g, person, TagEvidence.Misspelling, $"“{key[..blank]}” is nearly “{title}”", 0.85);
            }
    }

    private void SharedLinks()
    {
        var byTarget = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var g = 0; g < _groups.Count; g++)
            foreach (var target in _groups[g].Raws.SelectMany(raw => raw.Targets.Keys).Distinct(StringComparer.Ordinal))
            {
                if (!byTarget.TryGetValue(target, out var list))
                    byTarget.Add(target, list = []);
                list.Add(g);
            }
        foreach (var list in byTarget.Values)
            for (var i = 0; i < list.Count && list.Count is > 1 and <= 4; i++)
                for (var j = i + 1; j < list.Count; j++)
                    if (MayShareAPage(_groups[list[i]], _groups[list[j]], list.Count) && SameNumbers(_groups[list[i]].Label, _groups[list[j]].Label))
                        Propose(list[i], list[j], TagEvidence.SharedLink, "both link to the same page", list.Count == 2 ? 0.7 : 0.55);
    }

    // An office's page is linked for all who held it, and a city's for its state.
    private static bool MayShareAPage(TagGroup a, TagGroup b, int tags)
    {
        if (a.Kind != b.Kind || a.Kind == TagKind.Heading || a.Kind == TagKind.Place && tags > 2)
            return false;
        return a.Kind != TagKind.Person || a.Main?.Person is { } first && b.Main?.Person is { } second && TagWords.Key(first.Family) == TagWords.Key(second.Family);
    }

    private static bool SameNumbers(string a, string b) => string.Concat(a.Where(char.IsDigit)) == string.Concat(b.Where(char.IsDigit));

    private void KnownNames()
    {
        foreach (var (key, alias) in _people)
            if (alias.Name is { } name && _byKey.TryGetValue(key, out var g) && _byKey.TryGetValue(TagWords.Key(name), out var person) && _groups[person].Kind == TagKind.Person
                && (!key.Contains(' ', StringComparison.Ordinal) || !_groups[g].Offices.Disagrees(_groups[person].Offices)))
                Propose(g, person, TagEvidence.PersonName, $"the texts call {name} so", key.Contains(' ', StringComparison.Ordinal) ? 0.8 : 0.65);
    }

    private static double Overlap(string a, string b)
    {
        var first = TagWords.Split(a).ToHashSet(StringComparer.Ordinal);
        var second = TagWords.Split(b).ToHashSet(StringComparer.Ordinal);
        var shared = first.Count(second.Contains);
        return shared == 0 ? 0 : (double)shared / (first.Count + second.Count - shared);
    }
}
