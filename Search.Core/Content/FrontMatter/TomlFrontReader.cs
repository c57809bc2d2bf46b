using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Search.Core.Content;

/// <summary>TOML to <see cref="FrontValue"/>: what the parser recovers of a broken block is kept, and each of its complaints is a problem.</summary>
internal static class TomlFrontReader
{
    private const int MaxChars = 512 * 1024;
    private const int MaxDepth = 60;
    private const int MaxDotted = 20;

    public static FrontMap Read(string text, int firstLine, ProblemLog log)
    {
        var root = new TableBuilder(firstLine);
        if (text.Length > MaxChars || Depth(text) > MaxDepth)
        {
            log.Fail("front-matter-too-large", firstLine, $"The TOML is longer than {MaxChars} characters or nested deeper than {MaxDepth} levels", "its plain lines", "Shorten it, and correct what the message names");
            return ByLines(text, firstLine);
        }
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text, "front matter", validate: false);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            log.Warn("toml-not-valid", firstLine, $"The TOML is not valid: {exception.Message}", "its plain lines", "Shorten it, and correct what the message names");
            return ByLines(text, firstLine);
        }
        if (document.HasErrors)
        {
            foreach (var error in document.Diagnostics)
                log.Warn("toml-not-valid", firstLine + error.Span.Start.Line, $"The TOML is not valid: {error.Message}", "what stands around it", "Correct the line; `key = value`, with texts in quotation marks", column: error.Span.Start.Column + 1);
        }
        foreach (var pair in document.KeyValues)
            root.Add(Path(pair.Key), Value(pair.Value, firstLine), LineOf(pair, firstLine));
        foreach (var table in document.Tables)
        {
            var target = root.Table(Path(table.Name), table is TableArraySyntax, LineOf(table, firstLine));
            foreach (var pair in table.Items)
                target.Add(Path(pair.Key), Value(pair.Value, firstLine), LineOf(pair, firstLine));
        }
        var map = root.ToMap();
        return document.HasErrors ? Complete(map, ByLines(text, firstLine)) : map;
    }

    // Keys that the parser's recovery lost, or of which it lost the value.
    private static FrontMap Complete(FrontMap map, FrontMap lines)
    {
        var entries = map.Entries.Where(entry => !entry.Value.IsNull).ToList();
        var known = entries.Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lines.Entries)
            if (known.Add(entry.Key))
                entries.Add(entry);
        return new FrontMap(entries, map.Line);
    }

    /// <summary>Lines of the form <c>key = value</c>, for what is no TOML.</summary>
    private static FrontMap ByLines(string text, int firstLine)
    {
        var entries = new List<FrontEntry>();
        var line = firstLine;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan()[range];
            var equals = content.IndexOf('=');
            var colon = content.IndexOf(':');
            if (equals < 0 || (colon >= 0 && colon < equals))
                equals = colon;
            if (equals > 0 && content[..equals].Trim() is { Length: > 0 and < 60 } key && char.IsLetter(key[0]))
            {
                var value = content[(equals + 1)..].Trim().ToString();
                FrontValue read = value switch
                {
                    ['[', ..] => TolerantFlow.Read(value, key.ToString(), line, new ProblemLog("")),
                    ['"' or '\'', ..] when FrontQuotes.Read(value, 0) is { End: > 0 } quoted => new FrontScalar(quoted.Value, true, line),
                    _ => new FrontScalar(value.Trim('"', '\''), false, line),
                };
                entries.Add(new FrontEntry(key.Trim("\"'").ToString(), read, line));
            }
            line++;
        }
        return new FrontMap(entries, firstLine);
    }

    private static int Depth(string text)
    {
        int depth = 0, deepest = 0;
        foreach (var c in text)
        {
            if (c is '[' or '{')
                deepest = Math.Max(deepest, ++depth);
            else if (c is ']' or '}')
                depth = Math.Max(0, depth - 1);
        }
        return deepest;
    }

    private static List<string> Path(KeySyntax? key)
    {
        var path = new List<string>();
        if (key?.Key is { } head)
            path.Add(Name(head));
        if (key is not null)
            foreach (var dotted in key.DotKeys)
                if (dotted.Key is { } part && path.Count < MaxDotted)
                    path.Add(Name(part));
        return path;
    }

    private static string Name(BareKeyOrStringValueSyntax key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax text => text.Value ?? "",
        _ => "",
    };

    private static int LineOf(SyntaxNode node, int firstLine) => firstLine + node.Span.Start.Line;

    private static FrontValue Value(ValueSyntax? value, int firstLine)
    {
        var line = value is null ? firstLine : LineOf(value, firstLine);
        return value switch
        {
            StringValueSyntax text => new FrontScalar(text.Value ?? "", true, line),
            ArraySyntax array => new FrontList([.. array.Items.Where(item => item.Value is not null).Select(item => Value(item.Value, firstLine))], line),
            InlineTableSyntax table => Table(table, firstLine, line),
            null => new FrontScalar("", false, line),
            _ => new FrontScalar(value.ToString()?.Trim() ?? "", false, line),
        };
    }

    private static FrontMap Table(InlineTableSyntax table, int firstLine, int line)
    {
        var builder = new TableBuilder(line);
        foreach (var item in table.Items)
            if (item.KeyValue is { } pair)
                builder.Add(Path(pair.Key), Value(pair.Value, firstLine), line);
        return builder.ToMap();
    }

    /// <summary>A table while it is being filled, because dotted keys and headers come back to one that stands above.</summary>
    private sealed class TableBuilder(int line)
    {
        private readonly List<(string Key, object Value, int Line)> entries = [];
        private readonly Dictionary<string, object> tables = [];

        public void Add(List<string> path, FrontValue value, int at)
        {
            if (path.Count == 0)
                return;
            var table = this;
            foreach (var name in path[..^1])
                table = table.Child(name, at);
            table.entries.Add((path[^1], value, at));
        }

        public TableBuilder Table(List<string> path, bool isArray, int at)
        {
            var table = this;
            for (var i = 0; i < path.Count; i++)
                table = isArray && i == path.Count - 1 ? table.NewElement(path[i], at) : table.Child(path[i], at);
            return table;
        }

        public FrontMap ToMap() => new([.. entries.Select(entry => new FrontEntry(entry.Key, Freeze(entry.Value, entry.Line), entry.Line))], line);

        private static FrontValue Freeze(object value, int line) => value switch
        {
            TableBuilder table => table.ToMap(),
            List<TableBuilder> tables => new FrontList([.. tables.Select(table => table.ToMap())], line),
            _ => (FrontValue)value,
        };

        private TableBuilder Child(string name, int at)
        {
            switch (tables.GetValueOrDefault(name))
            {
                case TableBuilder found:
                    return found;
                case List<TableBuilder> { Count: > 0 } array:
                    return array[^1];
            }
            var child = new TableBuilder(at);
            tables[name] = child;
            entries.Add((name, child, at));
            return child;
        }

        private TableBuilder NewElement(string name, int at)
        {
            var element = new TableBuilder(at);
            if (tables.GetValueOrDefault(name) is List<TableBuilder> array)
            {
                array.Add(element);
                return element;
            }
            var first = new List<TableBuilder> { element };
            tables[name] = first;
            entries.Add((name, first, at));
            return element;
        }
    }
}
