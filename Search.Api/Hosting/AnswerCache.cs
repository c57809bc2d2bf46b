using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Search.Api.Answers;

namespace Search.Api.Hosting;

/// <summary>
/// Answers that were made before, by entity tag. The tag names the generation of the index, so that nothing here is ever stale; what
/// belongs to an older generation is no longer asked for and is the first to go. Bounded in memory.
/// </summary>
internal sealed class AnswerCache(ApiSettings settings, ILoggerFactory loggers) : IDisposable
{
    private const int BytesInMegabyte = 1 << 20;

    // One long list must not push out a hundred searches.
    private const int MaxShare = 16;

    private readonly long _maxBytes = (long)settings.MaxCachedMegabytes * BytesInMegabyte;
    private readonly MemoryCache _answers = new(Options.Create(new MemoryCacheOptions { SizeLimit = (long)settings.MaxCachedMegabytes * BytesInMegabyte }), loggers);

    /// <summary>Null where the answer has to be made.</summary>
    public KeptAnswer? Find(string tag) => _answers.Get<KeptAnswer>(tag);

    public void Keep(string tag, KeptAnswer answer)
    {
        if (answer.Bytes <= _maxBytes / MaxShare)
            _answers.Set(tag, answer, new MemoryCacheEntryOptions { Size = answer.Bytes });
    }

    /// <summary>Null where the request has to be read.</summary>
    public KeptRequest? Find(RequestKey key) => _answers.Get<KeptRequest>(key);

    public void Keep(RequestKey key, KeptRequest request) => _answers.Set(key, request, new MemoryCacheEntryOptions { Size = key.Bytes });

    public void Dispose() => _answers.Dispose();
}
