namespace Search.Core.People;

/// <summary>
/// Gathers the candidates of one text into people: the same name, forms of one name, and parts of it (<c>Smith</c> behind
/// <c>Ann Smith</c>). Evidence of all mentions is added up before any is taken or left.
/// </summary>
internal sealed class NameClusters(NameData data, Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates, NamePartsReader parts)
{
    // Keeps the work linear where a text has thousands of people of one family name.
    private const int MostOfOneSurname = 48;
    private const double ClearlyAhead = 0.5;
    private const int LeastList = 4;

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly List<Group> _inOrder = [];
    private readonly Dictionary<string, List<PersonDraft>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonDraft>> _byGiven = new(StringComparer.Ordinal);

    public List<PersonDraft> People { get; } = [];

    /// <summary>For each candidate its person and how sure the tie is; null where it is none.</summary>
    public (PersonDraft? Person, MentionKind Kind, double Tie)[] Ties { get; private set; } = [];

    public void Gather()
    {
        Ties = new (PersonDraft?, MentionKind, double)[candidates.Count];
        GroupByName();
        Support();
        SupportLists();
        DropFirms();
        foreach (var group in _inOrder)
            if (!group.IsSingle && IsTaken(group))
                Admit(group);
        foreach (var group in _inOrder)
            if (!group.IsSingle && group.Person is null)
                AdmitPart(group);
        for (var i = 0; i < candidates.Count; i++)
            Tie(i);
        foreach (var group in _inOrder)
            if (group.IsSingle)
                AdmitSingle(group);
        TieSharedSurnames();
    }

    private void GroupByName()
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Has(CandidateFlags.Byline))
                continue;
            var name = parts.Read(candidate);
            var key = name.Key;
            if (key.Length == 0)
                continue;
            var single = candidate.Words == 1 && name.Style.Length == 0;
            if (!_groups.TryGetValue(key, out var group))
            {
                group = new Group(_inOrder.Count, name, single) { Form = candidate.Form };
                _groups[key] = group;
                _inOrder.Add(group);
            }
            group.Add(candidate, i);
            candidates[i] = candidate with { Group = group.Index };
        }
    }

    // A family name that stands alone elsewhere with a title or a verb of saying speaks for the full name; so does standing in a row with people.
    private void Support()
    {
        foreach (var group in _inOrder)
        {
            if (group.IsSingle || group.Name.SurnameKey.Length == 0)
                continue;
            if (_groups.TryGetValue(group.Name.SurnameKey, out var alone) && alone.IsSingle)
                group.Support += Math.Clamp(alone.Context * 0.6, -1, 1.6) + (alone.Possessives > 0 ? 0.3 : 0);
        }
        for (var i = 1; i < candidates.Count; i++)
        {
            var left = candidates[i - 1];
            var right = candidates[i];
            if (left.Group < 0 || right.Group < 0 || left.Words < 2 || right.Words < 2 || !IsRow(left.End, right.Outer))
                continue;
            var l = _inOrder[left.Group];
            var r = _inOrder[right.Group];
            if (l.Points >= 2.5 && !r.Rowed)
                r.RowWith();
            if (r.Points >= 2.5 && !l.Rowed)
                l.RowWith();
        }
    }

    // "Teams: Oakley; Hall, Marsden, Gray": in a list in which nearly every word is a family name, the others are too.
    private void SupportLists()
    {
        for (var first = 0; first < candidates.Count;)
        {
            var end = first + 1;
            var names = IsListed(candidates[first]) ? 1 : 0;
            while (end < candidates.Count && candidates[end].Words == 1 && candidates[end - 1].Words == 1 && IsList(candidates[end - 1].End, candidates[end].Outer))
                names += IsListed(candidates[end++]) ? 1 : 0;
            var count = end - first;
            if (count >= LeastList && names * 3 >= count * 2)
                for (var i = first; i < end; i++)
                    if (candidates[i].Group >= 0 && !tokens[candidates[i].First].Is(NameTraits.Place | NameTraits.Demonym | NameTraits.Company) && !candidates[i].Has(CandidateFlags.Headline))
                        _inOrder[candidates[i].Group].Support = Math.Max(_inOrder[candidates[i].Group].Support, names * 4 >= count * 3 ? 2.7 : 2);
            first = end;
        }
    }

    private bool IsListed(in NameCandidate candidate)
        => tokens[candidate.First] is var token && token.Is(NameTraits.Surname | NameTraits.Given | NameTraits.FamilyFirst | NameTraits.SurnameForm)
            && !token.Is(NameTraits.Place | NameTraits.Demonym | NameTraits.Company | NameTraits.Calendar | NameTraits.Acronym | NameTraits.Function);

    private bool IsList(int end, int start)
    {
        if (start - end is < 1 or > 3)
            return false;
        for (var i = end; i < start; i++)
            if (tokens[i].Mark is not (',' or ';') && tokens[i].Shape != WordShape.Number && !(tokens[i].Word >= 0 && tokens[i].IsLower && vocabulary.Folded(tokens[i].Word) is "and"))
                return false;
        return true;
    }

    // "Barnes and Noble": two family names, one firm.
    private void DropFirms()
    {
        for (var i = 1; i < candidates.Count; i++)
        {
            var left = candidates[i - 1];
            var right = candidates[i];
            if (left.Group < 0 || right.Group < 0 || left.Words != 1 || right.Words != 1 || right.Outer - left.End != 1 || !IsAnd(left.End) || !tokens[left.First].Is(NameTraits.PhraseHead)
                || tokens[left.First].Word < 0 || tokens[right.First].Word < 0 || !data.IsLookAlike(vocabulary.Folded(tokens[left.First].Word) + " " + vocabulary.Folded(tokens[right.First].Word)))
                continue;
            _inOrder[left.Group].Support -= 4;
            _inOrder[right.Group].Support -= 4;
        }
    }

    private bool IsRow(int end, int start)
    {
        if (start - end is < 1 or > 2)
            return false;
        for (var i = end; i < start; i++)
            if (tokens[i].Mark != ',' && !(tokens[i].IsLower && tokens[i].Word >= 0 && vocabulary.Folded(tokens[i].Word) is "and" or "or" or "with" or "&"))
                return false;
        return true;
    }

    private static bool IsTaken(Group group)
        => group.Points >= LocalPerson.AcceptedPoints && (!group.OnlyHeadline || group.Form >= 2.9 || group.HasTitle) && !(group.OnlyQuoted && group.Points < 3);

    private void Admit(Group group)
    {
        var same = Find(group.Name);
        if (same is null)
        {
            same = new PersonDraft(People.Count, group.Name);
            People.Add(same);
            Index(same, group.Name);
        }
        else
        {
            same.Take(group.Name);
            Index(same, group.Name);
        }
        same.Points = Math.Max(same.Points, group.Points);
        group.Person = same;
    }

    private PersonDraft? Find(NameParts name)
    {
        if (name.SurnameKey.Length > 0 && _bySurname.TryGetValue(LastWord(name.SurnameKey), out var family))
        {
            foreach (var person in family)
                foreach (var form in person.Forms)
                    if (form.IsFull && NameMatching.MayBeSame(form, name, data))
                        return person;
        }
        if (name.Style.Length > 0 && _byGiven.TryGetValue(name.GivenKey, out var named))
            foreach (var person in named)
                if (person.Name.Style.Length > 0 && NameMatching.MayBeSame(person.Name, name, data))
                    return person;
        return null;
    }

    private void Index(PersonDraft person, NameParts name)
    {
        if (name.SurnameKey.Length > 0)
        {
            Put(_bySurname, LastWord(name.SurnameKey), person);
            if (NameParts.WithoutArticle(LastWord(name.SurnameKey)) is { } bare)
                Put(_bySurname, bare, person);
            if (name.SurnameKey.Contains(' ', StringComparison.Ordinal))
                Put(_bySurname, name.SurnameKey, person);
            // "García" for Gabriel García Márquez
            if (name.MiddleKey.Length > 2 && !name.MiddleKey.Contains(' ', StringComparison.Ordinal))
                Put(_bySurname, name.MiddleKey + " " + name.SurnameKey, person);
        }
        if (name.GivenKey.Length > 1)
            Put(_byGiven, name.GivenKey, person);
        if (name.Nickname.Length > 0)
            Put(_byGiven, NameParts.Fold(name.Nickname), person);
    }

    private static void Put(Dictionary<string, List<PersonDraft>> index, string key, PersonDraft person)
    {
        if (!index.TryGetValue(key, out var people))
            index[key] = people = [];
        if (people.Count < MostOfOneSurname && !people.Contains(person))
            people.Add(person);
    }

    private static string LastWord(string key) => key.LastIndexOf(' ') is var blank and > 0 ? key[(blank + 1)..] : key;

    // "von Neumann", "García Márquez", "Smith Jr.": the end of a name that is known; otherwise a weak candidate that the collection may know.
    private void AdmitPart(Group group)
    {
        if (_bySurname.TryGetValue(group.Name.Key, out var people) && people.Count == 1)
        {
            group.Person = people[0];
            group.IsPart = true;
            return;
        }
        if (group.Form > -0.5)
            Admit(group);
    }

    private void Tie(int index)
    {
        var candidate = candidates[index];
        if (candidate.Group < 0)
            return;
        var group = _inOrder[candidate.Group];
        if (group.Person is { } person)
        {
            Ties[index] = (person, group.IsPart ? MentionKind.Surname : MentionKind.Full, group.IsPart ? 0.9 : 1);
            person.LastFull = candidate.First;
            if (!group.IsPart)
                person.CountFull(group.Name);
            return;
        }
        if (!group.IsSingle || !MayNameKnown(candidate))
            return;
        var key = group.Name.Given.Length > 0 ? group.Name.GivenKey : group.Name.SurnameKey;
        if (!_bySurname.ContainsKey(key) && NameParts.WithoutArticle(key) is { } bare)
            key = bare;
        if (Choose(_bySurname, key, candidate, group.Name.SuffixKey) is { Person: { } bySurname } surname)
            Ties[index] = (bySurname, MentionKind.Surname, surname.Tie);
        else if (tokens[candidate.First].Is(NameTraits.Given) && !tokens[candidate.First].Is(NameTraits.Place | NameTraits.Designator) || _byGiven.ContainsKey(key) && candidate.Context > 0)
        {
            if (Choose(_byGiven, key, candidate, group.Name.SuffixKey) is { Person: { } byGiven } given)
                Ties[index] = (byGiven, MentionKind.Given, given.Tie * 0.9);
        }
    }

    // Whether a word alone may stand for a person known by it; ordinary words and places need a reason.
    private bool MayNameKnown(in NameCandidate candidate)
    {
        var token = tokens[candidate.First];
        if (candidate.Has(CandidateFlags.Fragment) && !candidate.Has(CandidateFlags.HasTitle))
            return false;
        if (token.Shape == WordShape.Upper && !token.Has(TokenFlags.CapitalsLine))
            return false;
        var ordinary = token.Is(NameTraits.Word | NameTraits.Function | NameTraits.Designator | NameTraits.Demonym | NameTraits.Calendar);
        var place = token.Is(NameTraits.Place);
        if (candidate.Has(CandidateFlags.AfterThe) && !candidate.Has(CandidateFlags.Adjectival) && (ordinary || place || candidate.Context <= -3))
            return false;
        if (place && candidate.Context < -0.5)
            return false;
        if (ordinary && token.Word >= 0 && vocabulary.IsInLowerCase(token.Word) && (token.Has(TokenFlags.SentenceStart) || candidate.Has(CandidateFlags.Headline)))
            return candidate.Context >= 0.5 || candidate.Has(CandidateFlags.Possessive);
        if (ordinary && token.Has(TokenFlags.SentenceStart))
            return candidate.Context >= 0.3 || candidate.Has(CandidateFlags.Possessive) || token.Is(NameTraits.Surname) && BehindIsNoNoun(candidate.End);
        return true;
    }

    private bool BehindIsNoNoun(int at)
        => at >= tokens.Count || !tokens[at].IsLower || tokens[at].Is(NameTraits.Function | NameTraits.Saying | NameTraits.Doing);

    private static (PersonDraft? Person, double Tie) Choose(Dictionary<string, List<PersonDraft>> index, string key, in NameCandidate candidate, string suffix)
    {
        if (!index.TryGetValue(key, out var people))
            return (null, 0);
        PersonDraft? best = null;
        double bestPoints = double.MinValue, second = double.MinValue;
        foreach (var person in people)
        {
            if (suffix.Length > 0 && person.Name.SuffixKey != suffix)
                continue;
            if ((candidate.Titles & NameTraits.Title) is NameTraits.FemaleTitle && person.Gender == Gender.Male || (candidate.Titles & NameTraits.Title) is NameTraits.MaleTitle && person.Gender == Gender.Female)
                continue;
            var before = person.LastFull >= 0 && person.LastFull < candidate.First;
            var points = person.FullMentions * 0.6 + (before ? 2 + 2.0 * person.LastFull / (candidate.First + 1) : 0) + (person.IsTaken ? 1 : 0);
            if (points > bestPoints)
                (best, second, bestPoints) = (person, bestPoints, points);
            else if (points > second)
                second = points;
        }
        // "Ann Lee and her brother Tom Lee came. Lee said": either of them.
        if (best is { LastFull: >= 0 } && best.LastFull < candidate.First && bestPoints - second < ClearlyAhead && candidate.Titles == 0)
            return (null, 0);
        return (best, people.Count == 1 ? 0.95 : bestPoints - second > 1.5 ? 0.8 : 0.6);
    }

    private void AdmitSingle(Group group)
    {
        if (group.Person is not null)
            return;
        var untied = 0;
        double context = 0;
        foreach (var i in group.Candidates)
        {
            if (Ties[i].Person is not null || candidates[i].Has(CandidateFlags.CaseName))
                continue;
            untied++;
            context += candidates[i].Context;
        }
        if (untied == 0 || group.OnlySentenceStart && group.Form <= -2 && context < 0.5)
            return;
        var person = new PersonDraft(People.Count, group.Name) { Points = group.Form + Math.Clamp(context, -4, 4) + group.Support };
        if (group.OnlyHeadline && !group.HasTitle)
            person.Points = Math.Min(person.Points, 1);
        People.Add(person);
        foreach (var i in group.Candidates)
            if (Ties[i].Person is null && !candidates[i].Has(CandidateFlags.CaseName))
                Ties[i] = (person, group.Name.Given.Length > 0 ? MentionKind.Given : MentionKind.Surname, 1);
    }

    // "Ann and Bob Lee": Ann has the family name too.
    private void TieSharedSurnames()
    {
        for (var i = 1; i < candidates.Count; i++)
        {
            var left = candidates[i - 1];
            var right = candidates[i];
            if (left.Words != 1 || right.Words < 2 || Ties[i].Person is not { IsTaken: true } family || right.Outer - left.End != 1 || !IsAnd(left.End) || left.Has(CandidateFlags.Possessive | CandidateFlags.HasTitle))
                continue;
            var token = tokens[left.First];
            if (!token.Is(NameTraits.Given) || token.Is(NameTraits.Place | NameTraits.Function) || token.Is(NameTraits.Word) && !tokens[right.First].Is(NameTraits.Given) || tokens[right.First].Is(NameTraits.Word | NameTraits.Place) && !tokens[right.First].Is(NameTraits.Given)
                || Ties[i - 1].Person is { IsTaken: true, FullMentions: > 0 })
                continue;
            if (i > 1 && IsRow(candidates[i - 2].End, left.Outer) && candidates[i - 2].Words > 1)
                continue;
            var name = new NameParts(parts.Read(left) is var read && read.Given.Length > 0 ? read.Given : read.Surname, "", family.Name.Surname);
            var person = Find(name);
            if (person is null)
            {
                person = new PersonDraft(People.Count, name) { Points = 2.4 };
                People.Add(person);
                Index(person, name);
                person.CountFull(name);
            }
            Ties[i - 1] = (person, MentionKind.Given, 0.8);
        }
    }

    private bool IsAnd(int at) => at < tokens.Count && tokens[at].Word >= 0 && vocabulary.Folded(tokens[at].Word) == "and";

    /// <summary>All mentions of one written name.</summary>
    private sealed class Group(int index, NameParts name, bool isSingle)
    {
        private double _row;

        public int Index { get; } = index;

        public NameParts Name { get; } = name;

        public bool IsSingle { get; } = isSingle;

        public double Form { get; set; }

        public double Context { get; private set; }

        public double Support { get; set; }

        public int Count { get; private set; }

        public int Possessives { get; private set; }

        public bool OnlyHeadline { get; private set; } = true;

        public bool OnlyQuoted { get; private set; } = true;

        public bool OnlySentenceStart { get; private set; } = true;

        public bool HasTitle { get; private set; }

        public bool IsPart { get; set; }

        public bool Rowed => _row > 0;

        public PersonDraft? Person { get; set; }

        public List<int> Candidates { get; } = [];

        public double Points => Form + Math.Clamp(Context, -4, 4) + Support + _row;

        public void Add(in NameCandidate candidate, int at)
        {
            Candidates.Add(at);
            Count++;
            Form = Math.Max(Form, candidate.Form);
            Context += candidate.Context;
            OnlyHeadline &= candidate.Has(CandidateFlags.Headline);
            OnlySentenceStart &= candidate.Has(CandidateFlags.SentenceStart);
            OnlyQuoted &= candidate.Has(CandidateFlags.Quoted);
            HasTitle |= candidate.Has(CandidateFlags.HasTitle);
            Possessives += candidate.Has(CandidateFlags.Possessive) ? 1 : 0;
        }

        public void RowWith() => _row = 1;
    }
}
