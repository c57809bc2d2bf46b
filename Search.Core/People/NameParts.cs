using Search.Core.Text;

namespace Search.Core.People;

/// <summary>A name taken apart, as written. <see cref="Full"/> puts it together again, without titles but for those of rulers and clergy.</summary>
/// <param name="Given">First name or initials; empty where only a family name is known.</param>
/// <param name="Middle">What stands between, with blanks; may be empty.</param>
/// <param name="Surname">Family name with its particles; empty for people of one name.</param>
/// <param name="Suffix"><c>Jr.</c>, <c>III</c>; empty where there is none.</param>
/// <param name="Nickname">A name in marks within the name; empty where there is none.</param>
/// <param name="Style">Title without which a name of one word is not the full name: <c>Prince</c>, <c>Pope</c>; empty where there is none.</param>
/// <param name="FamilyFirst">True where the family name stands first.</param>
public sealed record NameParts(string Given, string Middle, string Surname, string Suffix = "", string Nickname = "", string Style = "", bool FamilyFirst = false)
{
    private string? _key;
    private string? _givenKey;
    private string? _middleKey;
    private string? _surnameKey;
    private string? _suffixKey;

    /// <summary>True where a given and a family name, or a name with the title of a ruler, are known.</summary>
    public bool IsFull => Given.Length > 0 && Surname.Length > 0 || Style.Length > 0;

    /// <summary>The name in its usual order, without a nickname.</summary>
    public string Full => FamilyFirst ? Join(Style, Surname, Middle, Given, Suffix) : Join(Style, Given, Middle, Surname, Suffix);

    /// <summary>Given and family name and suffix.</summary>
    public string WithoutMiddle => FamilyFirst ? Join(Style, Surname, "", Given, Suffix) : Join(Style, Given, "", Surname, Suffix);

    internal string Key => _key ??= Fold(Full);

    internal string GivenKey => _givenKey ??= Fold(Given);

    internal string MiddleKey => _middleKey ??= Fold(Middle);

    internal string SurnameKey => _surnameKey ??= Fold(Surname);

    internal string SuffixKey => _suffixKey ??= Fold(Suffix);

    /// <summary>The form in which names are compared: folded, without full stops and commas, hyphens and apostrophes in one form.</summary>
    public static string Fold(string name) => name.Length == 0 ? "" : Vocabulary.Normal(Folding.Fold(name)).Replace(",", "", StringComparison.Ordinal).Trim();

    /// <summary>A family name as it is written without the Arabic article: <c>assad</c> for <c>al-assad</c>; null where it has none.</summary>
    internal static string? WithoutArticle(string surnameKey)
    {
        var hyphen = surnameKey.IndexOf('-', StringComparison.Ordinal);
        return hyphen is 2 or 3 && surnameKey.Length - hyphen > 3 && surnameKey[..hyphen] is "al" or "el" or "ul" or "ad" or "ar" or "as" or "ash" or "at" or "az" or "an" ? surnameKey[(hyphen + 1)..] : null;
    }

    private static string Join(string a, string b, string c, string d, string e)
    {
        var joined = d;
        if (c.Length > 0)
            joined = joined.Length > 0 ? c + " " + joined : c;
        if (b.Length > 0)
            joined = joined.Length > 0 ? b + " " + joined : b;
        if (a.Length > 0)
            joined = joined.Length > 0 ? a + " " + joined : a;
        return e.Length > 0 ? joined + " " + e : joined;
    }
}
