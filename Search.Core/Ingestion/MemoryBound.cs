namespace Search.Core.Ingestion;

/// <summary>
/// Holds a run near the memory that it was given. The collector lets garbage grow with what lives, on a machine that has more: here it is asked to collect once
/// there is as much as the bound leaves for objects. What truly must be held (the facts of all files) may still exceed it.
/// </summary>
/// <param name="bytes">Resident memory that the process should stay within.</param>
internal sealed class MemoryBound(long bytes)
{
    /// <summary>The runtime, compiled code and the files of the index that are being read or written.</summary>
    private const long BesideObjects = 100 << 20;
    private const long LeastRoom = 48 << 20;

    private readonly long objects = Math.Max(bytes - BesideObjects, LeastRoom) * 3 / 4;
    private long limit = Math.Max(bytes - BesideObjects, LeastRoom) * 3 / 4;

    /// <summary>To be called every few documents.</summary>
    public void Keep()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) < limit)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        var lives = GC.GetTotalMemory(forceFullCollection: false);
        // Where nearly all of it lives, asking again at once would cost much and bring nothing.
        limit = Math.Max(objects, lives + Math.Max(LeastRoom, lives / 4));
    }
}
