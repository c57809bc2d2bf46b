namespace Search.Core.Ranking;

/// <summary>
/// A bounded lift for newer documents: <c>1 + lift · 2^(-age / halfLife)</c>. Age is counted from the newest document and never negative,
/// so that the same content gives the same scores on any day; a document without a date gets none.
/// </summary>
internal sealed class Recency(RankingProfile profile, long newestInstant)
{
    private const double SecondsPerDay = 86400;

    /// <summary>Age is counted from here.</summary>
    public long NewestInstant => newestInstant;

    /// <param name="instant">Seconds since 1970; the least long for no date.</param>
    public double FactorOf(long instant)
    {
        if (instant == long.MinValue || profile.RecencyLift == 0)
            return 1;
        var ageDays = Math.Max(0, (newestInstant - instant) / SecondsPerDay);
        return 1 + profile.RecencyLift * Math.Pow(2, -ageDays / profile.RecencyHalfLifeDays);
    }
}
