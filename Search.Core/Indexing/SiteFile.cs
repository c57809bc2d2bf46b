namespace Search.Core.Indexing;

/// <summary>What a generation knows of its site: title, address and the language that its texts were analyzed in.</summary>
public sealed record SiteFile(string Title, string Url, string Language)
{
    /// <summary>English and nameless where the file is missing.</summary>
    public static SiteFile Read(string folder)
    {
        var path = Path.Combine(folder, GenerationFileNames.Site);
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return new(lines.ElementAtOrDefault(0) ?? "", lines.ElementAtOrDefault(1) ?? "", lines.ElementAtOrDefault(2) is { Length: > 0 } language ? language : "en");
    }

    public void Write(Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write($"{OneLine(Title)}\n{OneLine(Url)}\n{Language}\n");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
