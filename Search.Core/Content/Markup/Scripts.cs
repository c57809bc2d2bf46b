namespace Search.Core.Content;

/// <summary>What a character's script means for the setting of text.</summary>
internal static class Scripts
{
    /// <summary>Chinese characters, kana and their punctuation: written without blanks between words. (Korean is not.)</summary>
    public static bool IsIdeographic(char c) => c is >= '\u2E80' and <= '\u312F' or >= '\u3190' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF01' and <= '\uFF9F';
}
