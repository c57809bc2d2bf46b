namespace Search.Core.People;

/// <summary>Writes what the clusters hold as the names of a document: mentions in order, people with gender, roles and counts.</summary>
internal sealed class NamesWriter(NameData data, string text, int textEnd, int titleEnd, Vocabulary vocabulary, List<NameToken> tokens, List<NameCandidate> candidates, NameClusters clusters)
{
    private const int MostRoles = 8;
    private const int FieldBreakLength = 2;

    public DocumentNames Write()
    {
        var numbers = new int[clusters.People.Count];
        Array.Fill(numbers, -1);
        var people = new List<Person>();
        var mentions = new List<NameMention>();
        var roles = new RoleReader(data, text, vocabulary, tokens);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (clusters.Ties[i] is not { Person: { } draft } tie)
                continue;
            if (numbers[draft.Index] < 0)
            {
                numbers[draft.Index] = people.Count;
                people.Add(new Person(draft));
            }
            var person = people[numbers[draft.Index]];
            var candidate = candidates[i];
            var start = tokens[candidate.First].Start;
            var end = tokens[candidate.End - 1].End;
            var outer = tokens[candidate.Outer].Start;
            var (field, offset) = start < textEnd ? (NameField.Text, 0) : start < titleEnd ? (NameField.Title, textEnd + FieldBreakLength) : (NameField.Excerpt, titleEnd + FieldBreakLength);
            var adjectival = candidate.Has(CandidateFlags.Adjectival | CandidateFlags.CaseName);
            var sure = LocalPerson.PointsToConfidence(draft.Points) * tie.Tie;
            mentions.Add(new NameMention(start - offset, end - offset, outer - offset, numbers[draft.Index], tie.Kind, field, adjectival, sure));
            person.Fields |= field;
            person.Adjectival += adjectival ? 1 : 0;
            person.Parts += tie.Kind == MentionKind.Full ? 0 : 1;
            person.Full += tie.Kind == MentionKind.Full ? 1 : 0;
            person.CountTitle(candidate.Titles);
            person.CountGiven(tokens[candidate.First], tie.Kind == MentionKind.Full || tie.Kind == MentionKind.Given);
            if (field == NameField.Text && roles.Read(candidate, NextName(i)) is { } role)
                person.CountRole(role, MostRoles);
            CountPronoun(person, candidate.End, i + 1 < candidates.Count ? candidates[i + 1].Outer : tokens.Count);
        }
        return new DocumentNames { Mentions = mentions, People = people.ConvertAll(p => p.ToLocal()) };
    }

    private int NextName(int i)
    {
        for (var next = i + 1; next < candidates.Count && next < i + 4; next++)
            if (candidates[next].Words > 1 && clusters.Ties[next].Person is { IsTaken: true })
                return candidates[next].First;
        return tokens.Count;
    }

    // The first pronoun behind a name, within the sentence or at the start of the next, before another name.
    private void CountPronoun(Person person, int from, int to)
    {
        for (var i = from; i < to && i < from + 30; i++)
        {
            var token = tokens[i];
            if (token.Has(TokenFlags.ParagraphStart))
                return;
            if (!token.Is(NameTraits.Function) || token.Word < 0)
                continue;
            switch (vocabulary.Folded(token.Word))
            {
                case "he" or "him" or "his" or "himself":
                    person.Male++;
                    return;
                case "she" or "her" or "hers" or "herself":
                    person.Female++;
                    return;
            }
        }
    }

    private sealed class Person(PersonDraft draft)
    {
        private readonly Dictionary<string, (string Text, int Count)> _roles = new(StringComparer.OrdinalIgnoreCase);

        public NameField Fields { get; set; }

        public int Full { get; set; }

        public int Parts { get; set; }

        public int Adjectival { get; set; }

        public double Male { get; set; }

        public double Female { get; set; }

        public void CountTitle(NameTraits titles)
        {
            if ((titles & NameTraits.MaleTitle) != 0 && (titles & NameTraits.FemaleTitle) == 0)
                Male += 3;
            if ((titles & NameTraits.FemaleTitle) != 0 && (titles & NameTraits.MaleTitle) == 0)
                Female += 3;
        }

        public void CountGiven(in NameToken token, bool isGiven)
        {
            if (!isGiven || !token.Is(NameTraits.Given))
                return;
            if (!token.Is(NameTraits.Female))
                Male += 1.5;
            else if (!token.Is(NameTraits.Male))
                Female += 1.5;
        }

        public void CountRole(string role, int most)
        {
            if (_roles.TryGetValue(role, out var known))
                _roles[role] = (known.Text, known.Count + 1);
            else if (_roles.Count < most)
                _roles[role] = (role, 1);
        }

        public LocalPerson ToLocal() => new()
        {
            Name = draft.Name,
            Forms = draft.Forms.Zip(draft.FormCounts, (name, count) => new NameForm(name, count)).ToList(),
            Gender = Male > Female * 2 && Male > 0 ? Gender.Male : Female > Male * 2 && Female > 0 ? Gender.Female : Gender.Unknown,
            Roles = _roles.Values.Select(r => new LocalRole(r.Text, r.Count)).ToList(),
            FullMentions = Full,
            PartMentions = Parts,
            AdjectivalMentions = Adjectival,
            Fields = Fields,
            Points = draft.Points,
        };
    }
}
