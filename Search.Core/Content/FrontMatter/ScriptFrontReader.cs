using System.Globalization;
using System.Text;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// Front matter written as JavaScript: an object literal, or constants one below the other. Literals are read, <c>new Date("…")</c> as the text
/// in it; nothing is run, and a key whose value is worked out by the program is left out.
/// </summary>
internal sealed class ScriptFrontReader
{
    private const int MaxDepth = 20;

    // An address that a program works out is not known, and not the one that the file's place would give.
    private const string WorkedOut = "{{ permalink }}";

    private readonly string text;
    private int at;
    private int line;
    private int counted;

    private ScriptFrontReader(string text, int firstLine)
    {
        this.text = text;
        line = firstLine;
    }

    /// <summary>The keys of a block, or of the object that a data file exports; empty where it has none.</summary>
    public static FrontMap Read(string text, int firstLine)
    {
        var reader = new ScriptFrontReader(text, firstLine);
        reader.Blanks();
        var entries = new List<FrontEntry>();
        if (reader.Peek() is '{' or '(')
            return reader.Value(0) as FrontMap ?? FrontMap.Empty;
        while (reader.at < text.Length)
        {
            var line = reader.Line();
            if (reader.Exported())
                return reader.Value(0) as FrontMap ?? FrontMap.Empty;
            if (reader.Constant() is { } name && reader.Value(0) is { } value)
                entries.Add(new FrontEntry(name, value, line));
            reader.SkipTo('\n');
            reader.at++;
            reader.Blanks();
        }
        return new FrontMap(entries, firstLine);
    }

    // export default, module.exports =
    private bool Exported()
    {
        if (Take("export default"))
        {
            Blanks();
            return Peek() == '{';
        }
        if (!Take("module.exports"))
            return false;
        Blanks();
        if (!Take("="))
            return false;
        Blanks();
        return Peek() == '{';
    }

    private string? Constant()
    {
        _ = Take("export ");
        if (!Take("const ") && !Take("let ") && !Take("var "))
            return null;
        Blanks();
        var name = Name();
        Blanks();
        if (name.Length == 0 || !Take("="))
            return null;
        Blanks();
        return name;
    }

    // Null for what is no literal; then it is passed over.
    private FrontValue? Value(int depth)
    {
        Blanks();
        var line = Line();
        if (depth > MaxDepth || at >= text.Length)
            return null;
        switch (text[at])
        {
            case '(':
                at++;
                return Value(depth + 1);
            case '{':
                return Object(line, depth);
            case '[':
                return List(line, depth);
            case '"' or '\'' or '`':
                return Quoted() is { } words ? new FrontScalar(words, true, line) : null;
        }
        if (Take("new Date("))
            return Date(line);
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '-' or '_' or '+'))
            at++;
        var bare = text[start..at];
        return bare is "true" or "false" or "null" || (bare.Length > 0 && (char.IsAsciiDigit(bare[0]) || bare[0] == '-')) ? new FrontScalar(bare, false, line) : null;
    }

    private FrontScalar? Date(int line)
    {
        Blanks();
        if (Peek() is '"' or '\'' or '`')
        {
            var words = Quoted();
            SkipTo(')');
            at = Math.Min(at + 1, text.Length);
            return words is null ? null : new FrontScalar(words, true, line);
        }
        var start = at;
        SkipTo(')');
        var numbers = text[start..at].Split(',', StringSplitOptions.TrimEntries);
        at = Math.Min(at + 1, text.Length);
        // Months count from 0.
        return numbers.Length >= 2 && Number(numbers[0]) is { } year && Number(numbers[1]) is { } month && month < 12
            ? new FrontScalar($"{year:0000}-{month + 1:00}-{(numbers.Length > 2 ? Number(numbers[2]) ?? 1 : 1):00}", false, line)
            : null;
    }

    private static int? Number(string text) => int.TryParse(text, out var number) && number is >= 0 and <= 9999 ? number : null;

    private FrontMap Object(int line, int depth)
    {
        var entries = new List<FrontEntry>();
        at++;
        for (Blanks(); at < text.Length && text[at] != '}'; Blanks())
        {
            var start = at;
            var keyLine = Line();
            var key = text[at] is '"' or '\'' ? Quoted() ?? "" : Name();
            Blanks();
            if (key.Length > 0 && Take(":") && Value(depth + 1) is { } value && AtEndOfValue())
                entries.Add(new FrontEntry(key, value, keyLine));
            else if (key == "permalink")
                entries.Add(new FrontEntry(key, new FrontScalar(WorkedOut, true, keyLine), keyLine));
            SkipValue();
            at = Math.Max(at, start + 1);
        }
        at = Math.Min(at + 1, text.Length);
        return new FrontMap(entries, line);
    }

    private FrontList List(int line, int depth)
    {
        var items = new List<FrontValue>();
        at++;
        for (Blanks(); at < text.Length && text[at] != ']'; Blanks())
        {
            var start = at;
            if (Value(depth + 1) is { } value && AtEndOfValue())
                items.Add(value);
            SkipValue();
            at = Math.Max(at, start + 1);
        }
        at = Math.Min(at + 1, text.Length);
        return new FrontList(items, line);
    }

    // `"a" + b` is worked out by the program.
    private bool AtEndOfValue()
    {
        Blanks();
        return at >= text.Length || text[at] is ',' or '}' or ']' or ')';
    }

    // On behind the next comma of this level, or to the bracket that closes it.
    private void SkipValue()
    {
        for (var open = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '"' or '\'' or '`')
            {
                if (Quoted() is null)
                    return;
                at--;
            }
            else if (c is '(' or '[' or '{')
                open++;
            else if (c is ')' or ']' or '}')
            {
                if (open == 0)
                    return;
                open--;
            }
            else if (c == ',' && open == 0)
            {
                at++;
                return;
            }
        }
    }

    private string? Quoted()
    {
        var mark = text[at++];
        var words = new StringBuilder();
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == mark)
            {
                at++;
                return Folding.WellFormed(words.ToString());
            }
            if (c == '\\' && at + 1 < text.Length)
                Escape(words);
            else
                words.Append(c);
        }
        return null;
    }

    // \n, \t, \xe9, \u00e9, \u{1f600}, a line that goes on; any other character stands for itself.
    private void Escape(StringBuilder words)
    {
        var c = text[++at];
        var braced = c == 'u' && at + 1 < text.Length && text[at + 1] == '{';
        var from = at + (braced ? 2 : 1);
        var digits = braced ? text.AsSpan(from, Math.Min(8, text.Length - from)).IndexOf('}') : c == 'u' ? 4 : c == 'x' ? 2 : 0;
        if (digits > 0 && from + digits <= text.Length && int.TryParse(text.AsSpan(from, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            at = from + digits - (braced ? 0 : 1);
            // Two halves of a pair are written one behind the other.
            if (code <= char.MaxValue)
                words.Append((char)code);
            else if (Rune.IsValid(code))
                words.Append(new Rune(code).ToString());
            return;
        }
        if (c is not ('\n' or '\r'))
            words.Append(c switch { 'n' => '\n', 't' => '\t', _ => c });
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$'))
            at++;
        return text[start..at];
    }

    private void Blanks()
    {
        while (at < text.Length)
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (text.AsSpan(at).StartsWith("//"))
                SkipTo('\n');
            else if (text.AsSpan(at).StartsWith("/*"))
                at = text.IndexOf("*/", at, StringComparison.Ordinal) is > 0 and var end ? end + 2 : text.Length;
            else
                return;
    }

    private bool Take(string words)
    {
        if (!text.AsSpan(at).StartsWith(words))
            return false;
        at += words.Length;
        return true;
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private void SkipTo(char c)
    {
        var found = at < text.Length ? text.IndexOf(c, at) : -1;
        at = found < 0 ? text.Length : found;
    }

    // Counted on from where it was last asked: scripts may be one long line or many thousand.
    private int Line()
    {
        var here = Math.Min(at, text.Length);
        line += text.AsSpan(counted, here - counted).Count('\n');
        counted = here;
        return line;
    }
}
