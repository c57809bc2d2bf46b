namespace Search.Core.Quotes;

/// <summary>
/// How often a quotation found on a ground is one and its speaker right, measured on labelled news articles and rounded down: a quotation's confidence.
/// </summary>
internal static class Sureness
{
    /// <summary>0 to 1.</summary>
    public static double Of(Ground ground, QuoteForm form)
    {
        var speaker = ground switch
        {
            Ground.After => 0.97,
            Ground.Before or Ground.Continued => 0.93,
            Ground.Signed or Ground.Introduced => 0.9,
            Ground.Noun or Ground.Tail => 0.8,
            Ground.Mind or Ground.Paragraph => 0.7,
            Ground.Subject => 0.5,
            _ => 0.4,
        };
        return form switch
        {
            QuoteForm.Introduced => Math.Min(speaker, 0.7),
            QuoteForm.Blockquote or QuoteForm.Unclosed => Math.Min(speaker, 0.85),
            _ => speaker,
        };
    }
}
