namespace Search.Core.Ingestion;

/// <summary>Work on a stream by all processors, with the results taken in the stream's order on the caller's thread; never more than a few pieces ahead.</summary>
internal static class OrderedWork
{
    /// <summary>Runs <paramref name="work"/> on each input, on several threads, and <paramref name="take"/> on each result. What any of them throws ends it and comes out.</summary>
    public static void Run<TIn, TOut>(IEnumerable<TIn> inputs, Func<TIn, TOut> work, Action<TOut> take, CancellationToken cancel)
    {
        var ahead = new Queue<Task<TOut>>();
        var most = 2 * Environment.ProcessorCount + 2;
        try
        {
            foreach (var input in inputs)
            {
                cancel.ThrowIfCancellationRequested();
                while (ahead.Count > 0 && (ahead.Count >= most || ahead.Peek().IsCompleted))
                    take(ahead.Dequeue().GetAwaiter().GetResult());
                ahead.Enqueue(Task.Run(() => work(input), CancellationToken.None));
            }
            while (ahead.TryDequeue(out var next))
            {
                cancel.ThrowIfCancellationRequested();
                take(next.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // Where something went wrong, nothing may go on working in the background.
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }
}
