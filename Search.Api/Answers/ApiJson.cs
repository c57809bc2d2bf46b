using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Api.Feeds;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Answers;

/// <summary>
/// The JSON of the API, generated at build time: camelCase, enums as lower-case words, nulls written unless a property says otherwise.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(WordConverter<DocumentKind>), typeof(WordConverter<DatePrecision>), typeof(WordConverter<TagKind>), typeof(WordConverter<AsideKind>)])]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(Hit))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(SiteNames))]
[JsonSerializable(typeof(PostView))]
[JsonSerializable(typeof(RelatedAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(PersonView))]
[JsonSerializable(typeof(TagsAnswer))]
[JsonSerializable(typeof(TagView))]
[JsonSerializable(typeof(CategoriesAnswer))]
[JsonSerializable(typeof(TagSuggestAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(DraftText))]
[JsonSerializable(typeof(string))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Makes the framework's own options, of which the reference takes its schemas, say what this context writes.</summary>
    public static void Describe(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.NumberHandling = JsonNumberHandling.Strict;
        foreach (var converter in Default.Options.Converters)
            options.Converters.Add(converter);
    }

    // JSON is only ever sent as JSON (nosniff), never written into a page: marks and letters need no escapes there.
    static ApiJson() => Default = new ApiJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
