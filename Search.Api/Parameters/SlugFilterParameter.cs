using Microsoft.OpenApi;
using Search.Core.Searching;
using Search.Core.Text;

namespace Search.Api.Parameters;

/// <summary>
/// Slugs that a document must have: repeated, all of them; with commas, any of them; with a leading <c>-</c>, none of them. A name as
/// people write it ("Elon Musk") is read as its slug.
/// </summary>
internal sealed class SlugFilterParameter : Parameter<SlugFilter>
{
    /// <summary>Slugs in one request.</summary>
    public required int MaxSlugs { get; init; }

    public override bool IsRepeatable => true;

    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };

    public override SlugFilter Read(IReadOnlyList<string> given, Action<string> reject)
    {
        var all = new List<IReadOnlyList<string>>();
        var none = new List<string>();
        foreach (var text in given)
        {
            var group = new List<string>();
            var isExcluded = text.TrimStart().StartsWith('-');
            foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var slug = Slug.Of(part);
                if (slug.Length == 0)
                    reject($"'{Quoted.Shorten(part)}' is not accepted; it takes slugs of letters and digits, such as elon-musk");
                // In "a,-b" the minus is meant for b alone.
                else if (isExcluded || part[0] == '-')
                    none.Add(slug);
                else
                    group.Add(slug);
            }
            if (group.Count > 0)
                all.Add(group);
        }
        var count = none.Count + all.Sum(group => group.Count);
        if (count > MaxSlugs)
            reject($"has {count} values; at most {MaxSlugs} are accepted");
        return new SlugFilter(all, none);
    }

    public override string Canonical(SlugFilter value) =>
        string.Join('&', value.AllOf.Select(group => string.Join(',', group))) + (value.NoneOf.Count > 0 ? "&-" + string.Join(',', value.NoneOf) : "");
}
