using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Markdown to blocks of prose, by Markdig's tree. Input on which Markdig is known to take long (delimiters by the thousand in one paragraph,
/// deep nesting) is cleaned line by line instead, and that is reported.
/// </summary>
internal sealed class MarkdownBody
{
    private const int MaxTails = 16;

    private static readonly MarkdownPipeline Pipeline = WithContainers(new MarkdownPipelineBuilder())
        .UsePipeTables(new PipeTableOptions { InferColumnWidthsFromSeparator = false })
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    // ":::" around blocks; without the extension's "::" within a line, which stands in the names of programs.
    private static MarkdownPipelineBuilder WithContainers(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder;
    }

    private readonly ProseBuilder prose;
    private readonly InlineProse inlines;
    private readonly int firstLine;
    private readonly int htmlDepth;
    private List<int> movedLines = [];
    private int ownLines = int.MaxValue;

    private MarkdownBody(ProseBuilder prose, int firstLine, int htmlDepth = 0)
    {
        this.prose = prose;
        this.firstLine = firstLine;
        this.htmlDepth = htmlDepth;
        inlines = new InlineProse(prose);
    }

    /// <summary>Adds the body's blocks to the builder.</summary>
    /// <param name="markdown">The body, with placeholders for template tags.</param>
    /// <param name="firstLine">Line of the file on which the body begins.</param>
    /// <param name="prose">Takes the blocks.</param>
    /// <param name="log">Takes the problems.</param>
    public static void Read(string markdown, int firstLine, ProseBuilder prose, ProblemLog log)
    {
        if (MarkdownRisk.Of(markdown) is { } risk)
        {
            log.Warn("markup-too-dense", firstLine + risk.Line, $"The Markdown has {risk.What}", "plain text, line by line", "Part it, or close what is open");
            PlainLines.Read(markdown, firstLine, prose);
            return;
        }
        MarkdownDocument document;
        var moved = new List<int>();
        int lines;
        try
        {
            document = Markdown.Parse(NotesApart.MoveOut(Footnotes.KeepAll(ListIndents.Mend(DialectLines.Mend(markdown))), moved, out lines), Pipeline);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            // Markdig gives up on nesting deeper than its limit.
            log.Warn("markup-too-dense", firstLine, $"The Markdown cannot be parsed: {exception.Message}", "plain text, line by line", "Part it, or close what is open");
            PlainLines.Read(markdown, firstLine, prose);
            return;
        }
        new MarkdownBody(prose, firstLine) { movedLines = moved, ownLines = lines }.Walk(document, new Place(BlockKind.Paragraph, 0, 0));
        prose.End();
    }

    /// <summary>What encloses a block: the kind that its paragraphs get.</summary>
    private readonly record struct Place(BlockKind Kind, int ListDepth, int QuoteDepth)
    {
        public int Depth => Kind switch { BlockKind.ListItem => ListDepth, BlockKind.Blockquote => QuoteDepth, _ => 0 };
    }

    private void Walk(ContainerBlock container, Place place)
    {
        foreach (var block in container)
            Visit(block, place);
    }

    private void Visit(Block block, Place place)
    {
        var line = firstLine + (block.Line < ownLines ? block.Line : movedLines[Math.Min(block.Line - ownLines, movedLines.Count - 1)]);
        switch (block)
        {
            case HeadingBlock heading:
                prose.Begin(BlockKind.Heading, line, heading.Level);
                inlines.Write(heading.Inline);
                Anchor(prose.End());
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph, line, place);
                break;
            case CodeBlock code:
                prose.CodeBlock(WordsOfFence(code) + code.Lines.ToString());
                break;
            case HtmlBlock html:
                Html(html.Lines.ToString(), line, place);
                break;
            case ThematicBreakBlock:
                prose.Rule(line);
                break;
            case ListBlock list:
                List(list, place);
                break;
            case QuoteBlock quote:
                Walk(quote, place with { Kind = BlockKind.Blockquote, QuoteDepth = place.QuoteDepth + 1 });
                break;
            case Table table:
                foreach (var row in table)
                    if (row is TableRow cells)
                        Row(cells, firstLine + row.Line);
                break;
            case FootnoteGroup footnotes:
                foreach (var footnote in footnotes)
                    if (footnote is Footnote note)
                        Walk(note, new Place(BlockKind.Footnote, 0, 0));
                break;
            case DefinitionList definitions:
                Definitions(definitions);
                break;
            case CustomContainer container:
                Title(container, line, place);
                Walk(container, place);
                break;
            case ContainerBlock other:
                Walk(other, place);
                break;
            case LeafBlock { Inline: { } inline }:
                prose.Begin(place.Kind, line, place.Depth);
                inlines.Write(inline);
                prose.End();
                break;
        }
    }

    // ":::note[Title]{.wide}", "::: warning Title"
    private void Title(CustomContainer container, int line, Place place)
    {
        var head = $"{container.Info} {container.Arguments}".AsSpan();
        // Their values are no words: "::: {.wide title="Words"}".
        if (head.IndexOf('{') is >= 0 and var attributes)
            head = head[..attributes];
        var open = head.IndexOf('[');
        var close = head.LastIndexOf(']');
        var title = open >= 0 && close > open ? head[(open + 1)..close] : head[Math.Min(container.Info?.Length ?? 0, head.Length)..];
        prose.Begin(place.Kind, line, place.Depth);
        prose.Append(title.Trim(": "));
        prose.End();
    }

    // A tail of a tail and so on is read again each time.
    private void Html(string html, int line, Place place)
    {
        MarkdownDocument? below = null;
        var tail = htmlDepth < MaxTails ? HtmlTail.Start(html) : -1;
        try
        {
            below = tail < 0 ? null : Markdown.Parse(html[tail..], Pipeline);
        }
        catch (Exception exception) when (ParserFault.Is(exception))
        {
            // Then all of it is HTML, as it stands.
        }
        HtmlBody.Read(below is null ? html : html[..tail], line, prose, place.Kind, place.Depth);
        if (below is not null)
            new MarkdownBody(prose, line + html.AsSpan(0, tail).Count('\n'), htmlDepth + 1).Walk(below, place);
    }

    private void Paragraph(ParagraphBlock paragraph, int line, Place place)
    {
        prose.Begin(InlineProse.IsOnlyImages(paragraph.Inline) && place.Kind == BlockKind.Paragraph ? BlockKind.Caption : place.Kind, line, place.Depth);
        inlines.Write(paragraph.Inline);
        var written = prose.End();
        // "{: #id}" on the line below a heading.
        if (written is null && prose.AttributeId is { Length: > 0 } id && prose.Blocks is [.., { Kind: BlockKind.Heading } heading])
            heading.Anchor = id;
    }

    private void Anchor(DraftBlock? heading)
    {
        if (heading is not null && prose.AttributeId is { Length: > 0 } id)
            heading.Anchor = id;
    }

    private void List(ListBlock list, Place place)
    {
        var first = prose.Blocks.Count;
        var inner = place with { Kind = BlockKind.ListItem, ListDepth = place.ListDepth + 1 };
        var isContents = false;
        foreach (var item in list)
            if (item is ContainerBlock container)
            {
                Walk(container, inner);
                isContents |= prose.SawTableOfContents;
            }
        // "* TOC" with "{:toc}" below it: the site writes its own list there.
        if (isContents && list.Count == 1)
            prose.Blocks.RemoveRange(first, prose.Blocks.Count - first);
    }

    private void Row(TableRow row, int line)
    {
        prose.Begin(BlockKind.TableRow, line);
        var isFirst = true;
        foreach (var cell in row)
        {
            if (!isFirst)
                prose.Append(" | ");
            isFirst = false;
            if (cell is TableCell content)
                foreach (var block in content)
                    if (block is LeafBlock { Inline: { } inline })
                        inlines.Write(inline);
        }
        if (prose.End() is { } written && written.Text.AsSpan().Trim("| ").IsEmpty)
            prose.Blocks.RemoveAt(prose.Blocks.Count - 1);
    }

    private void Definitions(DefinitionList definitions)
    {
        foreach (var block in definitions)
            if (block is DefinitionItem item)
                foreach (var part in item)
                {
                    if (part is DefinitionTerm term)
                    {
                        prose.Begin(BlockKind.Definition, firstLine + term.Line);
                        inlines.Write(term.Inline);
                        prose.End();
                    }
                    else
                        Visit(part, new Place(BlockKind.Definition, 0, 0));
                }
    }

    // A fence's language says nothing, a caption or what somebody wrote on in its line does.
    private static string WordsOfFence(CodeBlock code)
        => code is FencedCodeBlock { Arguments: { Length: > 0 } words } && words.Contains(' ', StringComparison.Ordinal) ? words.Trim() + "\n" : "";
}
