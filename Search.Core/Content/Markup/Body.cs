using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>The body of a post as clean prose, with what stood in it.</summary>
internal sealed record Body
{
    public static Body Empty { get; } = new();

    public string Text { get; init; } = "";

    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    public string Code { get; init; } = "";

    public IReadOnlyList<Heading> Outline { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Aside> Asides { get; init; } = [];

    public IReadOnlyList<string> Bylines { get; init; } = [];
}

/// <summary>What a body is written in.</summary>
internal enum BodyFormat
{
    Markdown,
    Html,
    Plain,
}
