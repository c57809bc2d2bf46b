namespace Search.Core.People;

// Whom a mention by a part of a name means.
internal sealed partial class NameClusters
{
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
                person.CountFull(group.Name, candidate.First);
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
                || Ties[i - 1].Person is { IsTaken: true, FullMentions: > 0 } named && named.FirstFull < left.First)
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
                person.CountFull(name, left.First);
            }
            Ties[i - 1] = (person, MentionKind.Given, 0.8);
        }
    }

    private bool IsAnd(int at) => at < tokens.Count && tokens[at].Word >= 0 && vocabulary.Folded(tokens[at].Word) == "and";
}
