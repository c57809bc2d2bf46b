namespace Search.Core.Quotes;

/// <summary>A word, a name, a mark or a whole quotation in a sentence.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">End, exclusive; without the <c>’s</c> of a possessive.</param>
/// <param name="Kind">Its part.</param>
/// <param name="Index">Of a name: the mention; of a quotation: the quotation; otherwise -1.</param>
/// <param name="Possessive">True with <c>’s</c> after it.</param>
/// <param name="Verb">Of a verb: what it tells.</param>
/// <param name="Form">Of a verb: its form.</param>
internal readonly record struct Token(int Start, int End, WordKind Kind, int Index = -1, bool Possessive = false, VerbClass Verb = VerbClass.None, VerbForm Form = VerbForm.Finite);
