namespace Search.Core.People;

/// <summary>How a part of a name is used alone in documents that nowhere give the full name.</summary>
internal sealed class PartUse
{
    private double _points;

    public int Documents { get; private set; }

    public double MeanPoints => Documents == 0 ? 0 : _points / Documents;

    public double BestPoints { get; private set; } = double.MinValue;

    public NameParts? Name { get; private set; }

    public Gender Gender { get; private set; }

    public void AddOpen(LocalPerson person)
    {
        Documents++;
        _points += Math.Clamp(person.Points, -4, 5);
        BestPoints = Math.Max(BestPoints, person.Points);
        if (Name is null || string.CompareOrdinal(person.Name.Full, Name.Full) < 0)
            Name = person.Name;
        Gender = Gender == Gender.Unknown ? person.Gender : Gender;
    }
}
