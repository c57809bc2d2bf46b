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
    private readonly StringBuilder text = new();
    private readonly StringBuilder code = new();
    private readonly List<DraftLink> links = [];
    private readonly List<(int Start, string Target)> openLinks = [];
    private BlockKind kind;
    private int line;
    private int depth;
    private bool isOpen;

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
        var trimmed = text.Length;
        while (trimmed > 0 && char.IsWhiteSpace(text[trimmed - 1]))
            trimmed--;
        var content = text.ToString(0, trimmed);
        text.Clear();
        if (content.Length == 0)
        {
            links.Clear();
            return null;
        }
        var kept = links.Where(link => link.Length > 0 && link.Start + link.Length <= content.Length).ToList();
        links.Clear();
        var block = new DraftBlock { Kind = kind, Line = line, Depth = depth, Text = content, Links = kept };
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
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == Placeholders.Open)
            {
                i = AppendPlaceholder(content, i);
                continue;
            }
            if (c is ' ' or '\t' or '\u00A0' or '\n' or '\u202F' or '\u2007')
                Blank();
            else
                text.Append(c);
        }
    }

    /// <summary>A line that ends within a paragraph: a blank, but nothing between letters of scripts that are written without blanks.</summary>
    public void SoftBreak(bool nextIsIdeographic)
    {
        if (text.Length > 0 && nextIsIdeographic && Scripts.IsIdeographic(text[^1]))
            return;
        Blank();
    }

    public void Break()
    {
        TrimBlanks();
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    public void Blank()
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            text.Append(' ');
    }

    public void BeginLink(string target)
    {
        if (openLinks.Count < 8)
            openLinks.Add((text.Length, target));
    }

    public void EndLink()
    {
        if (openLinks.Count == 0)
            return;
        var (start, target) = openLinks[^1];
        openLinks.RemoveAt(openLinks.Count - 1);
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var (resolved, toSource) = placeholders.Target(target);
        if (resolved.Length > 0 && end > start)
            links.Add(new DraftLink(start, end - start, text.ToString(start, end - start), resolved, toSource));
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

    private void AddCode(string content)
    {
        content = content.Trim('\n', '\r');
        if (content.AsSpan().Trim().IsEmpty)
            return;
        if (code.Length > 0)
            code.Append('\n');
        code.Append(Folding.WellFormed(content));
    }

    private void TrimBlanks()
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
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
