using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Search.Bench.Load;

/// <summary>A server in a process of its own on a free port of this machine, stopped when it is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, int port, TimeSpan firstAnswer)
    {
        _process = process;
        Port = port;
        FirstAnswer = firstAnswer;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first answer of <c>path</c> with status 200.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Memory that the process holds now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="program">An assembly that <c>dotnet</c> runs, or a program that runs by itself.</param>
    /// <param name="arguments">Its arguments; <c>{url}</c> in them becomes the address to listen on.</param>
    /// <param name="path">Asked until it is answered.</param>
    /// <exception cref="InvalidOperationException">The process ended or did not answer in time.</exception>
    public static ServerProcess Start(string program, IEnumerable<string> arguments, string path)
    {
        var port = FreePort();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var isAssembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (isAssembly)
            start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument.Replace("{url}", url, StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new(url) };
        while (clock.Elapsed < StartTimeout)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode} before it answered.");
            try
            {
                using var answer = client.Send(new(HttpMethod.Get, path));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return new(process, port, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            process.WaitForExit(TimeSpan.FromMilliseconds(1));
        }
        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{program} did not answer {path} within {StartTimeout.TotalSeconds} s.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
