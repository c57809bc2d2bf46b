using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Search.Core.Text;

namespace Search.Core.Content;

/// <summary>
/// The tables of a Ghost export but for its posts: which tags and authors a post has, in its author's order, and the site's zone. They may stand behind the posts, so they
/// are read in a pass of their own.
/// </summary>
internal sealed class GhostTables
{
    private readonly Dictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Id, double Order)>> tagsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Id, double Order)>> authorsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Title, string? Description)> metaOf = new(StringComparer.Ordinal);

    /// <summary>IANA name; null where the export does not say.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Takes a row of a table; rows of other tables are ignored.</summary>
    public void Add(string table, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return;
        switch (table)
        {
            // A tag whose name begins with # is for the theme and never shown.
            case "tags" when Id(row, "id") is { } id && Text(row, "name") is { } name && !name.StartsWith('#') && Text(row, "visibility") != "internal":
                tags[id] = name;
                break;
            case "users" when Id(row, "id") is { } id && Text(row, "name") is { } name:
                users[id] = name;
                break;
            case "posts_tags" when Id(row, "post_id") is { } post && Id(row, "tag_id") is { } tag:
                Link(tagsOf, post, tag, row);
                break;
            case "posts_authors" when Id(row, "post_id") is { } post && Id(row, "author_id") is { } author:
                Link(authorsOf, post, author, row);
                break;
            case "posts_meta" when Id(row, "post_id") is { } post:
                metaOf[post] = (Text(row, "meta_title"), Text(row, "meta_description"));
                break;
            case "settings" when Text(row, "key") is "timezone" or "active_timezone" or "activeTimezone":
                TimeZone = Text(row, "value");
                break;
        }
    }

    public IEnumerable<string> TagsOf(string postId) => Named(tagsOf, postId, tags);

    public IEnumerable<string> AuthorsOf(string postId, string? authorId)
    {
        var authors = Named(authorsOf, postId, users).ToList();
        return authors.Count == 0 && authorId is not null && users.TryGetValue(authorId, out var one) ? [one] : authors;
    }

    public string? DescriptionOf(string postId) => metaOf.GetValueOrDefault(postId).Description;

    /// <summary>An id, which is a string in some versions and a number in others; null where there is none.</summary>
    public static string? Id(JsonElement row, string name) => Has(row, name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => Text(row, name), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    /// <summary>A text that is not empty; null otherwise.</summary>
    public static string? Text(JsonElement row, string name) =>
        Has(row, name, out var value) && value.ValueKind == JsonValueKind.String && JsonFrontReader.Value(value, 0).AsText is { Length: > 0 } text ? Folding.WellFormed(text) : null;

    /// <summary>A property by its name; the last of that name.</summary>
    public static bool Has(JsonElement row, string name, out JsonElement value)
    {
        try
        {
            return row.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Another name of the object is no text (a lone surrogate), and comparing with it throws.
            value = default;
            foreach (var property in row.EnumerateObject())
                if (JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(Encoding.UTF8.GetBytes(name)))
                    value = property.Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static void Link(Dictionary<string, List<(string, double)>> links, string from, string to, JsonElement row)
    {
        if (!links.TryGetValue(from, out var list))
            links[from] = list = [];
        list.Add((to, Has(row, "sort_order", out var order) && order.ValueKind == JsonValueKind.Number && order.TryGetDouble(out var place) ? place : 0));
    }

    private static IEnumerable<string> Named(Dictionary<string, List<(string Id, double Order)>> links, string post, Dictionary<string, string> names) =>
        links.TryGetValue(post, out var list) ? list.OrderBy(link => link.Order).Select(link => names.GetValueOrDefault(link.Id)).OfType<string>().Distinct() : [];
}
