namespace Search.Core.Model;

/// <summary>What a block of a post's text was in its markup.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Blockquote,
    TableRow,
    Caption,
    Footnote,
    Definition,
}

/// <summary>
/// One block of a post's clean text: <c>Text[Start..(Start + Length)]</c>. Blocks stand in order, do not overlap, and are parted
/// by a blank line in the text.
/// </summary>
/// <param name="Kind">What the block was in the markup.</param>
/// <param name="Start">Offset into the text, in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Line">1-based line of the source file where the block begins.</param>
/// <param name="Depth">Heading level 1 to 6; nesting of a list item or blockquote from 1; otherwise 0.</param>
public readonly record struct TextBlock(BlockKind Kind, int Start, int Length, int Line, int Depth = 0)
{
    public int End => Start + Length;
}

/// <summary>A heading with the anchor that the site gives it.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">The heading's plain text.</param>
/// <param name="Anchor">The element id, without <c>#</c>.</param>
/// <param name="Start">Offset of its block in the post's text.</param>
public sealed record Heading(int Level, string Text, string Anchor, int Start);

/// <summary>A link in a post's text.</summary>
/// <param name="Start">Offset of the link's text in the post's text; -1 for a link outside it (in an aside).</param>
/// <param name="Length">Length of the link's text.</param>
/// <param name="Text">The link's plain text.</param>
/// <param name="Target">The target as written, or the source path of the post that a <c>{% link %}</c>, <c>{% post_url %}</c> or <c>ref</c> names.</param>
/// <param name="ToSource">True where <paramref name="Target"/> is a source path (or a post's name) and not a URL.</param>
public sealed record Link(int Start, int Length, string Text, string Target, bool ToSource);

/// <summary>A stretch of a post that is not the article, kept readable but out of search, relatedness and people.</summary>
/// <param name="Kind">Why it is no part of the article.</param>
/// <param name="Text">Its plain text, items on lines of their own.</param>
/// <param name="Line">1-based line of the source file where it begins.</param>
public sealed record Aside(AsideKind Kind, string Text, int Line);

/// <summary>Why a stretch of a post is not the article.</summary>
public enum AsideKind
{
    /// <summary>A list of links pasted under the article.</summary>
    LinkList,

    /// <summary>A sentence that recurs across posts: a biography, a disclaimer, a subscribe line.</summary>
    Recurring,

    /// <summary>Navigation: breadcrumbs, previous and next, a table of contents.</summary>
    Navigation,

    /// <summary>The line that names the author of a quoted article.</summary>
    Byline,

    /// <summary>The place of an include, embed or script whose words are not in the file.</summary>
    Embed,
}
