namespace Search.Core.People;

/// <summary>What a word may be, by the shipped word lists, apart from any text that it stands in. Most words are several things.</summary>
[Flags]
public enum NameTraits : ulong
{
    None = 0,
    Male = 1UL << 0,
    Female = 1UL << 1,
    Surname = 1UL << 2,

    /// <summary>A family name of China, Korea or Vietnam, which stands before the given name.</summary>
    FamilyFirst = 1UL << 3,

    /// <summary>A word of grammar: no part of a name, whatever its case.</summary>
    Function = 1UL << 4,

    /// <summary>An ordinary English word.</summary>
    Word = 1UL << 5,
    Calendar = 1UL << 6,
    Place = 1UL << 7,
    Demonym = 1UL << 8,
    OrganisationWord = 1UL << 9,
    PlaceWord = 1UL << 10,
    WorkWord = 1UL << 11,
    Acronym = 1UL << 12,
    MaleTitle = 1UL << 13,
    FemaleTitle = 1UL << 14,
    NeutralTitle = 1UL << 15,
    RoyalTitle = 1UL << 16,
    Role = 1UL << 17,
    Kin = 1UL << 18,
    MaleKin = 1UL << 19,
    FemaleKin = 1UL << 20,
    Saying = 1UL << 21,
    Doing = 1UL << 22,

    /// <summary>Often stands right before a name: <c>by</c>, <c>beat</c>, <c>starring</c>.</summary>
    Before = 1UL << 23,

    /// <summary>Makes the family name before it an adjective: <c>administration</c>, <c>campaign</c>.</summary>
    Adjectival = 1UL << 24,
    RoleModifier = 1UL << 25,
    Suffix = 1UL << 26,
    Particle = 1UL << 27,

    /// <summary>Has the form of a family name of some language: <c>McAllister</c>, <c>Petrenko</c>.</summary>
    SurnameForm = 1UL << 28,

    /// <summary>Begins a phrase of the look-alike or place lists.</summary>
    PhraseHead = 1UL << 29,

    /// <summary>Stands with a full stop that ends no sentence: <c>Sen.</c></summary>
    Abbreviation = 1UL << 30,

    /// <summary>Can be read as syllables of Chinese, Korean or Vietnamese names.</summary>
    EasternSyllables = 1UL << 31,

    /// <summary>Not in Latin letters.</summary>
    Foreign = 1UL << 32,

    /// <summary>Alone it more often means a firm, an award or a make.</summary>
    Company = 1UL << 33,

    /// <summary>A family name so common that two people of one full name are no surprise.</summary>
    CommonSurname = 1UL << 34,

    Given = Male | Female,
    Title = MaleTitle | FemaleTitle | NeutralTitle,
    Designator = OrganisationWord | PlaceWord | WorkWord,
}
