using System.Buffers.Text;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Core.Searching;

/// <summary>
/// The place where the next page begins: the last hit's values, the generation that showed it, and a check that it is the same query.
/// </summary>
internal sealed record SearchCursor(string Generation, string RequestHash, HitPlace After)
{
    private const char Separator = '\u001f';

    public override string ToString()
    {
        var text = string.Join(
            Separator,
            Generation,
            RequestHash,
            BitConverter.DoubleToInt64Bits(After.Score).ToString(CultureInfo.InvariantCulture),
            After.Instant.ToString(CultureInfo.InvariantCulture),
            After.Id);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <exception cref="InvalidCursorException">The text is no cursor of this request.</exception>
    public static SearchCursor Parse(string text, SearchRequest request)
    {
        if (text.Length > 4096 || !Base64Url.IsValid(text))
            throw new InvalidCursorException("The cursor is damaged; take it from `next` of the page before.");
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (parts.Length != 5 || !long.TryParse(parts[2], CultureInfo.InvariantCulture, out var score) || !long.TryParse(parts[3], CultureInfo.InvariantCulture, out var instant))
            throw new InvalidCursorException("The cursor is damaged; take it from `next` of the page before.");
        if (parts[1] != HashOf(request))
            throw new InvalidCursorException("The cursor belongs to another query; leave it out to begin at the first page.");
        return new(parts[0], parts[1], new(BitConverter.Int64BitsToDouble(score), instant, parts[4], request.Sort == SearchSort.Oldest));
    }

    /// <summary>The same for requests that have the same hits in the same order.</summary>
    public static string HashOf(SearchRequest request) =>
        XxHash64.HashToUInt64(MemoryMarshal.AsBytes(TextOf(request).AsSpan())).ToString("x16", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="HashOf"/>
    public static string TextOf(SearchRequest request) =>
        string.Join(
            Separator,
            request.Query,
            request.Kind,
            Filter(request.Tags),
            Filter(request.Categories),
            Filter(request.People),
            Filter(request.Sources),
            request.From,
            request.To,
            request.Sort,
            request.Fold);

    private static string Filter(SlugFilter filter) =>
        string.Join('&', filter.AllOf.Select(any => string.Join(',', any))) + "!" + string.Join(',', filter.NoneOf);
}

/// <summary>A cursor that is damaged or belongs to another query.</summary>
public sealed class InvalidCursorException(string message) : Exception(message);
