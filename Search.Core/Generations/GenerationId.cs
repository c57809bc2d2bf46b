using System.Globalization;

namespace Search.Core.Generations;

/// <summary>
/// The parts of a generation's name: UTC time to the second, and a counter that goes up by one with every build. Compares by time, then
/// counter; neither ever goes back, whatever the clock does.
/// </summary>
internal readonly record struct GenerationId(DateTime Time, long Counter) : IComparable<GenerationId>
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss";
    private const int TimeLength = 15;
    private const int MinCounterDigits = 4;

    /// <summary>
    /// The next id after all of <paramref name="known"/>. A clock that went back is overruled by the newest known time, so that ids sort
    /// in the order in which they were given; the counter alone then tells them apart.
    /// </summary>
    public static GenerationId Next(IEnumerable<GenerationId> known, DateTimeOffset now)
    {
        var utc = now.UtcDateTime;
        var time = new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        long counter = 0;
        foreach (var id in known)
        {
            time = id.Time > time ? id.Time : time;
            counter = Math.Max(counter, id.Counter);
        }
        return new(time, counter + 1);
    }

    /// <summary>False for anything but what <see cref="ToString"/> writes, so an id from a file can't lead out of its folder.</summary>
    public static bool TryParse(string text, out GenerationId id)
    {
        id = default;
        if (text.Length is < TimeLength + 1 + MinCounterDigits or > TimeLength + 1 + 18 || text[TimeLength] != '-'
            || text.AsSpan(TimeLength + 1).ContainsAnyExceptInRange('0', '9')
            || !DateTime.TryParseExact(text.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return false;
        id = new(time, long.Parse(text.AsSpan(TimeLength + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        return id.ToString() == text;
    }

    public int CompareTo(GenerationId other) => Time != other.Time ? Time.CompareTo(other.Time) : Counter.CompareTo(other.Counter);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{Counter:D4}");
}
