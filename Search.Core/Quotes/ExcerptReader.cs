using Search.Core.Model;

namespace Search.Core.Quotes;

/// <summary>
/// Reads the excerpt of a post's front matter as a quotation with its speaker: signed after a dash, with marks or without; told as in prose; or bare.
/// </summary>
internal static class ExcerptReader
{
    private const int MaxSignatureChars = 500;
    private const int MaxSignatureWords = 60;
    private const int MaxUnmarkedSignatureWords = 16;

    public static FoundExcerpt? Read(string excerpt, QuoteFinder finder)
    {
        var text = excerpt.Trim();
        if (text.Length < 2)
            return null;
        if (Signed(text) is { } signed)
            return signed;
        return Told(text, finder);
    }

    // “…” – X · … – X
    private static FoundExcerpt? Signed(string text)
    {
        for (var i = text.Length - 2; i > Math.Max(0, text.Length - MaxSignatureChars); i--)
        {
            if (text[i] is '\n' && IsDash(text, i + 1, out _))
                continue;
            if (!IsDash(text, i, out var after))
                continue;
            var head = text.AsSpan(0, i).TrimEnd();
            var tail = text.AsSpan(after).Trim();
            if (head.IsEmpty || tail.IsEmpty || tail.IndexOfAny("”»") >= 0 && tail.IndexOfAny("“«") < 0)
                return null;
            var marked = head[^1] is '”' or '"' or '“' or '»' or '’' or '\'' && IsOpening(text[0]);
            var spaced = i > 0 && char.IsWhiteSpace(text[i - 1]) || marked;
            var words = TitleWords.Count(tail);
            if (!spaced || words > (marked ? MaxSignatureWords : MaxUnmarkedSignatureWords))
                continue;
            if (!marked && (!EndsSentence(head) || !char.IsUpper(tail[0]) || HasSentenceInside(tail)))
                continue;
            if (Signature.Read(tail.ToString()) is not { } signature || !marked && signature.Name is null && words > 6)
                continue;
            var (start, end) = Inside(text, head.Length);
            var said = text[start..end];
            return new FoundExcerpt(said, signature.Text, signature.Name, signature.Role, signature.Verb, marked ? QuoteForm.Marked : QuoteForm.Unmarked, marked ? 0.97 : 0.85, QuoteKey.Of(said));
        }
        return null;
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

    private static bool HasSentenceInside(ReadOnlySpan<char> tail)
    {
        var text = tail.TrimEnd(". ").ToString();
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && Text.Sentences.EndsAt(text, i, text.Length))
                return true;
        return false;
    }

    private static bool IsOpening(char c) => c is '“' or '"' or '«' or '„' or '‘' or '‟' or '”';

    private static bool IsClosing(char c) => c is '”' or '"' or '»' or '“';
}
