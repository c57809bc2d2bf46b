using Search.Core.Content;
using Search.Core.Model;
using Search.Core.People;

namespace Search.Core.Ingestion;

/// <summary>A post with the names found in it.</summary>
internal sealed record NamedPost(Post Post, DocumentNames Names) : ReadItem;
