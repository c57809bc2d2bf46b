using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Search.Core.Generations;
using Search.Core.Ingestion;
using Search.Indexer;
using Search.Tests.Generations;

namespace Search.Tests.Crash;

/// <summary>
/// A second process for tests that need one: the test program started again with a task in its environment, which it does instead of
/// running tests. It can be killed at a step, and one that holds something ends when its standard input is closed, so none outlives its test.
/// </summary>
internal sealed class Victim : IDisposable
{
    private const string TaskVariable = "SEARCH_TESTS_VICTIM";
    private const int ManyGenerations = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>Publishes one small generation and kills itself (SIGKILL) right after a step; waits until it is dead.</summary>
    public static void PublishAndDieAfter(string index, PublishStep step)
    {
        using var victim = Start("publish", index, step.ToString());
        victim.WaitForDeath();
    }

    /// <summary>Runs the <c>index</c> command and kills itself (SIGKILL) right after a publishing step; waits until it is dead.</summary>
    public static void IndexAndDieAfter(string source, string index, PublishStep step)
    {
        using var victim = Start("index", source, index, step.ToString());
        victim.WaitForDeath();
    }

    /// <summary>Publishes one generation after the other, many more than a test waits for, telling every step.</summary>
    public static Victim PublishMany(string index) => Start("publish-many", index);

    /// <summary>Holds the writer lock in the middle of a build; ready when this returns.</summary>
    public static Victim HoldWriterLock(string index) => Start("hold-writer-lock", index).Ready();

    /// <summary>Holds a lease on a generation; ready when this returns.</summary>
    public static Victim HoldLease(string index, string id) => Start("hold-lease", index, id).Ready();

    /// <summary>The next line that it says; null when it has ended.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>SIGKILL; returns when it is dead and its locks are free.</summary>
    public void Kill()
    {
        _process.Kill();
        WaitForDeath();
    }

    /// <summary>Lets it end in order.</summary>
    public void Release()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience) || _process.ExitCode != 0)
            throw new InvalidOperationException($"The second process did not end well: {_process.StandardError.ReadToEnd()}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit(Patience);
        _process.Dispose();
    }

    private void WaitForDeath()
    {
        if (!_process.WaitForExit(Patience))
            throw new TimeoutException("The second process did not die.");
        // 128 + SIGKILL; on Windows a killed process ends with -1.
        if (_process.ExitCode is not (137 or -1))
            throw new InvalidOperationException($"The second process ended with {_process.ExitCode} and was to be killed: {_process.StandardError.ReadToEnd()}");
    }

    private Victim Ready()
    {
        if (ReadLine() == "ready")
            return this;
        using (this)
            throw new InvalidOperationException($"The second process did not get ready: {_process.StandardError.ReadToEnd()}");
    }

    private static Victim Start(params string[] task)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(Victim).Assembly.Location);
        start.Environment[TaskVariable] = JsonSerializer.Serialize(task);
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // Its pipes would stay in the temporary folder when it is killed.
        return new Victim(Process.Start(start)!);
    }

    /// <summary>Runs before Main of the test program; without a task in the environment it does nothing.</summary>
    [ModuleInitializer]
    internal static void RunTaskInsteadOfTests()
    {
        if (Environment.GetEnvironmentVariable(TaskVariable) is not { Length: > 0 } json)
            return;
        Run(JsonSerializer.Deserialize<string[]>(json)!);
        Environment.Exit(0);
    }

    private static void Run(string[] task)
    {
        switch (task)
        {
            case ["publish", var index, var at]:
                PublishOne(index, step =>
                {
                    if (step.ToString() == at)
                        KillMyself();
                });
                break;
            case ["index", var source, var index, var at]:
                var options = new IngestOptions
                {
                    OnStep = step =>
                    {
                        if (step.ToString() == at)
                            KillMyself();
                    },
                };
                ExitCode.Of(() =>
                {
                    new IndexRun([source], index, options, json: false, lint: null, plan: null).Once(CancellationToken.None);
                    return ExitCode.Success;
                });
                break;
            case ["publish-many", var index]:
                for (var i = 0; i < ManyGenerations; i++) // Not for ever: if the test dies, nobody else ends this.
                    PublishOne(index, step => Console.Out.WriteLine(step));
                break;
            case ["hold-writer-lock", var index]:
                using (var build = GenerationStore.Open(index, create: true).BeginBuild(fromScratch: false))
                {
                    IndexFolder.WriteSmall(build);
                    HoldUntilReleased();
                }
                break;
            case ["hold-lease", var index, var id]:
                using (GenerationStore.Open(index, create: false).Acquire(id))
                    HoldUntilReleased();
                break;
            default:
                throw new ArgumentException($"no such task: {task[0]}");
        }
    }

    private static void PublishOne(string index, Action<PublishStep> onStep)
    {
        using var build = GenerationStore.Open(index, create: true).BeginBuild(fromScratch: false, onStep);
        IndexFolder.PublishSmall(build);
    }

    private static void HoldUntilReleased()
    {
        Console.Out.WriteLine("ready");
        Console.In.ReadLine();
    }

    private static void KillMyself()
    {
        Process.GetCurrentProcess().Kill();
        using var never = new ManualResetEvent(false);
        never.WaitOne();
    }
}
