namespace Search.Core.Ingestion;

/// <summary>Something that is made on another thread, before it is wanted.</summary>
internal sealed class Early<T>(Func<T> make) : IDisposable
    where T : IDisposable
{
    private readonly Task<T> made = Task.Run(make);

    /// <summary>Waits for it; what making it threw is thrown.</summary>
    public T Value => made.GetAwaiter().GetResult();

    /// <summary>Disposes of it, whether or not it was wanted.</summary>
    public void Dispose()
    {
        // Who wanted it was told that it could not be made.
        if (((IAsyncResult)made).AsyncWaitHandle.WaitOne() && made.IsCompletedSuccessfully)
            made.Result.Dispose();
    }
}
