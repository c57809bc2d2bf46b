using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Core.Model;
using Search.Core.Postings;

namespace Search.Core.Indexing;

/// <summary>
/// The fields of the index: names, what each is for, and the weights with which a document's parts enter the ranked one. A change here
/// changes <see cref="SchemaHash"/>, and an index of another hash is rebuilt.
/// </summary>
internal static class IndexFields
{
    /// <summary>Exact: <see cref="Model.Post.Key"/>; what updates and deletes go by.</summary>
    public const string Key = "key";

    /// <summary>Exact: the public id.</summary>
    public const string Id = "id";

    /// <summary>Exact, and as a column: <c>post</c> or <c>quote</c>.</summary>
    public const string Kind = "kind";

    /// <summary>
    /// Ranked, of posts: stems of all parts but function words, each as many times as its weight; frequencies and length, no positions (BM25F with one b).
    /// </summary>
    public const string Ranked = "ranked";

    /// <summary>
    /// The same of quotes. They have a field of their own, because a word's rarity and the usual length are others among sentences than among posts.
    /// </summary>
    public const string RankedQuote = "rankedQuote";

    /// <summary>Folded words of all parts, no frequencies: prefixes, misspellings, the vocabulary.</summary>
    public const string Words = "words";

    /// <summary>
    /// Folded words of title, headline, excerpt and text with positions: phrases. Beside each word whose stem is another one stands that stem
    /// (<see cref="StemInProse"/>): nearness.
    /// </summary>
    public const string Prose = "prose";

    /// <summary>Stems of the title with positions and length.</summary>
    public const string Title = "title";

    /// <summary>Exact and as a column: slugs.</summary>
    public const string Tag = "tag";

    /// <inheritdoc cref="Tag"/>
    public const string Category = "category";

    /// <inheritdoc cref="Tag"/>
    public const string Person = "person";

    /// <summary>Exact and as a column: slug of where the words of a quote were said or printed, as its owner names it.</summary>
    public const string Source = "source";

    /// <summary>Exact: slug of the speaker of a quote.</summary>
    public const string Speaker = "speaker";

    /// <summary>Folded words of the speaker's name, role and words as written.</summary>
    public const string SpeakerWords = "speakerWords";

    /// <summary>Exact: id of the post a quote stands in.</summary>
    public const string PostId = "postId";

    /// <summary>Exact: key of the post that a quote was found in; the two are written and deleted together.</summary>
    public const string PostKey = "postKey";

    /// <summary>Exact: ids of the posts that a post links to.</summary>
    public const string LinksTo = "linksTo";

    /// <summary>Exact: path of the post's URL without a trailing slash.</summary>
    public const string UrlPath = "urlPath";

    /// <summary>Column: seconds since 1970, UTC; the least long where there is no date.</summary>
    public const string Instant = "instant";

    /// <summary>Column: the date in the document's own offset as the number yyyyMMdd; 0 where there is none.</summary>
    public const string Day = "day";

    /// <summary>Column: id of the first document of the group of copies or of the series; absent for one that stands alone.</summary>
    public const string Group = "group";

    /// <summary>Column of bytes: what a list shows of the document (<see cref="DocumentHead"/>).</summary>
    public const string Head = "head";

    /// <summary>Column of bytes, of posts: what they are compared with others by (<see cref="PostSignature"/>).</summary>
    public const string Signature = "signature";

    /// <summary>Stored: the prose of a post, the words of a quote.</summary>
    public const string Text = "text";

    /// <summary>Stored: the whole document but for <see cref="Text"/> (<see cref="DocumentBody"/>).</summary>
    public const string Body = "body";

    /// <summary>Positions between parts of <see cref="Prose"/>, so that no phrase spans two.</summary>
    public const int PartGap = 100;

    /// <summary>The ranked field of a kind of document.</summary>
    public static string RankedOf(DocumentKind kind) => kind == DocumentKind.Post ? Ranked : RankedQuote;

    /// <summary>A stem as a term of <see cref="Prose"/>, told from the words by a mark that no word has.</summary>
    public static string StemInProse(string stem) => "\u0001" + stem;

    // How texts become terms, lengths and files beside the index; a part of the hash.
    private const string Analysis = ";stems3;lengths1;spelling1;prose2;quotes2";

    // How often the words of a part count in the ranked field.
    public const int TitleWeight = 3;
    public const int HeadlineWeight = 3;
    public const int SlugWeight = 1;
    public const int HeadingWeight = 2;
    public const int TagWeight = 2;
    public const int CategoryWeight = 2;
    public const int PersonWeight = 2;
    public const int ExcerptWeight = 2;
    public const int TextWeight = 1;

    /// <summary>Changes with everything that decides what an index holds: this list, its weights, the analysis.</summary>
    public static string SchemaHash { get; } = Hash(
        $"2;{Ranked}:{TitleWeight},{HeadlineWeight},{SlugWeight},{HeadingWeight},{TagWeight},{CategoryWeight},{PersonWeight},{ExcerptWeight},{TextWeight};words1;porter1;head2;body2;group1;source1;signature1;impacts{SidecarFormat.Version}");

    private static string Hash(string description) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes((description + Analysis).AsSpan())).ToString("x32", CultureInfo.InvariantCulture);
}
