using Search.Core.Text;

namespace Search.Core.People;

/// <summary>Tells whether two full names may be one person's: short forms, initials, middle names left out, hyphens, diacritics.</summary>
internal static class NameMatching
{
    /// <summary>
    /// True where nothing in the names speaks against one person. A suffix on one side only speaks against it: a text that says
    /// <c>Jr.</c> of one means two.
    /// </summary>
    public static bool MayBeSame(NameParts one, NameParts other, bool ignoreSuffix = false)
    {
        if (one.Style.Length > 0 || other.Style.Length > 0)
            return one.GivenKey == other.GivenKey && one.SurnameKey == other.SurnameKey && (one.Style.Length == 0 || other.Style.Length == 0 || Same(one.Style, other.Style))
                && (one.SuffixKey == other.SuffixKey || one.SuffixKey.Length == 0 || other.SuffixKey.Length == 0);
        if (!ignoreSuffix && one.SuffixKey != other.SuffixKey)
            return false;
        if (one.SurnameKey == other.SurnameKey)
            return GivenMayBeSame(one, other) && MiddleMayBeSame(one, other);
        // "Ana Ruiz-Soler", "Ana Ruiz Soler" and "Ana M. Ruiz Soler"
        return (one.SurnameKey.Contains('-', StringComparison.Ordinal) || other.SurnameKey.Contains('-', StringComparison.Ordinal)) && SameWords(WordsOf(one), WordsOf(other));
    }

    /// <summary>True where one name has a family name more behind the other's: <c>Carmen Ibarra Roldán</c>, <c>Carmen Ibarra</c>. Only a text can say that they are one.</summary>
    public static bool DifferInSecondFamilyName(NameParts one, NameParts other)
        => one.GivenKey == other.GivenKey && one.GivenKey.Length > 1 && one.SuffixKey == other.SuffixKey
            && (one.MiddleKey == other.SurnameKey && other.MiddleKey.Length == 0 || other.MiddleKey == one.SurnameKey && one.MiddleKey.Length == 0);

    private static string[] WordsOf(NameParts name) => name.Key.Replace('-', ' ').Split(' ');

    private static bool SameWords(string[] one, string[] other)
        => one.AsSpan().SequenceEqual(other) || HasInitial(one) != HasInitial(other) && WithoutInitials(one).SequenceEqual(WithoutInitials(other), StringComparer.Ordinal);

    private static bool HasInitial(string[] words) => Array.Exists(words[1..], word => word.Length == 1);

    private static IEnumerable<string> WithoutInitials(string[] words) => words.Where((word, i) => i == 0 || word.Length > 1);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool GivenMayBeSame(NameParts one, NameParts other)
    {
        var a = one.GivenKey;
        var b = other.GivenKey;
        if (a == b || GivenForms.MayBeSame(a, b))
            return true;
        if (one.Nickname.Length > 0 && NameParts.Fold(one.Nickname) == b || other.Nickname.Length > 0 && NameParts.Fold(other.Nickname) == a)
            return true;
        var aInitials = IsInitials(one.Given);
        var bInitials = IsInitials(other.Given);
        if (!aInitials && !bInitials)
            return false;
        var ia = Initials(one, aInitials);
        var ib = Initials(other, bInitials);
        return ia.StartsWith(ib, StringComparison.Ordinal) || ib.StartsWith(ia, StringComparison.Ordinal);
    }

    private static bool MiddleMayBeSame(NameParts one, NameParts other)
    {
        var a = one.MiddleKey;
        var b = other.MiddleKey;
        if (a.Length == 0 || b.Length == 0 || a == b || IsInitials(one.Given) || IsInitials(other.Given))
            return true;
        if (a.Length == 1 || b.Length == 1)
            return a[0] == b[0];
        return a.EndsWith(" " + b, StringComparison.Ordinal) || b.EndsWith(" " + a, StringComparison.Ordinal) || a.StartsWith(b + " ", StringComparison.Ordinal) || b.StartsWith(a + " ", StringComparison.Ordinal);
    }

    /// <summary><c>J.</c>, <c>J.D.</c>, <c>JD</c>.</summary>
    internal static bool IsInitials(string given)
    {
        if (given.Length is 0 or > 8)
            return false;
        var letters = 0;
        foreach (var c in given)
        {
            if (char.IsUpper(c))
                letters++;
            else if (c is not ('.' or ' '))
                return false;
        }
        return letters is >= 1 and <= 3 && (letters < 3 || given.Contains('.', StringComparison.Ordinal));
    }

    private static string Initials(NameParts name, bool areInitials)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        if (areInitials)
        {
            foreach (var c in name.GivenKey)
                if (char.IsLetter(c) && count < letters.Length)
                    letters[count++] = c;
        }
        else if (name.GivenKey.Length > 0)
        {
            letters[count++] = name.GivenKey[0];
        }
        var start = true;
        foreach (var c in name.MiddleKey)
        {
            if (start && char.IsLetter(c) && count < letters.Length)
                letters[count++] = c;
            start = c == ' ';
        }
        return letters[..count].ToString();
    }
}
