namespace Search.Core.Content;

/// <summary>The notation of a front matter block.</summary>
internal enum FrontNotation
{
    None,
    Yaml,
    Toml,
    Json,
    Script,
}

/// <summary>A file cut into its front matter and its body.</summary>
/// <param name="Notation">What the front matter is written in; None where there is none.</param>
/// <param name="Content">The front matter without its fences.</param>
/// <param name="Line">Line of the file on which <paramref name="Content"/> begins.</param>
/// <param name="Body">What follows.</param>
/// <param name="BodyLine">Line of the file on which the body begins.</param>
/// <param name="IsClosed">False where the fence that should end it is missing and its end was guessed.</param>
internal sealed record FrontMatterBlock(FrontNotation Notation, string Content, int Line, string Body, int BodyLine, bool IsClosed = true);
