using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Search.Core.Content;

/// <summary>Writes the inline elements of a Markdown block to the builder.</summary>
internal sealed class InlineProse(ProseBuilder prose)
{
    private const int MaxDepth = 100;

    public void Write(ContainerInline? container)
    {
        if (container is not null)
        {
            var html = new InlineHtml(prose);
            Write(container, 0, html);
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

    private void Write(ContainerInline container, int depth, InlineHtml html)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (html.IsHidden && inline is not HtmlInline)
                continue;
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
                case LinkInline { IsImage: true } image:
                    if (depth < MaxDepth)
                        Write(image, depth + 1, html);
                    prose.Blank();
                    break;
                case LinkInline link:
                    prose.BeginLink(link.Url ?? "");
                    if (depth < MaxDepth)
                        Write(link, depth + 1, html);
                    prose.EndLink();
                    break;
                case FootnoteLink or TaskList:
                    break;
                case DelimiterInline delimiter:
                    prose.Append(delimiter.ToLiteral());
                    if (depth < MaxDepth)
                        Write(delimiter, depth + 1, html);
                    break;
                case ContainerInline nested:
                    if (depth < MaxDepth)
                        Write(nested, depth + 1, html);
                    break;
            }
        }
    }
}
