namespace Search.Core.Quotes;

/// <summary>How a quotation's speaker was found, from the surest way to the least.</summary>
internal enum Ground : byte
{
    None,

    /// <summary>“…,” X said.</summary>
    After,

    /// <summary>X said “…”.</summary>
    Before,

    /// <summary>A transcript's line, or a dash and a name after the words.</summary>
    Signed,

    /// <summary>X said: ¶ “…”.</summary>
    Introduced,

    /// <summary>Follows another quotation of the same paragraph.</summary>
    Continued,

    /// <summary>X's claim that “…”.</summary>
    Noun,

    /// <summary>… “…” …, X said.</summary>
    Tail,

    /// <summary>X wants “…”.</summary>
    Mind,

    /// <summary>The paragraph before it ended in the same speaker's words.</summary>
    Paragraph,

    /// <summary>The subject of the sentence, or of the one before, without a verb of saying.</summary>
    Subject,
}

/// <summary>Who speaks, by which verb, on what ground.</summary>
/// <param name="Speaker">The words for the speaker.</param>
/// <param name="Ground">How they were found.</param>
/// <param name="VerbStart">Offset of the verb; equal to <paramref name="VerbEnd"/> without one.</param>
/// <param name="VerbEnd">Its end.</param>
internal readonly record struct Attribution(SpeakerPhrase Speaker, Ground Ground, int VerbStart = 0, int VerbEnd = 0);
