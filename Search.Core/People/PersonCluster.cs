namespace Search.Core.People;

/// <summary>All that the collection says of one person, while the catalog is built.</summary>
internal sealed class PersonCluster(NameParts name)
{
    private readonly Dictionary<string, Written> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleUse> _roles = new(StringComparer.OrdinalIgnoreCase);
    private double _male;
    private double _female;
    private double _points;

    /// <summary>The first name gathered; the label is chosen at the end.</summary>
    public NameParts Name { get; } = name;

    /// <summary>Forms under their keys.</summary>
    public IReadOnlyCollection<Written> Forms => _forms.Values;

    public int Documents { get; private set; }

    public int TagDocuments { get; private set; }

    public int BylineDocuments { get; private set; }

    /// <summary>Documents in which a part of the name stood for the person beside the full name.</summary>
    public int PartDocuments { get; private set; }

    public bool IsRecorded { get; private set; }

    public double BestPoints { get; private set; } = double.MinValue;

    public double MeanPoints => Documents == 0 ? 0 : _points / Documents;

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public Gender Gender => _male > _female * 2 && _male > 0 ? Gender.Male : _female > _male * 2 && _female > 0 ? Gender.Female : Gender.Unknown;

    public IEnumerable<RoleUse> Roles => _roles.Values;

    public void Add(LocalPerson person, DateTimeOffset? date)
    {
        if (person.Fields == NameField.Tag)
        {
            TagDocuments++;
            foreach (var form in person.Forms)
                FormOf(form.Name).Tags++;
            return;
        }
        IsRecorded |= (person.Fields & NameField.Record) != 0;
        Documents++;
        PartDocuments += person.PartMentions > 0 ? 1 : 0;
        _points += Math.Clamp(person.Points, -2, 5);
        BestPoints = Math.Max(BestPoints, person.Points);
        foreach (var form in person.Forms)
            FormOf(form.Name).Add(form.Count);
        _male += person.Gender == Gender.Male ? 1 : 0;
        _female += person.Gender == Gender.Female ? 1 : 0;
        Seen(date);
        foreach (var role in person.Roles)
        {
            if (!_roles.TryGetValue(role.Text, out var use))
                _roles[role.Text] = use = new RoleUse();
            use.Add(role.Text, date);
        }
    }

    public void AddByline(NameParts byline, DateTimeOffset? date)
    {
        BylineDocuments++;
        FormOf(byline).Bylines++;
        Seen(date);
    }

    /// <param name="other">Another cluster of the same person.</param>
    /// <param name="asName">False where the other's words hold the name but are none: they are recognised, and not shown.</param>
    public void Absorb(PersonCluster other, bool asName = true)
    {
        foreach (var (key, form) in other._forms)
        {
            form.IsName &= asName;
            if (_forms.TryGetValue(key, out var mine))
                mine.Absorb(form);
            else
                _forms[key] = form;
        }
        foreach (var (text, use) in other._roles)
        {
            if (_roles.TryGetValue(text, out var mine))
                mine.Absorb(use);
            else
                _roles[text] = use;
        }
        Documents += other.Documents;
        TagDocuments += other.TagDocuments;
        BylineDocuments += other.BylineDocuments;
        PartDocuments += other.PartDocuments;
        IsRecorded |= other.IsRecorded;
        BestPoints = Math.Max(BestPoints, other.BestPoints);
        _points += other._points;
        _male += other._male;
        _female += other._female;
        Seen(other.First);
        Seen(other.Last);
    }

    private Written FormOf(NameParts form)
    {
        if (!_forms.TryGetValue(form.Key, out var written))
            _forms[form.Key] = written = new Written(form);
        written.Spell(form);
        return written;
    }

    private void Seen(DateTimeOffset? date)
    {
        if (date is null)
            return;
        First = First is null || date < First ? date : First;
        Last = Last is null || date > Last ? date : Last;
    }

    /// <summary>One form of the name and its uses.</summary>
    internal sealed class Written(NameParts name)
    {
        private readonly Dictionary<string, (NameParts Name, int Count)> _spellings = new(StringComparer.Ordinal);

        public string Key { get; } = name.Key;

        /// <summary>False where the words hold the person's name and something else.</summary>
        public bool IsName { get; set; } = true;

        public int Documents { get; private set; }

        public int Mentions { get; private set; }

        public int Tags { get; set; }

        public int Bylines { get; set; }

        public int Weight => Documents * 4 + Math.Min(Mentions, Documents * 3);

        /// <summary>The spelling used most; one with diacritics where a fair share uses it.</summary>
        public NameParts Name
        {
            get
            {
                var total = _spellings.Values.Sum(s => s.Count);
                return _spellings.Values.OrderBy(s => IsAllCapitals(s.Name.Full)).ThenByDescending(s => s.Count + (s.Count * 5 >= total && s.Name.Full.Any(c => c > 127 && char.IsLetter(c)) ? total : 0))
                    .ThenBy(s => s.Name.Full, StringComparer.Ordinal).First().Name is var best && IsAllCapitals(best.Full) ? Lowered(best) : best;
            }
        }

        private static bool IsAllCapitals(string name) => name.Length > 5 && !name.Any(char.IsLower) && name.Count(char.IsUpper) > 4;

        // "ANN MCKAY-LEE" → Ann McKay-Lee
        private static NameParts Lowered(NameParts name) => name with { Given = Lowered(name.Given), Middle = Lowered(name.Middle), Surname = Lowered(name.Surname), Suffix = name.Suffix is "JR" or "JR." or "SR" or "SR." ? Lowered(name.Suffix) : name.Suffix };

        private static string Lowered(string words)
        {
            if (words.Contains('.', StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal))
                return words;
            var letters = words.ToLowerInvariant().ToCharArray();
            for (var i = 0; i < letters.Length; i++)
                if (i == 0 || letters[i - 1] is ' ' or '-' or '’' or '\'' || i >= 2 && letters[i - 1] == 'c' && letters[i - 2] == 'M')
                    letters[i] = char.ToUpperInvariant(letters[i]);
            return new string(letters);
        }

        public void Spell(NameParts name)
        {
            var full = name.Full;
            _spellings[full] = (name, _spellings.TryGetValue(full, out var known) ? known.Count + 1 : 1);
        }

        public void Add(int mentions)
        {
            Documents++;
            Mentions += mentions;
        }

        public void Absorb(Written other)
        {
            Documents += other.Documents;
            Mentions += other.Mentions;
            Tags += other.Tags;
            Bylines += other.Bylines;
            foreach (var (full, spelling) in other._spellings)
                _spellings[full] = (spelling.Name, spelling.Count + (_spellings.TryGetValue(full, out var known) ? known.Count : 0));
        }
    }

    /// <summary>An office and the documents that give it.</summary>
    internal sealed class RoleUse
    {
        private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);

        public int Documents { get; private set; }

        public DateTimeOffset? First { get; private set; }

        public DateTimeOffset? Last { get; private set; }

        public string Text => _spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

        public void Add(string text, DateTimeOffset? date)
        {
            Documents++;
            _spellings[text] = _spellings.GetValueOrDefault(text) + 1;
            if (date is null)
                return;
            First = First is null || date < First ? date : First;
            Last = Last is null || date > Last ? date : Last;
        }

        public void Absorb(RoleUse other)
        {
            Documents += other.Documents;
            foreach (var (text, count) in other._spellings)
                _spellings[text] = _spellings.GetValueOrDefault(text) + count;
            First = First is null || other.First < First ? other.First ?? First : First;
            Last = Last is null || other.Last > Last ? other.Last ?? Last : Last;
        }
    }
}
