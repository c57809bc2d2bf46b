namespace Search.Core.Model;

/// <summary>What a document of the index is: a post, or a quotation.</summary>
public enum DocumentKind
{
    Post,
    Quote,
}
