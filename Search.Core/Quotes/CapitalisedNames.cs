using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>Stands in for the recognition of persons until the People room gives it: runs of capitalised words with a surname known from a longer run.</summary>
internal static class CapitalisedNames
{
    private static readonly HashSet<string> Titles = new("Said Mr. Mrs. Ms. Dr. Sen. Rep. Gov. President Senator Governor Secretary Judge Justice Gen. Sens. Mayor Chief Former Vice Representative Congressman Congresswoman Sheriff Prime Minister Attorney General Republican Democratic Democrat Rival Spokeswoman Spokesman Professor Activist Mr Mrs Ms Dr Sen Rep Gov House Speaker Press Senate White Majority Minority Leader Director Supreme Court Defense State Libertarian".Split(' '));
    private static readonly HashSet<string> Not = new("Gazette House Department Post Times University Committee Party News Court Senate Congress Street States America American Journal Bureau Center Institute Association Commission Foundation Agency Press Network Council Act Bank Tower Island Beach City County Park School College Church Union Service Force Air Oval Office National International Democrats Republicans Security Justice Homeland Wall Capitol Hill District Northern Southern Eastern Western North South East West New York Washington Florida Texas Ohio California Michigan Iowa".Split(' '));

    public static PersonMentions Read(Post post)
    {
        var text = post.Text;
        var runs = new List<(int Start, int End)>();
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsUpper(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1])) { i++; continue; }
            int start = -1, end = i, k = i;
            while (k < text.Length && char.IsUpper(text[k]))
            {
                var stop = k + 1;
                while (stop < text.Length && (char.IsLetter(text[stop]) || text[stop] is '-' or '’' or '\'' && stop + 1 < text.Length && char.IsLetter(text[stop + 1]) && text[stop + 1] != 's')) stop++;
                var word = text[k..stop];
                if (stop < text.Length && text[stop] == '.' && (stop - k == 1 || Titles.Contains(word + "."))) { stop++; word = text[k..stop]; }
                if (Words.Of(word) is not WordKind.Capital && word.Length > 1 || Not.Contains(word) && start >= 0) { k = stop; break; }
                if (!Titles.Contains(word)) { if (start < 0) start = k; end = stop; }
                else if (start >= 0) break;
                k = stop;
                if (k + 1 < text.Length && text[k] == ' ' && char.IsUpper(text[k + 1])) k++;
                else break;
            }
            if (start >= 0 && !Not.Contains(text[start..end].Split(' ')[^1])) runs.Add((start, end));
            i = Math.Max(k, i + 1);
        }
        var persons = new Dictionary<string, int>();
        var names = new List<string>();
        foreach (var (s, e) in runs)
        {
            var name = text[s..e]; var last = name.Split(' ')[^1];
            if (name.Contains(' ') && !persons.ContainsKey(last)) { persons[last] = names.Count; names.Add(name); }
        }
        var mentions = new List<PersonMention>();
        foreach (var (s, e) in runs)
        {
            var name = text[s..e]; var last = name.Split(' ')[^1];
            if (persons.TryGetValue(last, out var p)) mentions.Add(new PersonMention(s, e, p));
        }
        return new PersonMentions([.. mentions], [.. names], new PersonGender[names.Count]);
    }
}
