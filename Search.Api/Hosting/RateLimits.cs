using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Search.Api.Answers;

namespace Search.Api.Hosting;

/// <summary>
/// Keeps one caller from taking the host from the others: so many requests a second from one address. Health and metrics are always
/// answered. What all callers together may ask at once is the matter of <see cref="AnswerDesk"/>.
/// </summary>
internal static class RateLimits
{
    // Bursts: a page with its scripts, a person typing fast, a site generator asking for each of its posts.
    private const int BurstSeconds = 10;

    public static void AddRateLimits(this IServiceCollection services, LimitSettings limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => ForAddress(http, limits));
        options.OnRejected = async (rejected, _) =>
        {
            RequestGate.AddSecurityHeaders(rejected.HttpContext);
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 1;
            await new Problem(StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyRequests,
                string.Create(CultureInfo.InvariantCulture, $"Too many requests; ask again in {Math.Max(1, seconds)} s, at most {PerSecond(limits)} a second.")) { RetryAfterSeconds = Math.Max(1, seconds) }.WriteAsync(rejected.HttpContext);
        };
    });

    private static int PerSecond(LimitSettings limits) => limits.RequestsPerSecond ?? LimitSettings.DefaultRequestsPerSecond;

    private static RateLimitPartition<string> ForAddress(HttpContext http, LimitSettings limits)
    {
        var address = http.Connection.RemoteIpAddress;
        var isThisMachine = address is null || IPAddress.IsLoopback(address);
        if (limits.RequestsPerSecond == 0 || IsWatching(http) || (limits.RequestsPerSecond is null && isThisMachine))
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetTokenBucketLimiter(Network(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = PerSecond(limits) * BurstSeconds,
            TokensPerPeriod = PerSecond(limits),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    private static bool IsWatching(HttpContext http) => http.Request.Path.StartsWithSegments("/health") || http.Request.Path.StartsWithSegments("/metrics");

    // A household or server has a whole /64 of IPv6 addresses: each of them would be a caller of its own.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "none";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
