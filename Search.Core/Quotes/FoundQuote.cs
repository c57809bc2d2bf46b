namespace Search.Core.Quotes;

/// <summary>
/// A quotation found in a post, one a paragraph and pair of marks: words that a remark interrupts (“A,” she said. “B.”) are two, and words that run
/// over several paragraphs are as many, each with the same speaker.
/// </summary>
/// <param name="Text">The quoted words, without their outer marks: <c>Post.Text[Start..End]</c>.</param>
/// <param name="Start">Offset in the post's text, in UTF-16 code units.</param>
/// <param name="End">End of the words, exclusive.</param>
public sealed record FoundQuote(string Text, int Start, int End)
{
    /// <summary>The speaker as it stands in the text (a name, a pronoun, an office, an outlet); null where the text does not say.</summary>
    public string? SpeakerText { get; init; }

    /// <summary>Offset of <see cref="SpeakerText"/>; -1 where it does not stand in the text (a byline).</summary>
    public int SpeakerStart { get; init; } = -1;

    /// <summary>The person's fullest name in the document; null where the speaker is not known to be a person, or not which.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>The document's local group of the person's names, as in <c>DocumentNames</c>; -1 without one.</summary>
    public int SpeakerGroup { get; init; } = -1;

    /// <summary>What the text calls the speaker beside the name: <c>Pentagon spokesman</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The verb of saying as written; null where there is none.</summary>
    public string? Verb { get; init; }

    /// <summary>0 to 1: how often a quotation found in this way is one, and this speaker's.</summary>
    public double Confidence { get; init; }

    public QuoteForm Form { get; init; }

    /// <summary>Index of the block of the post's text that it stands in.</summary>
    public int Block { get; init; }

    /// <summary>Equal for two printings of the same words; see <see cref="QuoteKey"/>.</summary>
    public string NormalisedKey { get; init; } = "";
}
