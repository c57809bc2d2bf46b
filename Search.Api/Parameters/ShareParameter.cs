using System.Globalization;
using Microsoft.OpenApi;

namespace Search.Api.Parameters;

/// <summary>A number from 0 to 1.</summary>
internal sealed class ShareParameter : Parameter<double>
{
    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.Number, Format = "double", Minimum = "0", Maximum = "1", Default = Default };

    public override double Read(IReadOnlyList<string> given, Action<string> reject)
    {
        if (double.TryParse(given[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        reject($"'{Quoted.Shorten(given[0])}' is not accepted; it takes a number from 0 to 1");
        return Default;
    }

    public override string Canonical(double value) => value.ToString(CultureInfo.InvariantCulture);
}
