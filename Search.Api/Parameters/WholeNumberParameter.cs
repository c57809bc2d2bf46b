using System.Globalization;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>A whole number within a range.</summary>
internal sealed class WholeNumberParameter : Parameter<int>
{
    public required int Min { get; init; }

    public required int Max { get; init; }

    /// <summary>What to do beyond <see cref="Max"/>; added to the message.</summary>
    public string Beyond { get; init; } = "";

    public override OpenApiSchema Schema => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = Min.ToString(CultureInfo.InvariantCulture),
        Maximum = Max.ToString(CultureInfo.InvariantCulture),
        Default = Default,
    };

    public override int Read(IReadOnlyList<string> given, Action<string> reject)
    {
        if (int.TryParse(given[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max)
            return number;
        reject($"'{Quoted.Shorten(given[0])}' is not accepted; it takes a whole number from {Min} to {Max}{Beyond}");
        return Default;
    }

    public override string Canonical(int value) => value.ToString(CultureInfo.InvariantCulture);
}
