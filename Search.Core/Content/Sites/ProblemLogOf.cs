namespace Search.Core.Content;

/// <summary>Reports a problem of a configuration file into the source's list.</summary>
internal sealed class ProblemLogOf(string path, List<ContentProblem> problems)
{
    public void Warn(string code, int line, string message, string? readAs = null, string? mend = null) =>
        problems.Add(new ContentProblem(code, ProblemSeverity.Warning, new Model.SourceSpan(path, line), message, readAs, mend));
}
