using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Quotes;

/// <summary>
/// Reads the excerpt of a post's front matter as a quotation with its speaker: signed after a dash, with marks or without; told as in prose; or bare.
/// </summary>
internal static class ExcerptReader
{
    private const int MaxSignatureChars = 500;
    private const int MaxDashes = 20;
    private const int MaxSignatureWords = 60;
    private const int MaxUnmarkedSignatureWords = 16;

    public static FoundExcerpt? Read(string excerpt, QuoteFinder finder, NameFinder names)
    {
        var text = excerpt.Trim();
        if (text.Length < 2)
            return null;
        return Signed(text, names) ?? Undersigned(text, names) ?? Told(text, finder);
    }

    // “…” – X: the first closing mark with a signature behind it.
    private static FoundExcerpt? Signed(string text, NameFinder names)
    {
        FoundExcerpt? last = null;
        for (int i = 1, dashes = 0; i + 1 < text.Length && dashes < MaxDashes; i++)
        {
            if (!IsDash(text, i, out var after))
                continue;
            var head = text.AsSpan(0, i).TrimEnd();
            if (head.Length < 2 || !(head[^1] is '”' or '"' or '“' or '»' || head[^1] is '’' or '\'' && IsOpening(text[0])))
                continue;
            dashes++;
            var tail = UntilNextQuotation(text.AsSpan(after)).Trim();
            if (tail.IsEmpty || TitleWords.Count(tail) > MaxSignatureWords || tail.IndexOf('”') >= 0 && tail.IndexOf('“') < 0 || Signature.Read(tail.ToString(), names) is not { } signature || signature.Text.StartsWith('@'))
                continue;
            last = Make(text, head.Length, signature, QuoteForm.Marked, 0.97);
            if (char.IsUpper(tail[0]))
                return last;
        }
        return last;
    }

    // … – X without marks, or with a mark that nothing closes.
    private static FoundExcerpt? Undersigned(string text, NameFinder names)
    {
        for (var i = text.Length - 2; i > Math.Max(0, text.Length - MaxSignatureChars); i--)
        {
            if (!IsDash(text, i, out var after) || !char.IsWhiteSpace(text[i - 1]))
                continue;
            var head = text.AsSpan(0, i).TrimEnd();
            var tail = text.AsSpan(after).Trim().TrimEnd(". ");
            if (head.Length < 2 || tail.IsEmpty || !EndsSentence(head) || !char.IsUpper(tail[0]))
                continue;
            var sentence = FirstSentence(tail);
            if (sentence.Length < tail.Length && !IsOpening(text[0]) || TitleWords.Count(sentence) > MaxUnmarkedSignatureWords
                || Signature.Read(sentence.ToString(), names) is not { } signature || signature.Name is null && (sentence.Length < tail.Length || TitleWords.Count(sentence) > 6))
                continue;
            return Make(text, head.Length, signature, QuoteForm.Unmarked, 0.85);
        }
        return null;
    }

    private static FoundExcerpt Make(string text, int headEnd, Signature signature, QuoteForm form, double confidence)
    {
        var (start, end) = Inside(text, headEnd);
        var said = text[start..end];
        return new FoundExcerpt(said, signature.Text, signature.Name, signature.Role, signature.Verb, form, confidence, QuoteKey.Of(said));
    }

    // “…” – X. “…” – Y: the first signature ends where the next quotation opens.
    private static ReadOnlySpan<char> UntilNextQuotation(ReadOnlySpan<char> tail)
    {
        for (var i = 2; i + 1 < tail.Length; i++)
            if (IsOpening(tail[i]) && char.IsWhiteSpace(tail[i - 1]) && tail[i - 2] is '.' or '!' or '?')
                return tail[..i];
        return tail;
    }

    // “…,” X said. · X said, “…” · “…”
    private static FoundExcerpt? Told(string text, QuoteFinder finder)
    {
        var post = new Post { Key = "", Id = "", Title = "", Text = text, Source = new SourceSpan("") };
        var found = finder.Find(post);
        if (found.Count == 0)
            return null;
        var quoted = 0;
        foreach (var quote in found)
            quoted += TitleWords.Count(quote.Text);
        var opens = IsOpening(text[0]);
        if (quoted * 5 < TitleWords.Count(text) * 2 && !(opens && found[0].Start <= 1))
            return null;
        // The speaker is the excerpt's where its quotations name one and the same.
        var first = found[0];
        var named = found.FirstOrDefault(q => q.SpeakerText is not null) ?? first;
        var whole = found.Count == 1 || !opens ? first.Text : text[first.Start..found[^1].End];
        return new FoundExcerpt(found.Count == 1 ? first.Text : whole, named.SpeakerText, named.SpeakerName, named.Role, named.Verb, first.Form, named.SpeakerText is null ? 0.7 : named.Confidence, QuoteKey.Of(whole));
    }

    private static (int Start, int End) Inside(string text, int end)
    {
        var start = 0;
        if (text[end - 1] is '”' or '"' or '“' or '»' or '’')
            end--;
        if (IsOpening(text[0]) && end > 1)
            start = 1;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    private static bool IsDash(string text, int i, out int after)
    {
        after = i + 1;
        if (text[i] is '–' or '—' or '―' or '~')
            return true;
        if (text[i] != '-')
            return false;
        if (i > 0 && text[i - 1] == '-')
            return true;
        return (i == 0 || char.IsWhiteSpace(text[i - 1]) || IsClosing(text[i - 1])) && (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]));
    }

    private static bool EndsSentence(ReadOnlySpan<char> head) => head.TrimEnd("”’\"') ")[^1..] is [var c] && c is '.' or '!' or '?' or '…';

    private static ReadOnlySpan<char> FirstSentence(ReadOnlySpan<char> tail)
    {
        var text = tail.ToString();
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && Text.Sentences.EndsAt(text, i, text.Length))
                return tail[..i];
        return tail;
    }

    private static bool IsOpening(char c) => c is '“' or '"' or '«' or '„' or '‘' or '‟' or '”';

    private static bool IsClosing(char c) => c is '”' or '"' or '»' or '“';
}
