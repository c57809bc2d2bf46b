using System.Collections.Frozen;

namespace Search.Core.Text;

/// <summary>Which given names can be forms of one name: short and full forms, and spellings. That they can be proves nothing of two people.</summary>
internal static class GivenForms
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Usual = Read("short", "spelling");
    private static readonly FrozenDictionary<string, FrozenSet<string>> Any = Read("short", "spelling", "own-name");

    /// <summary>True for equal names, a short form and its full form (<c>bill</c>, <c>william</c>) and spellings of one name (<c>steven</c>, <c>stephen</c>), folded.</summary>
    public static bool MayBeSame(string one, string other) => one == other || Usual.TryGetValue(one, out var forms) && forms.Contains(other) || Usual.TryGetValue(other, out forms) && forms.Contains(one);

    /// <summary>The same, with short forms that are mostly names of their own (<c>sadie</c>, <c>sarah</c>) and two short forms of one name (<c>mike</c>, <c>mikey</c>).</summary>
    public static bool CanBeOneName(string one, string other)
    {
        if (one == other)
            return true;
        var forms = Any.GetValueOrDefault(one);
        var others = Any.GetValueOrDefault(other);
        return forms is not null && forms.Contains(other) || others is not null && others.Contains(one) || forms is not null && others is not null && forms.Overlaps(others);
    }

    private static FrozenDictionary<string, FrozenSet<string>> Read(params string[] sections)
    {
        var read = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (section, line) in WordLists.Read(WordLists.Nicknames))
        {
            if (!sections.Contains(section))
                continue;
            var names = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Of a short form the others are full ones and no forms of each other; of spellings each is one of all.
            for (var i = 0; i < (section == "spelling" ? names.Length : 1); i++)
            {
                if (!read.TryGetValue(names[i], out var forms))
                    read[names[i]] = forms = new HashSet<string>(StringComparer.Ordinal);
                forms.UnionWith(names.Where((_, other) => other != i));
            }
        }
        return read.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
