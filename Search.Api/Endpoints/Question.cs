using System.Text.Json.Serialization.Metadata;
using Search.Api.Parameters;
using Search.Core.Searching;

namespace Search.Api.Endpoints;

/// <summary>
/// A call that asks the index something and can be answered from a cache: how its parameters are read, and how the answer is made of
/// them. <see cref="QuestionEndpoint"/> does what is the same for all of them.
/// </summary>
/// <typeparam name="TInput">The parameters as they were read.</typeparam>
/// <typeparam name="TAnswer">The answer's JSON.</typeparam>
internal sealed record Question<TInput, TAnswer>
    where TAnswer : class
{
    public required Operation Operation { get; init; }

    public required JsonTypeInfo<TAnswer> Json { get; init; }

    /// <summary>Reads every parameter of the operation; what is wrong with them stays with the reader.</summary>
    public required Func<ParameterReader, TInput> Read { get; init; }

    /// <summary>Null where nothing of that name is in the index.</summary>
    public required Func<SearchService, TInput, CancellationToken, TAnswer?> Answer { get; init; }

    /// <summary>Puts warnings into the answer; null where its form has no place for them. A header has them in any case.</summary>
    public Func<TAnswer, IReadOnlyList<string>, TAnswer>? Warn { get; init; }

    /// <summary>What a 404 says.</summary>
    public Func<TInput, string> Missing { get; init; } = static _ => "Nothing of that name is in the index.";

    /// <summary>Answers a request that asks for the whole result in another form; null where one page of JSON is meant.</summary>
    public Func<HttpContext, ParameterReader, TInput, Func<HttpContext, Task>?>? Divert { get; init; }

    /// <summary>The bytes of an answer that is no JSON of its type; null where it is.</summary>
    public Func<HttpContext, TInput, TAnswer, byte[]>? Write { get; init; }
}
