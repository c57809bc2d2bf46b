using System.Text;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Makes clean prose of a post's body: template tags out, Markdown or HTML to blocks, what is not the article set aside, and the rest laid out
/// with its offsets.
/// </summary>
internal sealed class BodyReader(SiteConfiguration site, ProblemLog log)
{
    /// <summary>Reads a body.</summary>
    /// <param name="source">The body as it stands in the file.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="keys">Front matter, for template tags that show parts of it.</param>
    /// <param name="title">The post's title.</param>
    /// <param name="tags">The post's tags, by which a pasted list of links is known.</param>
    public Body Read(string source, int firstLine, BodyFormat format, FrontMap keys, string? title, IReadOnlyList<string> tags)
    {
        var placeholders = new Placeholders();
        var prose = new ProseBuilder(placeholders, log);
        source = Invisible.Strip(source);
        if (format is BodyFormat.Markdown or BodyFormat.Html)
            source = MathSpans.TakeOut(source, firstLine, placeholders, format == BodyFormat.Markdown);
        switch (format)
        {
            case BodyFormat.Markdown:
                var context = new TemplateContext(site, keys, title, isMarkdown: true);
                MarkdownBody.Read(TemplateTags.TakeOut(source, firstLine, placeholders, context, log), firstLine, prose, log);
                break;
            case BodyFormat.Html:
                HtmlBody.Read(TemplateTags.TakeOut(source, firstLine, placeholders, new TemplateContext(site, keys, title, isMarkdown: false), log), firstLine, prose);
                break;
            default:
                PlainText.Read(source, firstLine, prose);
                break;
        }
        prose.End();
        Anchors.Give(prose.Blocks, site);
        LinkLists.SetAside(prose.Blocks, tags, [.. prose.Asides.Where(aside => aside.Kind == AsideKind.Embed).Select(aside => aside.Line)]);
        return Lay(prose, Bylines.SetAside(prose.Blocks));
    }

    /// <summary>A short text in Markdown (an excerpt, a quotation) as plain words.</summary>
    public string Plain(string source, int line)
    {
        var body = Read(source, line, BodyFormat.Markdown, FrontMap.Empty, null, []);
        return body.Text.Length > 0 ? body.Text : body.Code;
    }

    private static Body Lay(ProseBuilder prose, IReadOnlyList<string> bylines)
    {
        var text = new StringBuilder();
        var blocks = new List<TextBlock>();
        var outline = new List<Heading>();
        var links = new List<Link>();
        var asides = new List<Aside>(prose.Asides);
        foreach (var draft in prose.Blocks)
        {
            if (draft.IsRule)
                continue;
            if (draft.Aside is not null)
            {
                foreach (var link in draft.Links)
                    links.Add(new Link(-1, link.Length, link.Text, link.Target, link.ToSource));
                continue;
            }
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            text.Append(draft.Text);
            blocks.Add(new TextBlock(draft.Kind, start, draft.Text.Length, draft.Line, draft.Depth));
            if (draft.Kind == BlockKind.Heading)
                outline.Add(new Heading(Math.Clamp(draft.Depth, 1, 6), draft.Text.Replace('\n', ' '), draft.Anchor ?? "", start));
            foreach (var link in draft.Links)
                links.Add(new Link(start + link.Start, link.Length, link.Text, link.Target, link.ToSource));
        }
        asides.AddRange(AsidesOf(prose.Blocks));
        asides.Sort(static (a, b) => a.Line.CompareTo(b.Line));
        return new Body
        {
            Text = text.ToString(),
            Blocks = blocks,
            Code = prose.Code,
            Outline = outline,
            Links = links,
            Asides = asides,
            Bylines = bylines,
        };
    }

    // Neighbouring blocks that are set aside for the same reason make one aside.
    private static IEnumerable<Aside> AsidesOf(List<DraftBlock> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            if (blocks[i].Aside is not { } kind)
            {
                i++;
                continue;
            }
            var text = new StringBuilder();
            var line = blocks[i].Line;
            for (; i < blocks.Count && (blocks[i].Aside == kind || blocks[i].IsRule); i++)
                if (blocks[i].Text.Length > 0)
                    text.Append(text.Length > 0 ? "\n" : "").Append(blocks[i].Text);
            yield return new Aside(kind, text.ToString(), line);
        }
    }
}
