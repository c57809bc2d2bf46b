namespace Search.Core.Content;

/// <summary>Tells an export of WordPress or Ghost from any other XML or JSON file by its first bytes.</summary>
internal static class ExportSniffer
{
    private const int HeadBytes = 8192;

    /// <summary>The form; NotAPost for anything else.</summary>
    public static ContentForm Of(string fullPath)
    {
        try
        {
            using var stream = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            Span<byte> head = stackalloc byte[HeadBytes];
            head = head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
            if (head.IndexOf("wordpress.org/export/"u8) >= 0)
                return ContentForm.WordPress;
            if (head.IndexOf("\"exported_on\""u8) >= 0 || (head.IndexOf("\"db\""u8) >= 0 && (head.IndexOf("\"meta\""u8) >= 0 || head.IndexOf("\"data\""u8) >= 0)))
                return ContentForm.Ghost;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ContentForm.NotAPost;
        }
        return ContentForm.NotAPost;
    }
}
