using System.Text.Json;
using Search.Core.Searching;

namespace Search.Indexer.Export;

/// <summary>A list of the tags, most used first: slug, label, kind, how many posts, every spelling; boilerplate is marked.</summary>
internal static class TagsExport
{
    public static int Write(SearchService service, Utf8JsonWriter json, CancellationToken cancel)
    {
        var count = 0;
        json.WriteStartArray();
        foreach (var listed in service.Tags("", int.MaxValue).Values)
        {
            cancel.ThrowIfCancellationRequested();
            if (service.Tag(listed.Slug) is not { } tag)
                continue;
            json.WriteStartObject();
            json.WriteString("slug", tag.Slug);
            json.WriteString("label", tag.Label);
            json.WriteString("kind", tag.Kind.ToString().ToLowerInvariant());
            json.WriteOptional("personSlug", tag.PersonSlug);
            json.WriteNumber("posts", tag.Posts);
            json.WriteBoolean("boilerplate", tag.Boilerplate);
            json.WriteTexts("aliases", tag.Aliases);
            json.WriteEndObject();
            count++;
        }
        json.WriteEndArray();
        return count;
    }
}
