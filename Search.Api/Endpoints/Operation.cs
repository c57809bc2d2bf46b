using System.Text.Json.Nodes;
using Search.Api.Parameters;

namespace Search.Api.Endpoints;

/// <summary>
/// What the reference says of one call: the same parameters that the call reads, an example of its answer, and every status it gives.
/// </summary>
internal sealed record Operation
{
    /// <summary>Name for generated clients; unique.</summary>
    public required string Id { get; init; }

    /// <summary>Heading in the reference under which the call stands.</summary>
    public required string Group { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>An answer as it comes, shortened; JSON, or text for other media types.</summary>
    public required string Example { get; init; }

    public string MediaType { get; init; } = "application/json";

    /// <summary>An example of the body that is sent; null where none is.</summary>
    public string? BodyExample { get; init; }

    /// <summary>Every status besides those that <see cref="Reference.OperationReference"/> gives to all calls of the kind.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];

    /// <summary>True where the answer has an entity tag, and 304 may stand for it.</summary>
    public bool IsConditional { get; init; }

    public JsonNode ExampleNode() => MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(Example)! : JsonValue.Create(Example);
}
