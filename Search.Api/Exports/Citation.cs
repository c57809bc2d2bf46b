using System.Security.Cryptography;
using System.Text;
using Search.Core.Model;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>What identifies a document where it is cited: who, when, where, and which words (a hash that shows whether they have changed since).</summary>
internal sealed record Citation(string Key, string Title, string? Author, DateTimeOffset? Date, DatePrecision Precision, string? Url, string Hash)
{
    private const int HashChars = 16;

    public static Citation Of(Hit hit, PostView? post)
    {
        var isQuote = hit.Kind == DocumentKind.Quote;
        var words = isQuote ? hit.Excerpt : post?.Text ?? hit.Excerpt;
        return new(
            hit.Id,
            isQuote || hit.Title.Length == 0 ? hit.Excerpt : hit.Title,
            isQuote ? hit.Speaker?.Label ?? hit.SpeakerText : post?.Author,
            hit.Date,
            hit.DatePrecision,
            hit.Url,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hit.Title}\n{words}")))[..HashChars]);
    }

    /// <summary>The hash with its name, for a note.</summary>
    public string Note => $"sha256 of title and text: {Hash}";
}
