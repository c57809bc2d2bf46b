namespace Search.Core.Quotes;

/// <summary>What a document shows of a person's gender.</summary>
internal enum PersonGender : byte
{
    Unknown,
    Female,
    Male,
}

/// <summary>A person's name where it stands.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">End, exclusive, without a possessive's <c>’s</c>.</param>
/// <param name="Person">Index of the person within the document.</param>
internal readonly record struct PersonMention(int Start, int End, int Person);

/// <summary>
/// The persons of one document as attribution needs them: their names in order of place, one index a person, the fullest name and the gender.
/// The one seam between this room and the recognition of names.
/// </summary>
internal sealed class PersonMentions
{
    private readonly PersonMention[] _mentions;
    private readonly string[] _names;
    private readonly PersonGender[] _genders;

    /// <param name="mentions">In order of place, not overlapping.</param>
    /// <param name="names">The fullest name of each person.</param>
    /// <param name="genders">The gender of each person.</param>
    public PersonMentions(PersonMention[] mentions, string[] names, PersonGender[] genders) =>
        (_mentions, _names, _genders) = (mentions, names, genders);

    public int Count => _mentions.Length;

    public PersonMention this[int index] => _mentions[index];

    public string NameOf(int person) => _names[person];

    public PersonGender GenderOf(int person) => _genders[person];

    /// <summary>Index of the first mention at or after an offset.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
