using System.Text.Json.Serialization;

namespace Search.Api.Answers;

/// <summary>
/// Every error of the API, as RFC 9457 has it. <see cref="Code"/> is stable and meant for programs; <see cref="Detail"/> says what was
/// wrong and what is accepted, and is meant for people.
/// </summary>
internal sealed record ProblemBody
{
    /// <summary>A URI that names the kind of problem; about:blank says that the status and the code tell all.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What was wrong and what is accepted.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public string? Instance { get; init; }

    /// <summary>Stable name of the problem.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, by parameter or property; only where the request can be mended there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, List<string>>? Errors { get; init; }

    /// <summary>Names this failure in the log; only where the fault is ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}
