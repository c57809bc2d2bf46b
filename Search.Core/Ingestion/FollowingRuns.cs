namespace Search.Core.Ingestion;

/// <summary>
/// The runs that follow the changes of a watched content: what was read is published at once, and the work on the whole collection that it calls for in a run after it. That run
/// gives way to the next change, so that a change is never kept waiting by the one before; but not again and again, or changes without end would keep the collection from being brought up to date.
/// </summary>
public sealed class FollowingRuns(ContentWatch watch)
{
    private const int MostGivenWay = 4;

    // Whoever writes one file often writes the next; and who serves the index opens what was published meanwhile.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private int givenWay;

    /// <summary>After a change, or when it is time to look anyway.</summary>
    /// <param name="run">Runs once; given whether to leave work on the collection (<see cref="IngestOptions.SettleLater"/>), and what cancels the run.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled by <paramref name="cancel"/>.</exception>
    public void Run(Func<bool, CancellationToken, IngestReport> run, CancellationToken cancel)
    {
        if (run(true, cancel).IsSettled)
            return;
        using var settling = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            if (givenWay < MostGivenWay)
                watch.OnNext(settling.Cancel);
            if (settling.Token.WaitHandle.WaitOne(Pause))
                settling.Token.ThrowIfCancellationRequested();
            run(false, settling.Token);
            givenWay = 0;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The change that came is seen by the next run, which owes the collection what this one owed.
            givenWay++;
        }
        finally
        {
            watch.OnNext(null);
        }
    }
}
