namespace Search.Core.Tagging;

/// <summary>Whether letters can be the acronym of words.</summary>
internal static class Acronym
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "of", "the", "and", "for", "in", "on", "to", "a", "de", "del", "la", "et", "und", "der", "des" };

    /// <summary>True for text written as an acronym: three capitals or more and nothing else but stops.</summary>
    public static bool IsWritten(string text) => text.Length >= 3 && text.All(c => char.IsUpper(c) || c == '.') && text.Count(char.IsUpper) >= 3;

    /// <summary>Cuts off an acronym that stands behind its expansion without brackets or with one: <c>Employment Commission EC)</c>. Returns its key, or null.</summary>
    public static string? CutBehind(ref string core)
    {
        var blank = core.LastIndexOf(' ');
        var last = blank < 0 ? "" : core[(blank + 1)..].Trim('(', ')');
        if (blank <= 0 || !IsWritten(last))
            return null;
        var rest = TagText.Trim(core[..blank]);
        var key = TagWords.Key(last);
        if (!Fits(key, TagWords.Key(rest)))
            return null;
        core = rest;
        return key;
    }

    /// <summary>
    /// True where <paramref name="acronym"/> has the first letters of the words of <paramref name="key"/>, all or without the small ones,
    /// in order; letters inside a word may follow (<c>NIDOCD</c>, <c>DoD</c>), but half of them stand at the beginning of words.
    /// </summary>
    public static bool Fits(string acronym, string key)
    {
        var words = TagWords.Split(key);
        var initials = string.Concat(words.Select(word => word[0]));
        var main = string.Concat(words.Where(word => !Small.Contains(word)).Select(word => word[0]));
        if (acronym == initials || acronym == main)
            return true;
        if (words.Length < 2 || acronym.Length < 2 || acronym[0] != words[0][0] && (words[0] is not ("united" or "us") || acronym[0] != 'u'))
            return false;
        int at = 0, starts = 0;
        foreach (var word in words)
        {
            if (at < acronym.Length && word[0] == acronym[at])
            {
                starts++;
                at++;
                for (var i = 1; i < word.Length && at < acronym.Length && word[i] == acronym[at] && !main.AsSpan(Math.Min(starts, main.Length)).StartsWith(acronym.AsSpan(at, 1)); i++)
                    at++;
            }
        }
        return at == acronym.Length && starts >= 2 && starts * 2 >= acronym.Length;
    }
}
