using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>Recognises the lines of a transcript, <c>NAME: words</c>, with or without a quotation mark before the name.</summary>
internal static class Transcript
{
    private const int MaxLabel = 48;

    /// <summary>A speaker's label at the head of a paragraph.</summary>
    /// <param name="Start">Start of the name.</param>
    /// <param name="End">End of the name.</param>
    /// <param name="Words">Offset of the first word after the colon.</param>
    /// <param name="Shouted">True where the name is in capitals throughout.</param>
    public readonly record struct Label(int Start, int End, int Words, bool Shouted);

    /// <summary>
    /// The labels of a post's blocks, null for those without one; none at all where the post is no transcript. A label is a person's name, or stands in
    /// capitals at the head of a paragraph; in a transcript somebody speaks twice.
    /// </summary>
    public static Label?[] Labels(string text, IReadOnlyList<TextBlock> blocks, PersonMentions people)
    {
        var found = new Label?[blocks.Count];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var isTranscript = false;
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].Kind is BlockKind.Heading or BlockKind.TableRow || Read(text, blocks[b].Start, blocks[b].End) is not { } label)
                continue;
            var m = people.FirstFrom(label.Start);
            var isPerson = m < people.Count && people[m].Start < label.End && people[m].End >= label.End - 1;
            if (!isPerson && (!label.Shouted || blocks[b].Kind == BlockKind.ListItem || !CanBeName(text.AsSpan(label.Start, label.End - label.Start))))
                continue;
            found[b] = label;
            var name = text[label.Start..label.End];
            lines[name] = lines.GetValueOrDefault(name) + 1;
            isTranscript |= lines[name] >= 2 || isPerson && label.Shouted && lines.Count >= 2;
        }
        return isTranscript ? found : new Label?[blocks.Count];
    }

    /// <summary>False for labels that are no one's name: <c>THE FACTS</c>, <c>WHAT SHE SAID</c>, <c>CLAIM</c>.</summary>
    public static bool CanBeName(ReadOnlySpan<char> label)
    {
        foreach (var range in label.Split(' '))
        {
            var word = label[range].Trim(".,()");
            if (!word.IsEmpty && (Quotes.Words.Of(word) is not (WordKind.Capital or WordKind.Time) || SpeechVerbs.Of(word).Class != VerbClass.None))
                return false;
        }
        return true;
    }

    /// <summary>The label that a paragraph opens with; null where it opens with none. A handle (<c>@Name:</c>) is the site's author, not a speaker.</summary>
    public static Label? Read(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '“' or '"' or '*' or '_'))
            start++;
        if (start >= end || !char.IsUpper(text[start]))
            return null;
        var colon = text.AsSpan(start, Math.Min(MaxLabel, end - start)).IndexOfAny(":\n”\"");
        if (colon < 2 || text[start + colon] != ':')
            return null;
        colon += start;
        var words = colon + 1;
        if (words >= end || !char.IsWhiteSpace(text[words]))
            return null;
        while (words < end && char.IsWhiteSpace(text[words]))
            words++;
        if (words >= end)
            return null;
        int letters = 0, upper = 0, parts = 1, bracket = 0;
        for (var i = start; i < colon; i++)
        {
            var c = text[i];
            if (c == '(')
                bracket++;
            else if (c == ')')
                bracket--;
            if (bracket > 0 || c == ')')
                continue;
            if (char.IsLetter(c))
            {
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
            }
            else if (c == ' ')
                parts++;
            else if (c is not ('.' or '-' or '’' or '\'' or ','))
                return null;
        }
        if (letters < 2 || parts > 6)
            return null;
        return new Label(start, colon, words, upper == letters || letters > 4 && upper * 5 >= letters * 4);
    }
}
