namespace Search.Core.Content;

/// <summary>The HTML tags that stand among the words of a Markdown paragraph: breaks, links, images, frames; their contents are Markdown.</summary>
internal sealed class InlineHtml(ProseBuilder prose)
{
    private string? hiddenBy;
    private int openLinks;

    /// <summary>True between the tags of an element whose content nobody reads.</summary>
    public bool IsHidden => hiddenBy is not null;

    public void Write(string source)
    {
        if (HtmlTag.Read(source) is not { } tag)
            return;
        if (hiddenBy is not null)
        {
            if (tag.IsClosing && tag.Name == hiddenBy)
                hiddenBy = null;
            return;
        }
        switch (tag.Name)
        {
            case "br":
                prose.Break();
                break;
            case "img":
                prose.Append(tag.Attribute("alt") ?? "");
                prose.Blank();
                break;
            case "iframe" or "embed" or "object" or "video" or "audio":
                if (tag.IsClosing)
                    break;
                if ((tag.Attribute("title") ?? tag.Attribute("aria-label")) is { Length: > 0 } title)
                    prose.Append(title);
                else
                    prose.AddEmbed(tag.Name, tag.Attribute("src"), 0);
                prose.Blank();
                break;
            case "script" or "style" or "template":
                if (!tag.IsClosing && !tag.IsSelfClosing)
                    hiddenBy = tag.Name;
                break;
            case "a":
                if (tag.IsClosing && openLinks > 0)
                {
                    openLinks--;
                    prose.EndLink();
                }
                else if (!tag.IsClosing && tag.Attribute("href") is { } target)
                {
                    openLinks++;
                    prose.BeginLink(target);
                }
                break;
            case "p" or "div" or "li" or "tr" or "td" or "th" or "dt" or "dd" or "blockquote" or "hr" or "ul" or "ol" or "table" or "figure" or "figcaption" or "section":
                prose.Blank();
                break;
        }
    }

    public void End()
    {
        for (; openLinks > 0; openLinks--)
            prose.EndLink();
    }
}
