using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// What was meant as a list of names (tags, categories, people, authors), however it is written: a list, a string with commas, a string with a
/// bracket missing, a list in a list, a mapping where a name contains <c>: </c>.
/// </summary>
internal static class Listing
{
    private const int MaxItems = 5000;
    private const int MaxVisits = 20_000;

    /// <summary>How a single string without commas is to be read.</summary>
    public enum Words
    {
        /// <summary>As one name.</summary>
        OneName,

        /// <summary>As names parted by blanks, as Jekyll does.</summary>
        ManyNames,
    }

    /// <summary>The names as written, trimmed, without empty ones, in order; repeats kept.</summary>
    public static List<string> Read(string key, FrontValue? value, Words words, ProblemLog log)
    {
        var names = new List<string>();
        if (value is null or { IsNull: true })
            return names;
        if (value is FrontScalar scalar)
            ReadString(key, scalar, words, names, log);
        else
        {
            var budget = MaxVisits;
            Flatten(key, value, names, 0, ref budget, log);
        }
        return names;
    }

    private static void ReadString(string key, FrontScalar scalar, Words words, List<string> names, ProblemLog log)
    {
        var text = scalar.Text.Trim();
        var open = text.StartsWith('[');
        var close = text.EndsWith(']') && text.AsSpan().Count('[') < text.AsSpan().Count(']');
        if (open || close)
        {
            if (open != close && !text.EndsWith(']') || !open)
                log.Warn("missing-bracket", scalar.Line, $"A bracket is missing around the value of `{key}`", "a list", "Write the list in [ and ]");
            text = open ? text[1..] : text;
            text = text.EndsWith(']') ? text[..^1] : text;
            SplitAtCommas(text, names);
            return;
        }
        if (text.Contains(','))
        {
            log.Info("string-for-list", scalar.Line, $"The value of `{key}` is a string, not a list", "a list parted at its commas", "Write it in [ and ]");
            SplitAtCommas(text, names);
        }
        else if (words == Words.ManyNames)
            foreach (var word in text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
                Add(word, names);
        else
            Add(text, names);
    }

    private static void SplitAtCommas(string text, List<string> names)
    {
        foreach (var part in text.Split([',', '\n'], MaxItems))
            Add(part.Trim().Trim('"'), names);
    }

    private static void Flatten(string key, FrontValue value, List<string> names, int depth, ref int budget, ProblemLog log)
    {
        // Shared anchors make a small block into a large tree.
        if (names.Count >= MaxItems || depth > 8 || --budget < 0)
            return;
        switch (value)
        {
            case FrontScalar scalar when !scalar.IsNull:
                Add(scalar.Text, names);
                break;
            case FrontList list:
                foreach (var item in list.Items)
                {
                    if (names.Count >= MaxItems)
                    {
                        log.Warn("too-many-items", list.Line, $"`{key}` has more than {MaxItems} items", $"the first {MaxItems}", "Shorten the list");
                        return;
                    }
                    Flatten(key, item, names, depth + 1, ref budget, log);
                }
                break;
            // {name: Ann, url: …}: what it is called is its name.
            case FrontMap map when depth > 0 && (map.Text("name") ?? map.Text("title") ?? map.Text("label") ?? map.Text("slug")) is { } name:
                Add(name, names);
                break;
            case FrontMap map:
                foreach (var entry in map.Entries)
                {
                    if (names.Count >= MaxItems)
                        return;
                    FlattenEntry(key, entry, names, depth, ref budget, log);
                }
                break;
        }
    }

    private static void FlattenEntry(string key, FrontEntry entry, List<string> names, int depth, ref int budget, ProblemLog log)
    {
        if (entry.Value is FrontList or FrontMap)
        {
            // tags: [tags: [a, b]]
            log.Warn("nested-list", entry.Line, $"A list named `{entry.Key}` stands inside `{key}`", "its items", "Write one list");
            Flatten(key, entry.Value, names, depth + 1, ref budget, log);
        }
        else if (entry.Value.AsText is { } text)
        {
            if (entry.Key is "name" && depth == 0)
                Add(text, names);
            else if (depth > 0)
            {
                // A name with ": " in it is a mapping to YAML.
                log.Info("colon-in-item", entry.Line, $"An item of `{key}` contains a colon and a blank, which makes it a mapping", $"{entry.Key}: {text}", "Put the item into quotation marks");
                Add($"{entry.Key}: {text}", names);
            }
        }
        else
            Add(depth > 0 && entry.Key.Length > 0 ? entry.Key : "", names);
    }

    private static void Add(string name, List<string> names)
    {
        name = Invisible.Strip(Folding.WellFormed(name)).Trim();
        if (name.Length > 0 && names.Count < MaxItems)
            names.Add(name);
    }
}
