namespace Search.Api.Answers;

/// <summary>The codes of problems: a promise to programs. Codes of the index (<c>index-not-found</c> …) come from the index itself.</summary>
internal static class ProblemCodes
{
    public const string InvalidParameter = "invalid-parameter";
    public const string InvalidBody = "invalid-body";
    public const string InvalidRequest = "invalid-request";
    public const string BodyTooLarge = "body-too-large";
    public const string UnsupportedMediaType = "unsupported-media-type";
    public const string UrlTooLong = "url-too-long";
    public const string QueryTooExpensive = "query-too-expensive";
    public const string TooManyRequests = "too-many-requests";
    public const string NotFound = "not-found";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string InternalError = "internal-error";
    public const string IndexNotFound = "index-not-found";
}
