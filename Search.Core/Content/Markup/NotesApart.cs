namespace Search.Core.Content;

/// <summary>
/// Moves footnotes that stand right below a definition to the end of a body: kramdown ends the definition there, Markdig takes them for its words.
/// </summary>
internal static class NotesApart
{
    /// <summary>The body with such notes behind it; lines above the end stay where they are.</summary>
    /// <param name="markdown">A body.</param>
    /// <param name="origin">Takes, for each line that is added at the end, the one that it was moved from; both count from 0.</param>
    /// <param name="count">Number of the body's own lines.</param>
    public static string MoveOut(string markdown, List<int> origin, out int count)
    {
        count = int.MaxValue;
        if (!markdown.Contains("\n[^", StringComparison.Ordinal) || !(markdown.StartsWith(':') || markdown.Contains("\n:", StringComparison.Ordinal)))
            return markdown;
        var lines = markdown.Split('\n');
        var moved = new List<string>();
        var fence = "";
        bool inDefinition = false, inNote = false;
        for (var i = 0; i < lines.Length; i++)
        {
            fence = Fences.After(fence, lines[i]);
            if (fence.Length > 0 || string.IsNullOrWhiteSpace(lines[i]))
                inDefinition = inNote = false;
            else if (lines[i] is [':', ' ' or '\t', ..])
                (inDefinition, inNote) = (true, false);
            else if (inDefinition && Footnotes.Label(lines[i]) is not null)
                inNote = true;
            if (!inNote)
                continue;
            if (Footnotes.Label(lines[i]) is not null)
                Add("", i);
            Add(lines[i], i);
            lines[i] = "";
        }
        if (moved.Count == 0)
            return markdown;
        count = lines.Length;
        return string.Join('\n', lines.Concat(moved));

        void Add(string line, int from)
        {
            moved.Add(line);
            origin.Add(from);
        }
    }
}
