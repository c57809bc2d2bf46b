namespace Search.Core.Content;

/// <summary>Finds a configured time zone on this machine.</summary>
internal static class Zones
{
    public static TimeZoneInfo Find(string? name, int line, ProblemLogOf log)
    {
        if (string.IsNullOrWhiteSpace(name))
            return TimeZoneInfo.Utc;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name.Trim());
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or IOException)
        {
            log.Warn("time-zone-unknown", line, $"The time zone `{name}` is not known on this machine", "UTC", "Install the machine's zone data, or correct the name");
            return TimeZoneInfo.Utc;
        }
    }
}
