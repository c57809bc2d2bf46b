using Markdig.Syntax.Inlines;

namespace Search.Core.Content;

/// <summary>Writes the inline elements of a Markdown block to the builder.</summary>
internal sealed class InlineProse(ProseBuilder prose)
{
    public void Write(ContainerInline? container)
    {
        if (container is not null)
        {
            var html = new InlineHtml(prose);
            Write(container, html);
            html.End();
        }
    }

    /// <summary>True for a paragraph that shows nothing but images.</summary>
    public static bool IsOnlyImages(ContainerInline? container)
    {
        if (container is null)
            return false;
        var images = 0;
        foreach (var inline in container)
            switch (inline)
            {
                case LinkInline { IsImage: true }:
                    images++;
                    break;
                case LinkInline link when IsOnlyImages(link):
                    images++;
                    break;
                case LiteralInline literal when literal.Content.IsEmptyOrWhitespace():
                case LineBreakInline:
                    break;
                default:
                    return false;
            }
        return images > 0;
    }

    // Without recursion: brackets that nobody closes enclose all that follows them, each the next.
    private void Write(ContainerInline container, InlineHtml html)
    {
        var open = new Stack<(Inline? Next, ContainerInline Left)>();
        var inline = container.FirstChild;
        while (inline is not null || open.Count > 0)
        {
            if (inline is null)
            {
                (inline, var left) = open.Pop();
                Leave(left);
                continue;
            }
            var next = inline.NextSibling;
            if (!html.IsHidden || inline is HtmlInline)
            {
                Enter(inline, html);
                if (inline is ContainerInline inner && !html.IsHidden)
                {
                    open.Push((next, inner));
                    next = inner.FirstChild;
                }
            }
            inline = next;
        }
    }

    private void Enter(Inline inline, InlineHtml html)
    {
        switch (inline)
        {
            case LiteralInline literal:
                prose.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline { IsHard: true }:
                prose.Break();
                break;
            case LineBreakInline soft:
                prose.SoftBreak(soft.NextSibling is LiteralInline next && !next.Content.IsEmpty && Scripts.IsIdeographic(next.Content.AsSpan()[0]));
                break;
            case CodeInline code:
                prose.CodeSpan(code.Content);
                break;
            case HtmlEntityInline entity:
                prose.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline tag:
                html.Write(tag.Tag);
                break;
            case AutolinkInline link:
                prose.BeginLink(link.IsEmail ? "mailto:" + link.Url : link.Url);
                prose.Append(link.Url);
                prose.EndLink();
                break;
            case LinkInline { IsImage: false } link:
                prose.BeginLink(link.Url ?? "");
                break;
            case DelimiterInline delimiter:
                prose.Append(delimiter.ToLiteral());
                break;
        }
    }

    private void Leave(ContainerInline left)
    {
        if (left is LinkInline { IsImage: true })
            prose.Blank();
        else if (left is LinkInline)
            prose.EndLink();
    }
}
