using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>Free text, taken as it is; only its length is limited.</summary>
internal sealed class TextParameter : Parameter<string>
{
    /// <summary>In UTF-16 code units.</summary>
    public required int MaxChars { get; init; }

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String, MaxLength = MaxChars };

    public override string Read(IReadOnlyList<string> given, Action<string> reject)
    {
        if (given[0].Length > MaxChars)
            reject($"is {given[0].Length} characters long; at most {MaxChars} are accepted");
        return given[0];
    }

    public override string Canonical(string value) => value;
}
