namespace Search.Core.Content;

/// <summary>
/// Front matter of any notation to one map of keys: strict first, tolerant where that fails or where the result lacks keys that anybody can
/// see; duplicate keys merged, misspelt keys read as the key that was meant.
/// </summary>
internal static class FrontMatterReader
{
    private const int MaxMerges = 100;
    private const char TabInText = '\uFDDF';

    /// <summary>The keys of the block and the body that belongs to it (which changes where the closing fence was missing).</summary>
    public static (FrontMap Keys, FrontMatterBlock Block) Read(FrontMatterBlock block, ProblemLog log)
    {
        switch (block.Notation)
        {
            case FrontNotation.None:
                return (FrontMap.Empty, block);
            case FrontNotation.Toml:
                return (Tidy(TomlFrontReader.Read(block.Content, block.Line, log), log), block);
            case FrontNotation.Json:
                return (Tidy(JsonFrontReader.Read(block.Content, block.Line, log), log), block);
            case FrontNotation.Script:
                return (Tidy(ScriptFrontReader.Read(block.Content, block.Line), log), block);
            default:
                var (keys, read) = ReadYaml(block, log);
                if (block.Content.Contains('\t'))
                    keys = (FrontMap)RestoreTabs(keys);
                return (Tidy(keys, log), read);
        }
    }

    /// <summary>A configuration file in YAML: as lenient, but no key is taken for another.</summary>
    public static FrontMap ReadSettings(string text, ProblemLog log)
    {
        var content = FrontMargins.Indent(WithoutTabs(text, 1, log), 1, log);
        if (YamlReader.Read(content, 1, out var error, out var errorLine) is FrontMap map && !LacksKeys(content, map, 1))
            return map;
        if (error is not null)
            log.Warn("yaml-not-valid", errorLine, $"The file is not valid YAML: {error}", "each key on its own", "Put values with special characters into quotation marks, and close every bracket");
        return TolerantYaml.Read(content, 1, log);
    }

    private static (FrontMap Keys, FrontMatterBlock Block) ReadYaml(FrontMatterBlock block, ProblemLog log)
    {
        var content = FrontMargins.Indent(WithoutTabs(block.Content, block.Line, log), block.Line, log);
        var value = YamlReader.Read(content, block.Line, out var error, out var errorLine);
        if (value is FrontMap map && !LacksKeys(content, map, block.Line) && !HoldsProse(map))
            return (map, block);
        if (value is null && error is null && content.AsSpan().Trim().IsEmpty)
            return (FrontMap.Empty, block);
        // Strict readers say where a block is broken; one whose closing fence is missing breaks where the prose begins.
        if (block.IsClosed && FrontMatterSplitter.CutWhereProseBegins(block) is { } cut && LooksUnclosed(cut, block))
        {
            log.Warn("front-matter-not-closed", block.Line - 1, "The fence that ends the front matter is missing", $"front matter to line {cut.BodyLine - 1}", "Write --- on a line of its own below the last key");
            return ReadYaml(cut with { IsClosed = false }, log);
        }
        if (value is FrontMap odd && !LacksKeys(content, odd, block.Line))
            return (odd, block);
        if (error is not null)
            log.Warn("yaml-not-valid", errorLine, $"The front matter is not valid YAML: {error}", "each key on its own", "Put values with special characters into quotation marks, and close every bracket");
        else
            log.Warn("yaml-swallows-keys", block.Line, "Some keys of the front matter are part of another key's value", "each key on its own", "Close the quotation mark or bracket above");
        return (TolerantYaml.Read(content, block.Line, log), block);
    }

    // Only where much follows the cut: a single stray line among keys is no body.
    private static bool LooksUnclosed(FrontMatterBlock cut, FrontMatterBlock whole)
    {
        var rest = whole.Content.Split('\n')[(cut.BodyLine - cut.Line)..];
        var keys = rest.Count(line => FrontLine.Key(line) is { } key && FrontKeys.IsKnown(key.Name));
        var prose = rest.Count(line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && FrontLine.Key(line) is null);
        return keys == 0 && prose >= 1;
    }

    // A tab between the items of a list is what strict readers stumble over most. As a blank it means the same.
    private static string WithoutTabs(string content, int firstLine, ProblemLog log)
    {
        if (!content.Contains('\t'))
            return content;
        var line = firstLine;
        foreach (var range in content.AsSpan().Split('\n'))
        {
            var text = content.AsSpan()[range];
            var tab = text.IndexOf('\t');
            if (tab >= 0)
            {
                if (text[..tab].IsWhiteSpace() && text.TrimStart() is ['-', ..] or [not '#', ..])
                    log.Info("tab-indent", line, "A tab indents this line; YAML knows only blanks", "blanks", "Indent with blanks", tab + 1);
                else if (text.Contains('['))
                    log.Info("tab-in-flow-list", line, "A tab stands in this list; strict YAML readers reject it", "as it stands", "Write a blank between items; within one, \\t and quotation marks around it", tab + 1);
                else if (text.TrimStart() is not ['#', ..])
                    log.Info("tab-in-front-matter", line, "A tab stands in this line; strict YAML readers may reject it", "a blank", "Write a blank instead", tab + 1);
            }
            line++;
        }
        return Blank(content);
    }

    // Between two words of a value a tab belongs to the value; it is kept as a mark that the YAML readers take for a letter.
    private static string Blank(string content) => string.Create(content.Length, content, static (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            span[i] = text[i] != '\t' ? text[i] : i > 0 && i + 1 < text.Length && IsText(text[i - 1]) && IsText(text[i + 1]) ? TabInText : ' ';
    });

    private static bool IsText(char c) => !char.IsWhiteSpace(c) && c is not (',' or '[' or ']' or '{' or '}' or '"' or '\'' or ':' or '#' or '-' or '|' or '>');

    private static FrontValue RestoreTabs(FrontValue value, int depth = 0) => value switch
    {
        FrontScalar scalar => scalar.Text.Contains(TabInText) ? scalar with { Text = scalar.Text.Replace(TabInText, '\t') } : scalar,
        FrontList list when depth < 8 => list with { Items = [.. list.Items.Select(item => RestoreTabs(item, depth + 1))] },
        FrontMap map when depth < 8 => map with { Entries = [.. map.Entries.Select(entry => entry with { Value = RestoreTabs(entry.Value, depth + 1) })] },
        _ => value,
    };

    // "The first sentence of the body: it has a colon" is a key to YAML.
    private static bool HoldsProse(FrontMap map)
    {
        foreach (var entry in map.Entries)
            if (entry.Key.AsSpan().Count(' ') > 2)
                return true;
        return false;
    }

    // A quotation mark that is not closed swallows the keys below it, and the result is still valid YAML.
    private static bool LacksKeys(string content, FrontMap map, int firstLine)
    {
        var lines = new HashSet<int>(map.Entries.Count);
        foreach (var entry in map.Entries)
            lines.Add(entry.Line);
        var line = firstLine;
        foreach (var range in content.AsSpan().Split('\n'))
        {
            var text = content.AsSpan()[range];
            if (!text.IsEmpty && char.IsLetter(text[0]) && !lines.Contains(line) && FrontLine.Key(text.ToString()) is { } key && FrontKeys.IsKnown(key.Name))
                return true;
            line++;
        }
        return false;
    }

    private static FrontMap Tidy(FrontMap map, ProblemLog log)
    {
        var entries = new List<FrontEntry>(map.Entries.Count);
        var places = new Dictionary<string, int>(map.Entries.Count);
        var merges = 0;
        foreach (var entry in map.Entries)
        {
            var key = Clean(entry.Key);
            if (!places.TryGetValue(key, out var at))
            {
                places.Add(key, entries.Count);
                entries.Add(entry with { Key = key });
                continue;
            }
            // Each merge copies; nobody writes a key a hundred times.
            if (++merges > MaxMerges)
                continue;
            var merged = Merge(entries[at].Value, entry.Value, FrontKeys.IsOfNames(key));
            log.Warn("duplicate-key", entry.Line, $"The key `{key}` stands on line {entries[at].Line} already", "both together", "Keep one of them");
            entries[at] = entries[at] with { Value = merged };
        }
        var present = entries.Where(entry => !entry.Value.IsNull).Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < entries.Count && i < 200; i++)
        {
            var entry = entries[i];
            if (FrontKeys.Meant(entry.Key, entry.Value, present.Contains) is not { } meant)
                continue;
            log.Warn("misspelt-key", entry.Line, $"The key `{entry.Key}` is unknown", meant, $"Write `{meant}:`");
            entries[i] = entry with { Key = meant };
            present.Add(meant);
        }
        return new FrontMap(entries, map.Line);
    }

    // Lists become one list without repeats, and so do single names where a list is meant; of two other single values the last that says something stands.
    private static FrontValue Merge(FrontValue first, FrontValue second, bool isOfNames)
    {
        if (first is not FrontList && second is not FrontList && !(isOfNames && first is FrontScalar { AsText: { } one } && second is FrontScalar { AsText: { } other } && one != other))
            return second.IsNull || second.AsText is "" ? first : second;
        var items = new List<FrontValue>();
        var seen = new HashSet<string>();
        foreach (var value in new[] { first, second })
            foreach (var item in value is FrontList list ? list.Items : [value])
                if (item is not FrontScalar { } scalar || (!scalar.IsNull && seen.Add(scalar.Text.Trim())))
                    items.Add(item);
        return new FrontList(items, first.Line);
    }

    private static string Clean(string key) =>
        key.AsSpan().IndexOfAny('\u200B', '\uFEFF', '\u2060') < 0 ? key.Trim() : string.Concat(key.Split('\u200B', '\uFEFF', '\u2060')).Trim();
}
