using System.Text;

namespace Search.Tests.Content;

/// <summary>
/// One case of <c>Cases/content</c>: a file of a site, the site's configuration, and what reading it must give. The format is described in the
/// folder's README.
/// </summary>
public sealed record ContentCase(string File, string Name)
{
    public string Path { get; private set; } = "_posts/2024-05-06-a-post.md";

    public string? Configuration { get; private set; }

    public string ConfigurationPath { get; private set; } = "_config.yml";

    public string Content { get; private set; } = "";

    public List<(string Key, string Value)> Expected { get; } = [];

    public override string ToString() => $"{File}: {Name}";

    public static List<ContentCase> ReadAll()
    {
        var cases = new List<ContentCase>();
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Corpus.RepositoryRoot, "Search.Tests", "Cases", "content"), "*.txt").Order(StringComparer.Ordinal))
            cases.AddRange(Read(file));
        return cases;
    }

    private static IEnumerable<ContentCase> Read(string file)
    {
        ContentCase? current = null;
        var content = new StringBuilder();
        var isExpected = false;
        foreach (var line in System.IO.File.ReadAllText(file).Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                if (current is not null)
                    yield return current;
                current = new ContentCase(System.IO.Path.GetFileName(file), line[4..].Trim());
                content.Clear();
                isExpected = false;
            }
            else if (current is null)
                continue;
            else if (line == "===")
            {
                isExpected = true;
                current.Content = Unescaped(content.ToString());
            }
            else if (!isExpected && content.Length == 0 && line.StartsWith("@ ", StringComparison.Ordinal))
                current.Set(line[2..]);
            else if (!isExpected)
                content.Append(line).Append('\n');
            else if (line.StartsWith("| ", StringComparison.Ordinal) || line == "|")
                current.Expected[^1] = (current.Expected[^1].Key, current.Expected[^1].Value + (current.Expected[^1].Value.Length > 0 ? "\n" : "") + (line.Length > 2 ? line[2..] : ""));
            else if (line.IndexOf(':') is > 0 and var colon)
                current.Expected.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        if (current is not null)
            yield return current;
    }

    private void Set(string option)
    {
        var colon = option.IndexOf(':');
        var value = option[(colon + 1)..].Trim();
        switch (option[..colon])
        {
            case "path":
                Path = value;
                break;
            case "config":
                Configuration = Configuration + value + "\n";
                break;
            case "config-path":
                ConfigurationPath = value;
                break;
            default:
                throw new InvalidDataException($"{File}: {Name}: unknown option {option}");
        }
    }

    // Characters that editors and git would lose: {{TAB}}, {{ZWSP}}, {{NUL}}, {{CR}}.
    private static string Unescaped(string content) => content
        .Replace("{{TAB}}", "\t", StringComparison.Ordinal)
        .Replace("{{ZWSP}}", "\u200B", StringComparison.Ordinal)
        .Replace("{{CTRL}}", "\u0002", StringComparison.Ordinal)
        .Replace("{{CR}}", "\r", StringComparison.Ordinal);
}
