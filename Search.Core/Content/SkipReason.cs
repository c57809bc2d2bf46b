namespace Search.Core.Content;

/// <summary>Why a file or record gave no document.</summary>
public enum SkipReason
{
    /// <summary>A draft (<c>_drafts</c>, <c>draft: true</c>).</summary>
    Draft,

    /// <summary>Dated after the clock of the run.</summary>
    Future,

    /// <summary><c>published: false</c>, private, or expired.</summary>
    Unpublished,

    /// <summary>Not content of the site.</summary>
    NotAPost,

    /// <summary>Nothing of it could be read.</summary>
    Unreadable,

    /// <summary>The same record stands earlier in the same file.</summary>
    Duplicate,
}
