namespace Search.Core.People;

/// <summary>The gender that the text gives a person, by titles, pronouns and the given name; a hint for reading pronouns, never shown.</summary>
public enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
