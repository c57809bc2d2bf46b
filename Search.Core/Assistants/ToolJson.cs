using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Core.Searching;

namespace Search.Core.Assistants;

/// <summary>The JSON of the tools' arguments and answers, generated at build time; hosts add it to the options of their protocol library.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FoundSources))]
[JsonSerializable(typeof(FullPost))]
[JsonSerializable(typeof(FoundPerson))]
[JsonSerializable(typeof(CountsAnswer))]
[JsonSerializable(typeof(int))]
public sealed partial class ToolJson : JsonSerializerContext
{
    /// <summary>The library's options, with what is known of the tools before what it finds out by itself.</summary>
    public static JsonSerializerOptions Added(JsonSerializerOptions library)
    {
        var options = new JsonSerializerOptions(library);
        options.TypeInfoResolverChain.Insert(0, Default);
        return options;
    }
}
