using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>
/// A parameter of the API: one definition both reads requests and writes the reference, so that the two can't part. Names are matched
/// without regard to case.
/// </summary>
internal abstract class Parameter
{
    public required string Name { get; init; }

    /// <summary>What it means, in a sentence for the reference.</summary>
    public required string Description { get; init; }

    /// <summary>True where a request without it makes no sense.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True for a part of the path, such as <c>{id}</c>.</summary>
    public bool IsInPath { get; init; }

    /// <summary>True where it may be given more than once.</summary>
    public virtual bool IsRepeatable => false;

    public required JsonNode Example { get; init; }

    public abstract OpenApiSchema Schema { get; }
}

/// <summary>A parameter whose values are read as <typeparamref name="T"/>.</summary>
internal abstract class Parameter<T> : Parameter
{
    /// <summary>The value where the request gives none.</summary>
    public required T Default { get; init; }

    /// <summary>Reads what was given (at least one text, none empty); calls <paramref name="reject"/> for each thing that is wrong.</summary>
    public abstract T Read(IReadOnlyList<string> given, Action<string> reject);

    /// <summary>One text for values that mean the same: the part of the entity tag.</summary>
    public abstract string Canonical(T value);
}
