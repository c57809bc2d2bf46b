namespace Search.Core.Quotes;

/// <summary>
/// The words that say who speaks, before it is known which person they mean.
/// </summary>
/// <param name="Start">Offset of the phrase.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Head">Name, Pronoun, or Plain for an office, an outlet, a group.</param>
/// <param name="Mention">Index of the name's mention; -1 without a name.</param>
/// <param name="RoleStart">Start of the words beside the name; equal to <paramref name="RoleEnd"/> without any.</param>
/// <param name="RoleEnd">Their end.</param>
internal readonly record struct SpeakerPhrase(int Start, int End, WordKind Head, int Mention = -1, int RoleStart = 0, int RoleEnd = 0);
