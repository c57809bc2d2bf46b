using System.Text;

namespace Search.Core.Content;

/// <summary>
/// Takes formulas in TeX out of a body before anything else is read in it, since their brackets, underscores and carets are no markup:
/// <c>$$…$$</c>, <c>$…$</c>, <c>\[…\]</c>, <c>\(…\)</c> and environments (<c>\begin{align}</c>). A formula that stands on its own lines is code;
/// one in a sentence is a code span of it. Dollars are amounts of money unless what they enclose looks like TeX.
/// </summary>
internal sealed class MathSpans
{
    private const int MaxDisplay = 8000;
    private const int MaxInline = 300;

    private static readonly string[] Environments = ["align", "alignat", "aligned", "array", "bmatrix", "cases", "displaymath", "eqnarray", "equation", "gather", "gathered", "math", "matrix", "multline", "pmatrix", "split", "vmatrix"];

    private readonly string body;
    private readonly Placeholders placeholders;
    private readonly StringBuilder output;
    private int copied;
    private int line;

    private MathSpans(string body, int firstLine, Placeholders placeholders)
    {
        this.body = body;
        this.placeholders = placeholders;
        output = new StringBuilder(body.Length);
        line = firstLine;
    }

    /// <summary>The body with placeholders for its formulas; its lines stay where they are.</summary>
    public static string TakeOut(string body, int firstLine, Placeholders placeholders, bool isMarkdown) =>
        body.AsSpan().IndexOfAny('$', '\\') < 0 ? body : new MathSpans(body, firstLine, placeholders).Run(new CodeRegions(body, isMarkdown));

    private string Run(CodeRegions code)
    {
        for (var at = 0; at < body.Length;)
        {
            var next = body.AsSpan(at).IndexOfAny('$', '\\');
            if (next < 0)
                break;
            at += next;
            if (code.Contains(at))
                at++;
            else if (Formula(at) is var (start, length, after))
                at = Put(at, body.Substring(start, length).Trim(), after);
            else
                at += body[at] == '\\' ? 2 : Dollars(at);
        }
        return copied == 0 ? body : output.Append(body, copied, body.Length - copied).ToString();
    }

    private int Dollars(int at)
    {
        var end = at;
        while (end < body.Length && body[end] == '$')
            end++;
        return end - at;
    }

    private (int Start, int Length, int After)? Formula(int at)
    {
        if (body[at] == '$')
            return Dollars(at) switch { 2 => Between(at, 2, "$$", MaxDisplay), 1 => Single(at), _ => null };
        // "\\(" where one backslash is spent on the Markdown.
        var mark = body.AsSpan(at).StartsWith(@"\\[") || body.AsSpan(at).StartsWith(@"\\(") ? 3 : 2;
        if (at + mark > body.Length)
            return null;
        return body[at + mark - 1] switch
        {
            '[' when IsLineStart(at) => Between(at, mark, mark == 3 ? @"\\]" : @"\]", MaxDisplay, isCertain: false),
            '(' => Between(at, mark, mark == 3 ? @"\\)" : @"\)", MaxInline, isCertain: false),
            'b' when IsLineStart(at) => Environment(at),
            _ => null,
        };
    }

    private (int, int, int)? Between(int at, int mark, string close, int most, bool isCertain = true)
    {
        // "Bada$$" is a name, "$$ to $$$" are prices.
        if (isCertain && at > 0 && char.IsAsciiLetterOrDigit(body[at - 1]))
            return null;
        var start = at + mark;
        var window = body.AsSpan(start, Math.Min(most, body.Length - start));
        var length = window.IndexOf(close);
        if (length <= 0 || (isCertain && Dollars(start + length) != close.Length))
            return null;
        var formula = window[..length];
        // Only one that begins a line may go on over blank lines.
        if (!IsLineStart(at) && formula.Contains("\n\n", StringComparison.Ordinal))
            return null;
        return IsTex(formula, isCertain) || (isCertain && IsShortFormula(formula)) ? (start, length, start + length + close.Length) : null;
    }

    // "$x_1$", but neither "$5 and $6" nor "$HOME/$USER".
    private (int, int, int)? Single(int at)
    {
        var start = at + 1;
        if (start >= body.Length || char.IsWhiteSpace(body[start]) || (at > 0 && (char.IsAsciiLetterOrDigit(body[at - 1]) || body[at - 1] == '\\')))
            return null;
        var window = body.AsSpan(start, Math.Min(MaxInline, body.Length - start));
        var length = window.IndexOf('$');
        if (length <= 0 || char.IsWhiteSpace(window[length - 1]) || window[length - 1] == '\\')
            return null;
        var after = start + length + 1;
        if (after < body.Length && (char.IsLetterOrDigit(body[after]) || body[after] == '$'))
            return null;
        var formula = window[..length];
        return !formula.Contains('\n') && !formula.Contains('`') && (IsTex(formula, withEquation: !HasWord(formula)) || (formula.Length == 1 && char.IsAsciiLetter(formula[0]))) ? (start, length, after) : null;
    }

    private (int, int, int)? Environment(int at)
    {
        const string begin = @"\begin{";
        if (!body.AsSpan(at).StartsWith(begin))
            return null;
        var name = body.AsSpan(at + begin.Length, Math.Min(20, body.Length - at - begin.Length));
        var brace = name.IndexOf('}');
        if (brace <= 0 || !Environments.Contains(name[..brace].TrimEnd('*').ToString()))
            return null;
        var close = string.Concat(@"\end{", name[..brace], "}");
        var end = body.AsSpan(at, Math.Min(MaxDisplay, body.Length - at)).IndexOf(close);
        return end < 0 ? null : (at, end + close.Length, at + end + close.Length);
    }

    // A command, a power (but no mark of a note, "[^1]"), an index of one letter; an equation where the marks are no escapes of brackets. Quoted words are a program's.
    private static bool IsTex(ReadOnlySpan<char> formula, bool withEquation)
    {
        if (formula.Contains('"'))
            return false;
        for (var i = 0; i < formula.Length; i++)
            switch (formula[i])
            {
                case '^' when i == 0 || formula[i - 1] != '[':
                case '=' when withEquation:
                case '\\' when i + 1 < formula.Length && (char.IsAsciiLetter(formula[i + 1]) || formula[i + 1] is '{' or '|' or ','):
                case '_' when i > 0 && (formula[i - 1] is '}' or ')' || (char.IsLetter(formula[i - 1]) && (i < 2 || !char.IsLetterOrDigit(formula[i - 2]) || formula[i - 2] == '\\'))):
                    return true;
            }
        return false;
    }

    // "x - y", "O(n)"
    private static bool IsShortFormula(ReadOnlySpan<char> formula) => formula.Length <= 40 && !formula.IsWhiteSpace() && !HasWord(formula);

    // Three letters on end, as in "$5/month (=60$/year)".
    private static bool HasWord(ReadOnlySpan<char> formula)
    {
        var letters = 0;
        foreach (var c in formula)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters > 2)
                return true;
        }
        return false;
    }

    private bool IsLineStart(int at)
    {
        while (at > 0 && body[at - 1] is ' ' or '\t' or '>')
            at--;
        return at == 0 || body[at - 1] == '\n';
    }

    // The lines before and behind are blank: some write each formula of a sentence on a line of its own.
    private bool IsBelowBlank(int at)
    {
        var before = body.AsSpan(0, at).TrimEnd(" \t>");
        return before.IsEmpty || (before[^1] == '\n' && (before[..^1].TrimEnd(" \t\r>") is [] or [.., '\n']));
    }

    private bool IsAboveBlank(int after)
    {
        var behind = body.AsSpan(after).TrimStart(" \t\r,.");
        return behind.IsEmpty || (behind[0] == '\n' && (behind[1..].TrimStart(" \t\r>") is [] or ['\n', ..]));
    }

    private int Put(int at, string formula, int after)
    {
        output.Append(body, copied, at - copied);
        line += body.AsSpan(copied, at - copied).Count('\n');
        var isAlone = IsBelowBlank(at) && IsAboveBlank(after);
        output.Append(placeholders.Add(isAlone ? PlaceholderKind.Code : PlaceholderKind.Formula, formula, body[at..after], line));
        var lines = body.AsSpan(at, after - at).Count('\n');
        output.Append('\n', lines);
        line += lines;
        copied = after;
        return after;
    }
}
