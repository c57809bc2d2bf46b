using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>One irregularity of the content: where it stands, what was read instead, and how to mend it.</summary>
/// <param name="Code">Stable kebab-case name of the kind of irregularity, such as <c>tab-in-flow-list</c>.</param>
/// <param name="Severity">What it costs.</param>
/// <param name="Place">File, line and column.</param>
/// <param name="Message">One sentence for the author.</param>
/// <param name="ReadAs">What was read instead; null where nothing was.</param>
/// <param name="Mend">What to write instead; null where the author must decide.</param>
public sealed record ContentProblem(
    string Code, ProblemSeverity Severity, SourceSpan Place, string Message, string? ReadAs = null, string? Mend = null);
