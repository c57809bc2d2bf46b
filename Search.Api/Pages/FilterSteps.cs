using Search.Core.Searching;

namespace Search.Api.Pages;

/// <summary>
/// The steps from one filter to the next that the facets of a page offer, the same as the console's: choose a value among its siblings or
/// take it back, ask for one as well, leave one out, and whether any or all of those chosen are asked for.
/// </summary>
internal static class FilterSteps
{
    public static bool IsChosen(this SlugFilter filter, string slug) => filter.AllOf.Any(group => group.Contains(slug));

    /// <summary>True where what is chosen next must be met as well; false where it is one more that will do.</summary>
    public static bool AsksForAll(this SlugFilter filter) => filter.AllOf.Count > 1;

    public static SlugFilter Without(this SlugFilter filter, string slug) => new(
        [.. filter.AllOf.Select(group => group.Where(other => other != slug).ToList()).Where(group => group.Count > 0)],
        [.. filter.NoneOf.Where(other => other != slug)]);

    public static SlugFilter Toggled(this SlugFilter filter, string slug)
    {
        var rest = filter.Without(slug);
        if (filter.IsChosen(slug))
            return rest;
        return rest.AllOf is [var only] ? rest with { AllOf = [[.. only, slug]] } : rest with { AllOf = [.. rest.AllOf, [slug]] };
    }

    public static SlugFilter Narrowed(this SlugFilter filter, string slug)
    {
        var rest = filter.Without(slug);
        return rest with { AllOf = [.. rest.AllOf, [slug]] };
    }

    public static SlugFilter ExclusionToggled(this SlugFilter filter, string slug)
    {
        var rest = filter.Without(slug);
        return filter.NoneOf.Contains(slug) ? rest : rest with { NoneOf = [.. rest.NoneOf, slug] };
    }

    public static SlugFilter AskingFor(this SlugFilter filter, bool all)
    {
        var slugs = filter.AllOf.SelectMany(group => group).Distinct(StringComparer.Ordinal).ToList();
        return filter with { AllOf = slugs.Count == 0 ? [] : all ? [.. slugs.Select(slug => new[] { slug })] : [slugs] };
    }

    /// <summary>As values of the parameter.</summary>
    public static IEnumerable<string> Values(this SlugFilter filter) =>
        filter.AllOf.Select(group => string.Join(',', group)).Concat(filter.NoneOf.Select(slug => "-" + slug));
}
