using System.Text;

namespace Search.Core.Content;

/// <summary>
/// A line of a flow list without tabs: a blank for one between items; within an item, where a tab may part two things that a blank would not, the item in
/// quotation marks with <c>\t</c>, which every YAML reader takes for the same.
/// </summary>
internal static class FlowTabs
{
    public static string Without(string line)
    {
        var mended = new StringBuilder(line.Length + 16);
        var start = 0;
        char quote = default;
        for (var i = 0; i <= line.Length; i++)
        {
            var c = i == line.Length ? ',' : line[i];
            if (quote != default && i < line.Length)
                quote = c == quote ? default : quote;
            else if (c is '"' or '\'' && line.AsSpan(start, i - start).Trim().IsEmpty)
                quote = c;
            else if (c is ',' or '[' or ']')
            {
                mended.Append(Item(line[start..i]));
                if (i < line.Length)
                    mended.Append(c);
                start = i + 1;
            }
        }
        return mended.ToString();
    }

    private static string Item(string item)
    {
        var words = item.Trim(' ', '\t');
        if (!words.Contains('\t'))
            return item.Replace('\t', ' ');
        if (words.AsSpan().ContainsAny('"', '\\') || words.StartsWith('\''))
            return item.Replace('\t', ' ');
        var at = item.IndexOf(words, StringComparison.Ordinal);
        return $"{item[..at].Replace('\t', ' ')}\"{words.Replace("\t", "\\t", StringComparison.Ordinal)}\"{item[(at + words.Length)..].Replace('\t', ' ')}";
    }
}
