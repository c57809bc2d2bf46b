namespace Search.Core.Quotes;

/// <summary>A quotation that a post's excerpt consists of, or opens with.</summary>
/// <param name="Text">The quoted words, without their outer marks.</param>
/// <param name="SpeakerText">Who said it, as it stands in the excerpt; null where the excerpt does not say.</param>
/// <param name="SpeakerName">The person's name without title, party and office; null where the speaker is an outlet or office.</param>
/// <param name="Role">Title and office as the excerpt gives them.</param>
/// <param name="Verb">The verb of saying; null where there is none.</param>
/// <param name="Form">How it is set.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="NormalisedKey">See <see cref="QuoteKey"/>.</param>
public sealed record FoundExcerpt(
    string Text, string? SpeakerText, string? SpeakerName, string? Role, string? Verb, QuoteForm Form, double Confidence, string NormalisedKey);
