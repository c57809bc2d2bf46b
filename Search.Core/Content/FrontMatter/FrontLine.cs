namespace Search.Core.Content;

/// <summary>A key at the start of a line with what stands after its colon.</summary>
internal readonly record struct FrontKey(string Name, string Rest);

/// <summary>What a line of front matter looks like by itself.</summary>
internal static class FrontLine
{
    private const int MaxKeyLength = 60;

    public static bool IsBlankOrComment(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.IsEmpty || text[0] == '#';
    }

    public static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t')
            indent++;
        return indent;
    }

    /// <summary>
    /// The key that the line begins with, at the margin: letters, digits, <c>_ - .</c> and single blanks, or a quoted word, before a colon
    /// that a blank or the end of the line follows (or, for the keys that posts usually have, anything).
    /// </summary>
    public static FrontKey? Key(string line)
    {
        if (line.Length == 0)
            return null;
        int colon;
        string name;
        if (line[0] is '"' or '\'')
        {
            var close = line.IndexOf(line[0], 1);
            if (close < 2 || close > MaxKeyLength)
                return null;
            colon = close + 1;
            while (colon < line.Length && line[colon] == ' ')
                colon++;
            if (colon >= line.Length || line[colon] != ':')
                return null;
            name = line[1..close];
        }
        else
        {
            if (!char.IsLetter(line[0]) && line[0] is not ('_' or '$' or '@'))
                return null;
            colon = 0;
            while (colon < line.Length && colon <= MaxKeyLength && (char.IsLetterOrDigit(line[colon]) || line[colon] is '_' or '-' or '.' or ' ' or '$' or '@' or '/'))
                colon++;
            if (colon >= line.Length || line[colon] != ':')
                return null;
            name = line[..colon].TrimEnd();
            // "Read this first: a note" is prose, not a key.
            if (name.AsSpan().Count(' ') > 2)
                return null;
        }
        if (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t') && !FrontKeys.IsKnown(name))
            return null;
        return new FrontKey(name, line[(colon + 1)..].Trim());
    }

    /// <summary>A plain value without its comment.</summary>
    public static string WithoutComment(string value)
    {
        for (var i = 1; i < value.Length; i++)
            if (value[i] == '#' && value[i - 1] is ' ' or '\t')
                return value[..i].TrimEnd();
        return value;
    }
}
