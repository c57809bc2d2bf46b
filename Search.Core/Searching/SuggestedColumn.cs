namespace Search.Core.Searching;

/// <summary>What is suggested for a draft.</summary>
public enum SuggestedColumn
{
    Tags,
    Categories,
    People,
}
