namespace Search.Api.Parameters;

/// <summary>A stranger's text as messages repeat it: short and without control characters.</summary>
internal static class Quoted
{
    private const int MaxChars = 60;

    public static string Shorten(string text)
    {
        var shown = text.Length <= MaxChars ? text : string.Concat(text.AsSpan(0, MaxChars), "…");
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
        });
    }
}
