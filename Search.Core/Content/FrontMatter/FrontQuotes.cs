using System.Globalization;
using System.Text;

namespace Search.Core.Content;

/// <summary>Reads a quoted scalar of YAML, leniently in its escapes.</summary>
internal static class FrontQuotes
{
    /// <summary>The value of the scalar that opens at <paramref name="start"/>, and the offset behind its closing mark; -1 where none closes it.</summary>
    public static (string Value, int End) Read(string text, int start)
    {
        var mark = text[start];
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == mark)
            {
                if (mark == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                {
                    value.Append('\'');
                    i++;
                    continue;
                }
                return (value.ToString(), i + 1);
            }
            if (c == '\\' && mark == '"' && i + 1 < text.Length)
                i = Escape(text, i + 1, value);
            else
                value.Append(c);
        }
        return ("", -1);
    }

    private static int Escape(string text, int i, StringBuilder value)
    {
        var digits = text[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && i + digits < text.Length
            && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code))
        {
            value.Append(new Rune(code).ToString());
            return i + digits;
        }
        var escaped = text[i] switch { 'n' => "\n", 't' => " ", 'r' => "", '0' => "", '"' => "\"", '\\' => "\\", '/' => "/", ' ' => " ", _ => null };
        if (escaped is null)
            value.Append('\\').Append(text[i]);
        else
            value.Append(escaped);
        return i;
    }
}
