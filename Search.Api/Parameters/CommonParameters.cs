using Search.Api.Hosting;

namespace Search.Api.Parameters;

/// <summary>Parameters that several calls have with their own words and ranges.</summary>
internal static class CommonParameters
{
    // Longer than any file name or slug.
    private const int MaxNameChars = 1_024;

    public static TextParameter Words(string name, string description, string example, LimitSettings limits, bool isRequired = false) => new()
    {
        Name = name,
        Description = description,
        Default = "",
        MaxChars = limits.MaxQueryChars,
        Example = example,
        IsRequired = isRequired,
    };

    /// <summary>A part of the path.</summary>
    public static TextParameter PathName(string name, string description, string example) => new()
    {
        Name = name,
        Description = description,
        Default = "",
        MaxChars = MaxNameChars,
        Example = example,
        IsRequired = true,
        IsInPath = true,
    };

    public static WholeNumberParameter Limit(string description, int fallback, int max) => new()
    {
        Name = "limit",
        Description = description,
        Default = Math.Min(fallback, max),
        Min = 1,
        Max = max,
        Example = Math.Min(fallback, max),
    };
}
