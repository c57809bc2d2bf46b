namespace Search.Core.People;

/// <summary>A person of one text while its names are gathered.</summary>
internal sealed class PersonDraft(int index, NameParts name)
{
    public int Index { get; } = index;

    /// <summary>The form met first.</summary>
    public NameParts Name { get; } = name;

    /// <summary>Each full form met.</summary>
    public List<NameParts> Forms { get; } = [name];

    /// <summary>How often each of <see cref="Forms"/> was met.</summary>
    public List<int> FormCounts { get; } = [0];

    public double Points { get; set; }

    public bool IsTaken => Points >= LocalPerson.AcceptedPoints;

    public int FullMentions { get; private set; }

    /// <summary>Token of the first full mention; -1 where none was met.</summary>
    public int FirstFull { get; private set; } = -1;

    /// <summary>Token of the full mention or form met last; -1 where none was.</summary>
    public int LastFull { get; set; } = -1;

    public Gender Gender { get; set; }

    public void Take(NameParts form)
    {
        if (Forms.Count >= 8 || Forms.Exists(f => f.Key == form.Key))
            return;
        Forms.Add(form);
        FormCounts.Add(0);
    }

    public void CountFull(NameParts form, int token)
    {
        FullMentions++;
        FirstFull = FirstFull < 0 ? token : FirstFull;
        var at = Forms.FindIndex(f => f.Key == form.Key);
        if (at >= 0)
            FormCounts[at]++;
    }
}
