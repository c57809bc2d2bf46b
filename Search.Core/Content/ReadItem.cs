using Search.Core.Model;

namespace Search.Core.Content;

/// <summary>One thing that reading a file gave: a post, a quotation, a document left out with its reason, or a problem.</summary>
public abstract record ReadItem;

/// <summary>A post.</summary>
public sealed record PostRead(Post Post) : ReadItem;

/// <summary>A quotation of a quotations file or record.</summary>
public sealed record QuoteRead(Quote Quote) : ReadItem;

/// <summary>A file or record that gave no document.</summary>
/// <param name="Reason">The kind of reason, for counting.</param>
/// <param name="Place">The file, or the record's line.</param>
/// <param name="Why">The reason in words.</param>
public sealed record Skipped(SkipReason Reason, SourceSpan Place, string Why) : ReadItem;

/// <summary>An irregularity; what could be read of its document is given as well.</summary>
public sealed record ProblemRead(ContentProblem Problem) : ReadItem;
