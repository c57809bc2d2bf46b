namespace Search.Core.Tagging;

/// <summary>The offices and seats that the spellings of a person's name give.</summary>
/// <param name="Titles">Titles as keys.</param>
/// <param name="Seats">Postal codes of seats, in lower case.</param>
internal readonly record struct OfficesHeld(HashSet<string> Titles, HashSet<string> Seats)
{
    private static readonly HashSet<string> SeatTitles = new(StringComparer.Ordinal)
    {
        "senator", "sen", "us senator", "state senator", "representative", "rep", "us representative", "congressman", "congresswoman", "speaker", "house speaker", "speaker of the house",
        "chairman", "chairwoman", "chair", "ranking member", "majority leader", "minority leader", "senate majority leader", "senate minority leader", "house minority leader",
    };

    public static OfficesHeld Of(IEnumerable<TagSpelling> spellings)
    {
        var held = new OfficesHeld(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var spelling in spellings)
        {
            if (spelling.Person is { Title.Length: > 0 } person)
                held.Titles.Add(person.Title);
            if (spelling.Seat is { } seat)
                held.Seats.Add(seat);
        }
        return held;
    }

    public bool Shares(OfficesHeld other) => Titles.Overlaps(other.Titles) || Seats.Overlaps(other.Seats);

    /// <summary>True where one person can hardly have held both: other seats, or a seat here and an office without a seat there.</summary>
    public bool Disagrees(OfficesHeld other)
    {
        if (Seats.Count > 0 && other.Seats.Count > 0)
            return !Seats.Overlaps(other.Seats);
        var (seated, unseated) = Seats.Count > 0 ? (this, other) : (other, this);
        return seated.Seats.Count > 0 && unseated.Titles.Count > 0 && !unseated.Titles.Overlaps(SeatTitles) && !unseated.Titles.Overlaps(seated.Titles);
    }
}
