namespace Search.Core.Content;

/// <summary>A run of digits, a run of letters, a run of blanks, or one other character of a written date.</summary>
internal sealed record DateToken(string Text)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsWord => char.IsLetter(Text[0]);

    public bool IsBlank => char.IsWhiteSpace(Text[0]);

    public bool IsMark => !IsNumber && !IsWord;
}

/// <summary>Cuts a written date into its tokens.</summary>
internal static class DateTokens
{
    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            Func<char, bool>? same = text[start] switch
            {
                >= '0' and <= '9' => char.IsAsciiDigit,
                // These stand in the place of the hyphen in East Asian dates.
                '年' or '月' or '日' or '년' or '월' or '일' => null,
                var c when char.IsLetter(c) => char.IsLetter,
                var c when char.IsWhiteSpace(c) => char.IsWhiteSpace,
                _ => null,
            };
            while (same is not null && i < text.Length && same(text[i]))
                i++;
            tokens.Add(new DateToken(text[start..i]));
            while (text[start] is '年' or '月' or '년' or '월' && i < text.Length && char.IsWhiteSpace(text[i]))
                i++;
        }
        return tokens;
    }
}
