using AngleSharp.Dom;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>One pass over an HTML tree in the order of the document, without recursion, since a tree may be as deep as the bytes allow.</summary>
internal sealed class HtmlWalk
{
    private readonly ProseBuilder prose;
    private readonly int firstLine;
    private readonly BlockKind outerKind;
    private readonly int outerDepth;
    private int listDepth;
    private int quoteDepth;
    private BlockKind kind;
    private bool isOpen;
    private int line;
    private bool needsBar;

    public HtmlWalk(ProseBuilder prose, int firstLine, BlockKind kind, int depth)
    {
        this.prose = prose;
        this.firstLine = line = firstLine;
        outerKind = this.kind = kind;
        outerDepth = depth;
    }

    public void Walk(INode? root)
    {
        if (root is null)
            return;
        var node = root.FirstChild;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            Leave(node);
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is not null && node != root)
                    Leave(node);
            }
            node = node is null || node == root ? null : node.NextSibling;
        }
        Close();
    }

    // True where the children are to be walked.
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            if (text.Data.AsSpan().IsWhiteSpace())
            {
                if (isOpen)
                    prose.Blank();
                return false;
            }
            Open();
            prose.Append(text.Data);
            return false;
        }
        if (node is not IElement element)
            return false;
        if (element.SourceReference is { Position: var position } && position.Line > 0)
            line = firstLine + position.Line - 1;
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "head" or "noscript" or "svg" or "math" or "select" or "textarea" or "button" or "canvas" or "object":
                return false;
            case "iframe" or "video" or "audio" or "embed":
                Embed(element);
                return false;
            case "img":
                Words(element.GetAttribute("alt"), isOpen ? kind : BlockKind.Caption);
                return false;
            case "br":
                if (isOpen)
                    prose.Break();
                return false;
            case "hr":
                Close();
                prose.Rule(line);
                return false;
            case "nav":
                Close();
                prose.AddAside(AsideKind.Navigation, element.TextContent.Trim(), line);
                return false;
            case "pre":
                Close();
                prose.CodeBlock(element.TextContent);
                return false;
            case "code" or "kbd" or "samp" or "tt":
                Open();
                prose.CodeSpan(element.TextContent);
                return false;
            case "a":
                if (element.GetAttribute("href") is { } target)
                {
                    Open();
                    prose.BeginLink(target);
                }
                return true;
            case "ul" or "ol" or "menu":
                Close();
                listDepth++;
                return true;
            case "li":
                Close();
                kind = BlockKind.ListItem;
                return true;
            case "blockquote":
                Close();
                quoteDepth++;
                kind = BlockKind.Blockquote;
                return true;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Close();
                prose.Begin(BlockKind.Heading, line, element.LocalName[1] - '0');
                isOpen = true;
                return true;
            case "tr":
                Close();
                kind = BlockKind.TableRow;
                needsBar = false;
                return true;
            case "td" or "th":
                Open();
                if (needsBar)
                    prose.Append(" | ");
                needsBar = true;
                return true;
            case "dt" or "dd":
                Close();
                kind = BlockKind.Definition;
                return true;
            case "figcaption" or "caption":
                Close();
                kind = BlockKind.Caption;
                return true;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "aside" or "figure" or "table" or "tbody" or "thead" or "tfoot" or "form" or "fieldset"
                or "details" or "summary" or "address" or "center" or "dl" or "hgroup":
                // Paragraphs in a table's cell belong to its row.
                if (kind == BlockKind.TableRow && isOpen)
                    prose.Blank();
                else
                    Close();
                return true;
            default:
                return true;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        switch (element.LocalName)
        {
            case "a":
                if (element.HasAttribute("href"))
                    prose.EndLink();
                break;
            case "ul" or "ol" or "menu":
                Close();
                listDepth = Math.Max(0, listDepth - 1);
                kind = Around();
                break;
            case "blockquote":
                Close();
                quoteDepth = Math.Max(0, quoteDepth - 1);
                kind = Around();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                if (isOpen && prose.End() is { } heading && element.Id is { Length: > 0 } id)
                    heading.Anchor = id;
                isOpen = false;
                break;
            case "li" or "tr" or "dt" or "dd" or "figcaption" or "caption":
                Close();
                kind = Around();
                break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "figure" or "table" or "details" or "summary" or "address" or "center":
                if (kind == BlockKind.TableRow && isOpen)
                    prose.Blank();
                else
                    Close();
                break;
        }
    }

    private BlockKind Around() => listDepth > 0 ? BlockKind.ListItem : quoteDepth > 0 ? BlockKind.Blockquote : outerKind;

    // What it shows is not in the file: its title stands for it, and where it has none, its address is kept beside the text.
    private void Embed(IElement element)
    {
        var title = element.GetAttribute("title") ?? element.GetAttribute("aria-label");
        if (!string.IsNullOrWhiteSpace(title))
            Words(title, BlockKind.Caption);
        else
            prose.AddEmbed(element.LocalName, element.GetAttribute("src") ?? element.QuerySelector("source[src]")?.GetAttribute("src"), line);
    }

    private void Words(string? words, BlockKind wordsKind)
    {
        if (string.IsNullOrWhiteSpace(words))
            return;
        if (!isOpen)
        {
            prose.Begin(wordsKind, line);
            prose.Append(words);
            prose.End();
            return;
        }
        prose.Blank();
        prose.Append(words);
        prose.Blank();
    }

    private void Open()
    {
        if (isOpen)
            return;
        isOpen = true;
        prose.Begin(kind, line, kind switch { BlockKind.ListItem => Math.Max(1, listDepth), BlockKind.Blockquote => Math.Max(1, quoteDepth), _ => kind == outerKind ? outerDepth : 0 });
    }

    private void Close()
    {
        if (isOpen)
            prose.End();
        isOpen = false;
    }
}
