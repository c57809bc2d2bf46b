namespace Search.Core.People;

/// <summary>How a part of a name is used alone in documents that nowhere give the full name.</summary>
internal sealed class PartUse
{
    // An abbreviated or doubled title reaches it with one more sign of a person; saying and doing alone, which firms do too, do not.
    private const double TitledPoints = 4;

    private double _points;

    public int Documents { get; private set; }

    /// <summary>Documents that are sure by themselves that it names a person.</summary>
    public int AcceptedDocuments { get; private set; }

    public double MeanPoints => Documents == 0 ? 0 : _points / Documents;

    public double BestPoints { get; private set; } = double.MinValue;

    /// <summary>Documents that are sure of it and give the name an office or a courtesy title: "General Petrak", "Mr Petrak".</summary>
    public int TitledDocuments { get; private set; }

    public NameParts? Name { get; private set; }

    public Gender Gender { get; private set; }

    public void AddOpen(LocalPerson person)
    {
        Documents++;
        _points += Math.Clamp(person.Points, -4, 5);
        AcceptedDocuments += person.IsAccepted ? 1 : 0;
        TitledDocuments += person.IsAccepted && person.Points >= TitledPoints && (person.Roles.Count > 0 || person.Gender != Gender.Unknown && person.PartMentions > 1) ? 1 : 0;
        BestPoints = Math.Max(BestPoints, person.Points);
        if (Name is null || string.CompareOrdinal(person.Name.Full, Name.Full) < 0)
            Name = person.Name;
        Gender = Gender == Gender.Unknown ? person.Gender : Gender;
    }
}
