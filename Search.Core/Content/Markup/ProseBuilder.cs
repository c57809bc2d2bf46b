using System.Buffers;
using System.Text;
using Search.Core.Model;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// Takes text, links, code and asides in the order of the document and makes blocks of clean text of them: white space collapsed, placeholders
/// resolved, what is left of broken markup taken out.
/// </summary>
internal sealed class ProseBuilder(Placeholders placeholders, ProblemLog log)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(' ', '\t', '\n', '\u00A0', '\u2002', '\u2003', '\u2007', '\u202F', '\u3000', Placeholders.Open);

    private readonly StringBuilder code = new();
    private readonly List<DraftLink> links = [];
    private readonly List<int> breaks = [];
    private readonly List<(int Start, string Target)> openLinks = [];
    private BlockKind kind;
    private int line;
    private int depth;
    private bool isOpen;

    // The text of the open block.
    private char[] text = new char[4096];
    private int length;

    public List<DraftBlock> Blocks { get; } = [];

    /// <summary>Embeds and the like that have no place in the text.</summary>
    public List<Aside> Asides { get; } = [];

    /// <summary>Id that an attribute list gives to the block being made; null for none.</summary>
    public string? AttributeId { get; private set; }

    /// <summary>True when the place of a table of contents stood in the text since <see cref="Begin"/>.</summary>
    public bool SawTableOfContents { get; private set; }

    public string Code => code.ToString();

    public void Begin(BlockKind blockKind, int blockLine, int blockDepth = 0)
    {
        End();
        (kind, line, depth, isOpen) = (blockKind, blockLine, blockDepth, true);
        AttributeId = null;
        SawTableOfContents = false;
    }

    /// <summary>Finishes the block that is open; null where it has no text.</summary>
    public DraftBlock? End()
    {
        if (!isOpen)
            return null;
        isOpen = false;
        while (openLinks.Count > 0)
            EndLink();
        while (length > 0 && char.IsWhiteSpace(text[length - 1]))
            length--;
        var content = new string(text, 0, length);
        length = 0;
        var lines = breaks.Where(at => at < content.Length).ToList();
        breaks.Clear();
        if (content.Length == 0)
        {
            links.Clear();
            return null;
        }
        var kept = links.Where(link => link.Length > 0 && link.Start + link.Length <= content.Length).ToList();
        links.Clear();
        var block = new DraftBlock { Kind = kind, Line = line, Depth = depth, Text = content, Links = kept, Breaks = lines };
        Leftovers.TakeOut(block, log);
        if (block.Text.Length == 0)
            return null;
        Blocks.Add(block);
        return block;
    }

    public void Rule(int ruleLine)
    {
        End();
        Blocks.Add(new DraftBlock { Kind = BlockKind.Paragraph, Line = ruleLine, Text = "", IsRule = true });
    }

    /// <summary>Adds text as it is read; runs of white space become one blank, and blanks at the start of a block or line are dropped.</summary>
    public void Append(ReadOnlySpan<char> content)
    {
        while (true)
        {
            var special = content.IndexOfAny(Special);
            if (special < 0)
            {
                Copy(content);
                return;
            }
            Copy(content[..special]);
            if (content[special] == Placeholders.Open)
                special = AppendPlaceholder(content, special);
            else
                Blank();
            content = content[Math.Min(special + 1, content.Length)..];
        }
    }

    /// <summary>A line that ends within a paragraph: a blank, but nothing between letters of scripts that are written without blanks.</summary>
    public void SoftBreak(bool nextIsIdeographic)
    {
        if (length == 0 || !nextIsIdeographic || !Scripts.IsIdeographic(text[length - 1]))
            Blank();
        MarkBreak();
    }

    public void Break()
    {
        while (length > 0 && text[length - 1] == ' ')
            length--;
        if (length > 0 && text[length - 1] != '\n')
            Copy("\n");
        MarkBreak();
    }

    private void MarkBreak()
    {
        if (length > 0 && (breaks.Count == 0 || breaks[^1] < length))
            breaks.Add(length);
    }

    public void Blank()
    {
        if (length > 0 && text[length - 1] is not (' ' or '\n'))
            Copy(" ");
    }

    public void BeginLink(string target)
    {
        if (openLinks.Count < 8)
            openLinks.Add((length, target));
    }

    public void EndLink()
    {
        if (openLinks.Count == 0)
            return;
        var (start, target) = openLinks[^1];
        openLinks.RemoveAt(openLinks.Count - 1);
        while (start < length && char.IsWhiteSpace(text[start]))
            start++;
        var end = length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var (resolved, toSource) = placeholders.Target(target);
        if (resolved.Length > 0 && end > start)
            links.Add(new DraftLink(start, end - start, new string(text, start, end - start), resolved, toSource));
    }

    /// <summary>A code span: searchable as code, and a word of its sentence where it holds nothing that looks like markup.</summary>
    public void CodeSpan(string content)
    {
        content = placeholders.Source(content);
        AddCode(content);
        if (!Leftovers.LooksLikeMarkup(content))
            Append(content);
        else
            Blank();
    }

    // Letters and signs read as words of the sentence, commands do not.
    private void FormulaSpan(string formula)
    {
        if (!formula.Contains('\\', StringComparison.Ordinal))
        {
            CodeSpan(formula);
            return;
        }
        AddCode(formula);
        Blank();
    }

    public void CodeBlock(string content)
    {
        End();
        AddCode(placeholders.Source(content));
    }

    public void AddAside(AsideKind aside, string content, int at)
    {
        if (content.Length > 0)
            Asides.Add(new Aside(aside, Folding.WellFormed(content), at));
    }

    /// <summary>Keeps the address of an embed that says no words of its own beside the text.</summary>
    public void AddEmbed(string element, string? address, int at)
    {
        const int max = 2000;
        if (address is not { Length: > 0 and < max } || placeholders.Target(address).Target is not { Length: > 0 } target || Leftovers.LooksLikeMarkup(target))
            return;
        AddAside(AsideKind.Embed, element == "embed" ? target : $"{element} {target}", at > 0 ? at : line);
    }

    private void AddCode(string content)
    {
        content = content.Trim('\n', '\r');
        if (content.AsSpan().Trim().IsEmpty)
            return;
        if (code.Length > 0)
            code.Append('\n');
        code.Append(Folding.WellFormed(content));
    }

    private void Copy(ReadOnlySpan<char> content)
    {
        if (length + content.Length > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + content.Length));
        content.CopyTo(text.AsSpan(length));
        length += content.Length;
    }

    private int AppendPlaceholder(ReadOnlySpan<char> content, int start)
    {
        var placeholder = placeholders.Read(content, start, out var end);
        switch (placeholder?.Kind)
        {
            case PlaceholderKind.Text:
                Append(placeholder.Text);
                break;
            case PlaceholderKind.Code:
                AddCode(placeholder.Text);
                Blank();
                break;
            case PlaceholderKind.Formula:
                FormulaSpan(placeholder.Text);
                break;
            case PlaceholderKind.Embed:
                AddAside(AsideKind.Embed, placeholder.Text, placeholder.Line);
                Blank();
                break;
            case PlaceholderKind.AttributeId:
                AttributeId = placeholder.Text;
                break;
            case PlaceholderKind.TableOfContents:
                SawTableOfContents = true;
                break;
            default:
                break;
        }
        return end - 1;
    }
}
