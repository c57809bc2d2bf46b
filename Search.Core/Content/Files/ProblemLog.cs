using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>
/// Gathers the problems of one file. Each kind is kept up to a bound and then counted, so that a broken file of a million lines gives a
/// report that a person can read.
/// </summary>
internal sealed class ProblemLog(string path)
{
    private const int MaxOfAKind = 20;

    private readonly List<ContentProblem> problems = [];
    private readonly Dictionary<string, int> counts = [];

    public string Path => path;

    public SourceSpan At(int line, int column = 0) => new(path, line, column);

    public void Info(string code, int line, string message, string? readAs = null, string? mend = null, int column = 0) =>
        Add(new ContentProblem(code, ProblemSeverity.Info, At(line, column), message, readAs, mend));

    public void Warn(string code, int line, string message, string? readAs = null, string? mend = null, int column = 0) =>
        Add(new ContentProblem(code, ProblemSeverity.Warning, At(line, column), message, readAs, mend));

    public void Fail(string code, int line, string message, string? readAs = null, string? mend = null, int column = 0) =>
        Add(new ContentProblem(code, ProblemSeverity.Error, At(line, column), message, readAs, mend));

    /// <summary>The problems since the last call, in the order found, with one line for those over the bound of their kind.</summary>
    public List<ContentProblem> Take()
    {
        var taken = new List<ContentProblem>(problems);
        problems.Clear();
        foreach (var (code, count) in counts)
            if (count > MaxOfAKind)
                taken.Add(new ContentProblem(code, ProblemSeverity.Info, At(0), $"{count - MaxOfAKind} more of this kind in the file", null, "As for those above"));
        counts.Clear();
        return taken;
    }

    private void Add(ContentProblem problem)
    {
        var count = counts.GetValueOrDefault(problem.Code) + 1;
        counts[problem.Code] = count;
        if (count <= MaxOfAKind)
            problems.Add(problem);
    }
}
