using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Tests;

/// <summary>
/// Processor time that this thread has worked: what others do on the machine does not count. Only for ratios that tell a linear step from a
/// quadratic one; where the system does not tell it, the time that has passed.
/// </summary>
internal static partial class WorkTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID of clock_gettime(2)

    /// <summary>Least of three runs, in milliseconds.</summary>
    public static double Of(Action work) => Enumerable.Range(0, 3).Min(_ =>
    {
        var before = Now();
        work();
        return Now() - before;
    });

    private static double Now() => OperatingSystem.IsLinux() && ClockGetTime(ThreadClock, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
