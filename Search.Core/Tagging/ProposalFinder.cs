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
        new OneWordApart(_groups, _keys, _wordUse, Propose).Find();
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
