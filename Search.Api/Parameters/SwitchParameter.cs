using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class SwitchParameter : Parameter<bool>
{
    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.Boolean, Default = Default };

    public override bool Read(IReadOnlyList<string> given, Action<string> reject)
    {
        if (bool.TryParse(given[0], out var value))
            return value;
        reject($"'{Quoted.Shorten(given[0])}' is not accepted; it takes true or false");
        return Default;
    }

    public override string Canonical(bool value) => value ? "true" : "false";
}
