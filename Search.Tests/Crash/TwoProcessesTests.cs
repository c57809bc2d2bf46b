using System.Globalization;
using Search.Core.Generations;
using Search.Tests.Generations;
using Xunit;

namespace Search.Tests.Crash;

public sealed class TwoProcessesTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_second_writer_is_told_who_holds_the_index_and_harms_nothing()
    {
        var first = _index.Publish().Id;
        using var other = Victim.HoldWriterLock(_index.Path);
        var refused = Assert.Throws<GenerationException>(() => _index.Open().BeginBuild(fromScratch: false));
        Assert.Equal("index-locked", refused.Code);
        Assert.Contains($"process {other.ProcessId.ToString(CultureInfo.InvariantCulture)} ", refused.Message, StringComparison.Ordinal);
        Assert.Single(_index.FolderNames(), name => name.EndsWith(".building", StringComparison.Ordinal));

        other.Release();
        Assert.Equal([first], _index.FolderNames());
        _index.Publish();
    }

    [Fact]
    public void The_writer_lock_of_a_killed_process_is_free()
    {
        _index.Publish();
        using (var other = Victim.HoldWriterLock(_index.Path))
            other.Kill();
        Assert.Single(_index.FolderNames(), name => name.EndsWith(".building", StringComparison.Ordinal));
        _index.Publish();
        Assert.DoesNotContain(_index.FolderNames(), name => name.EndsWith(".building", StringComparison.Ordinal));
    }

    [Fact]
    public void Readers_go_on_while_another_process_writes()
    {
        var first = _index.Publish().Id;
        using var other = Victim.HoldWriterLock(_index.Path);
        var store = GenerationStore.Open(_index.Path, create: false);
        Assert.Equal(first, store.CurrentId());
        using var lease = store.Acquire(first);
        Assert.True(store.Verify(first).IsWhole);
    }

    [Fact]
    public void A_lease_of_another_process_keeps_the_generation()
    {
        var oldest = _index.Publish().Id;
        using var other = Victim.HoldLease(_index.Path, oldest);
        for (var i = 0; i < 4; i++)
            _index.Publish();
        Assert.True(_index.Open().Verify(oldest).IsWhole);

        other.Release();
        _index.Publish();
        Assert.DoesNotContain(oldest, _index.Open().Ids());
    }

    [Fact]
    public void The_lease_of_a_killed_process_keeps_nothing()
    {
        var oldest = _index.Publish().Id;
        using (var other = Victim.HoldLease(_index.Path, oldest))
        {
            for (var i = 0; i < 3; i++)
                _index.Publish();
            Assert.Contains(oldest, _index.Open().Ids());
            other.Kill();
        }
        _index.Publish();
        Assert.DoesNotContain(oldest, _index.Open().Ids());
    }
}
