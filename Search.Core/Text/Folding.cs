using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Search.Core.Text;

/// <summary>
/// One spelling for letters that readers take for the same: compatibility forms, case and diacritics are folded. Word boundaries and
/// punctuation stay.
/// </summary>
public static class Folding
{
    private static readonly FrozenDictionary<char, string> Table = ReadTable();

    /// <summary>
    /// Lower case, compatibility forms resolved, without the diacritics of Latin, Greek and Cyrillic letters. By a table of the project's
    /// own, because the runtime cannot normalise without ICU (docs/decisions/0002-invariant-globalization.md).
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text))
        {
            if (IsLatinGreekCyrillicMark(c))
                continue;
            if (c < 0xA0)
                folded.Append(char.ToLowerInvariant(c));
            else if (Table.TryGetValue(c, out var replacement))
                folded.Append(replacement);
            else
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>The text with unpaired surrogates replaced by U+FFFD, so that normalising and encoding it cannot fail.</summary>
    public static string WellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            return Repair(text);
        }
        return text;
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    // Marks of scripts in which they are part of the letter (Indic, Hebrew, Arabic, Thai, the Japanese voicing marks) are kept.
    private static bool IsLatinGreekCyrillicMark(char c) => c is >= '\u0300' and <= '\u036F' or >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF';

    private static FrozenDictionary<char, string> ReadTable()
    {
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream("Search.Core.Text.folding.tsv")
            ?? throw new InvalidOperationException("The folding table is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var code = (char)int.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            table[code] = line[5..];
        }
        return table.ToFrozenDictionary();
    }

    private static bool IsFolded(string text)
    {
        foreach (var c in text)
            if (c > 127 || char.IsAsciiLetterUpper(c))
                return false;
        return true;
    }
}
