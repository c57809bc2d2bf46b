using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Finds the lines that name the author of a quoted article ("By …"), keeps the names and sets the lines aside. A line is one only where nothing
/// but names, and what they are, follows the word.
/// </summary>
internal static class Bylines
{
    private const int MaxLine = 240;
    private const int MaxNames = 8;
    private const int MaxCuts = 200;

    // The word in the languages of the sites most met; longer forms first.
    private static readonly string[] Openings =
    [
        "Story by ", "Written by ", "Reported by ", "Words by ", "Text by ", "Analysis by ", "Opinion by ", "Posted by ", "Published by ", "Guest post by ", "Article by ", "By: ", "By ", "BY ",
        "Von ", "Par ", "Escrito por ", "Por ", "Scritto da ", "Di ", "Door ", "Geschreven door ", "Av ", "Af ", "Автор: ", "Autor: ", "Author: ", "Auteur : ", "Autore: ",
    ];

    private static readonly string[] Joints = [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " with ", " — ", " – ", " • ", " | ", " / "];

    private static readonly string[] Particles = ["de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ten", "ter", "bin", "ibn", "al", "el", "und", "zu", "af", "av", "y", "st."];

    private static readonly string[] NotPeople =
    [
        "Staff", "Press", "News", "Team", "Editors", "Editor", "Desk", "Board", "Times", "Post", "Reuters", "Agency", "Agencies", "Newsroom", "Correspondent", "Bureau", "Editorial",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Contributor", "Contributors", "Writers", "Reporters", "Podcast", "Video",
        "Columnist", "Reporter", "Writer", "Host", "Anchor", "Analyst", "Professor", "Producer", "Author", "Fellow", "Historian", "Journalist", "President", "Director", "Attorney", "Senior",
        "Chief", "Executive", "Founder", "University", "Institute", "Today", "Company", "Magazine", "Network", "Opinion", "Politics", "Department", "House", "Court", "Congress", "Senate",
    ];

    /// <summary>The names, in order, without repeats.</summary>
    public static List<string> SetAside(List<DraftBlock> blocks)
    {
        var names = new List<string>();
        var cuts = 0;
        for (var i = 0; i < blocks.Count && cuts < MaxCuts; i++)
        {
            var block = blocks[i];
            if (block.IsRule || block.Aside is not null || block.Kind is not (BlockKind.Paragraph or BlockKind.Heading or BlockKind.Blockquote))
                continue;
            foreach (var (start, end) in Lines(block))
            {
                if (NamesOf(block, start, end) is not { Count: > 0 } found)
                    continue;
                foreach (var name in found)
                    if (!names.Contains(name) && names.Count < 40)
                        names.Add(name);
                i = Cut(blocks, i, start, end);
                cuts++;
                break;
            }
        }
        return names;
    }

    private static List<(int Start, int End)> Lines(DraftBlock block)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        foreach (var at in block.Breaks)
        {
            lines.Add((start, at));
            start = at;
            if (lines.Count > 6)
                return lines;
        }
        lines.Add((start, block.Text.Length));
        return lines;
    }

    private static List<string>? NamesOf(DraftBlock block, int start, int end)
    {
        var line = block.Text.AsSpan(start, end - start).Trim();
        if (line.Length is < 6 or > MaxLine)
            return null;
        foreach (var opening in Openings)
            if (line.StartsWith(opening))
                return Names(line[opening.Length..].Trim().ToString(), block, opening.Length > 4 || opening is "By: ");
        return null;
    }

    // "First Last, First Last and First Last, what they are. A date"
    private static List<string>? Names(string rest, DraftBlock block, bool isPlain)
    {
        var names = new List<string>();
        var position = 0;
        while (position < rest.Length && names.Count < MaxNames)
        {
            var end = End(rest, position, out var next);
            var part = rest[position..end].Trim();
            var isLink = block.Links.Exists(link => link.Text == part);
            if (!IsName(part, isLink))
                break;
            names.Add(Cased(part));
            position = next;
        }
        if (names.Count == 0)
            return null;
        // What follows the names is what they are, or a date; a sentence that happens to begin with a name goes on otherwise.
        var remainder = rest[Math.Min(position, rest.Length)..].Trim();
        var words = remainder.Length == 0 ? 0 : remainder.Split(' ').Length;
        var linked = block.Links.Exists(link => link.Text == names[0]);
        if (words > (linked || isPlain ? 30 : 9) || (!linked && !isPlain && remainder.Length > 0 && EndsSentence(remainder) && !remainder.Any(char.IsAsciiDigit)))
            return null;
        return names;
    }

    private static int End(string rest, int from, out int next)
    {
        var end = rest.Length;
        next = rest.Length;
        void Try(int at, int length, ref int endAt, ref int nextAt)
        {
            if (at >= 0 && at < endAt)
                (endAt, nextAt) = (at, at + length);
        }
        Try(rest.IndexOf(',', from), 1, ref end, ref next);
        Try(rest.IndexOf(';', from), 1, ref end, ref next);
        Try(rest.IndexOf('\u2022', from), 1, ref end, ref next);
        Try(rest.IndexOf('(', from), 0, ref end, ref next);
        foreach (var joint in Joints)
            Try(rest.IndexOf(joint, from, StringComparison.Ordinal), joint.Length, ref end, ref next);
        // A full stop ends the names, but not one behind an initial.
        for (var dot = rest.IndexOf(". ", from, StringComparison.Ordinal); dot >= 0 && dot < end; dot = rest.IndexOf(". ", dot + 1, StringComparison.Ordinal))
            if (dot - rest.LastIndexOf(' ', dot) > 3)
            {
                Try(dot, 2, ref end, ref next);
                break;
            }
        if (rest.AsSpan(next).StartsWith(" and "))
            next += 5;
        else if (rest.AsSpan(next).TrimStart().StartsWith("and "))
            next = rest.IndexOf("and ", next, StringComparison.Ordinal) + 4;
        return end;
    }

    private static bool IsName(string part, bool isLink)
    {
        part = part.TrimEnd('.');
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 5 || words.Length < (isLink ? 1 : 2) || part.Length > 50)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("\u2019s", StringComparison.Ordinal) || NotPeople.Contains(word) || MonthNames.Number(word.TrimEnd('.')) > 0 && i == 0)
                return false;
            // An acronym, unless the whole line is in capitals.
            if (word.Length >= 3 && word.All(char.IsUpper) && part.Any(char.IsLower))
                return false;
            if (i > 0 && i < words.Length - 1 && Particles.Contains(word))
                continue;
            if (!char.IsLetter(word[0]) || (char.IsLower(word[0]) && !Particles.Contains(word)) || word.Any(c => char.IsDigit(c) || c is '/' or ':' or '@' or '#' or '"' or '\u201C'))
                return false;
        }
        // "The White House" is none, "A" is a word.
        return words[0] is not ("The" or "A" or "An" or "This" or "That" or "All" or "Any" or "My" or "Our" or "Die" or "Der" or "Das" or "El" or "La" or "Los" or "Les" or "Le" or "Il");
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or ':';

    // DAVID KLEPPER
    private static string Cased(string name)
    {
        name = name.TrimEnd('.');
        if (name.Any(char.IsLower) || name.Length < 6)
            return name;
        var cased = name.ToCharArray();
        for (var i = 1; i < cased.Length; i++)
            if (char.IsLetter(cased[i - 1]) || cased[i - 1] is '\'' or '\u2019' && i > 2 && char.IsLetter(cased[i - 3]))
                cased[i] = char.ToLowerInvariant(cased[i]);
        return new string(cased);
    }

    // The line leaves its block; what remains of the block is dropped with it where it is only a date.
    private static int Cut(List<DraftBlock> blocks, int index, int start, int end)
    {
        var block = blocks[index];
        var before = block.Text[..start].TrimEnd();
        var after = block.Text[end..].TrimStart();
        if ((before.Length == 0 || IsDateline(before)) && (after.Length == 0 || IsDateline(after)))
        {
            block.Aside = AsideKind.Byline;
            return index;
        }
        var pieces = new List<DraftBlock>();
        if (before.Length > 0)
            pieces.Add(Piece(block, 0, before.Length, null));
        pieces.Add(Piece(block, start, block.Text[..end].TrimEnd().Length, AsideKind.Byline));
        if (after.Length > 0)
            pieces.Add(Piece(block, block.Text.Length - after.Length, block.Text.Length, IsDateline(after) ? AsideKind.Byline : null));
        if (before.Length > 0 && IsDateline(before))
            pieces[0].Aside = AsideKind.Byline;
        blocks.RemoveAt(index);
        blocks.InsertRange(index, pieces);
        // What stands after the line may hold another.
        return after.Length > 0 ? index + pieces.Count - 2 : index + pieces.Count - 1;
    }

    private static DraftBlock Piece(DraftBlock block, int start, int end, AsideKind? aside) => new()
    {
        Kind = block.Kind,
        Line = block.Line + block.Breaks.Count(at => at <= start),
        Depth = block.Depth,
        Text = block.Text[start..end],
        Anchor = block.Anchor,
        Aside = aside,
        Links = [.. block.Links.Where(link => link.Start >= start && link.Start + link.Length <= end).Select(link => link with { Start = link.Start - start })],
        Breaks = [.. block.Breaks.Where(at => at > start && at < end).Select(at => at - start)],
    };

    // "Aug. 4, 2025, 9:01 AM EDT", "Updated 5:35 PM EDT, October 25, 2024"
    private static bool IsDateline(string text)
    {
        if (text.Length > 70 || text.Split(' ').Length > 12)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) && !char.IsLetter(text[i]))
                continue;
            if ((i == 0 || text[i - 1] is ' ' or '\n' or ',') && DateReader.Read(text[i..], TimeZoneInfo.Utc) is not null)
                return true;
        }
        return false;
    }
}
