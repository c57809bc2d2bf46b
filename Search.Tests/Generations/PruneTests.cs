using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class PruneTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    private string LeasesPath => Path.Combine(_index.Path, "leases");

    [Fact]
    public void The_three_newest_are_kept()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => _index.Publish().Id).ToList();
        Assert.Equal(ids[2..], _index.FolderNames());
        Assert.All(_index.Open().Ids(), id => Assert.True(_index.Open().Verify(id).IsWhole));
    }

    [Fact]
    public void Locks_go_with_their_generations()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => _index.Publish().Id).ToList();
        Assert.Equal(ids[2..].Select(id => id + ".lock"), Directory.EnumerateFiles(LeasesPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_leased_generation_stays_until_the_publish_after_its_lease()
    {
        var oldest = _index.Publish().Id;
        using (_index.Open().Acquire(oldest))
        {
            for (var i = 0; i < 4; i++)
                _index.Publish();
            Assert.Equal(4, _index.Open().Ids().Count);
            Assert.True(_index.Open().Verify(oldest).IsWhole);
        }
        _index.Publish();
        Assert.DoesNotContain(oldest, _index.Open().Ids());
        Assert.Equal(3, _index.Open().Ids().Count);
    }

    [Fact]
    public void Two_leases_on_one_generation_both_count()
    {
        var oldest = _index.Publish().Id;
        var first = _index.Open().Acquire(oldest);
        using (_index.Open().Acquire(oldest))
        {
            first.Dispose();
            for (var i = 0; i < 4; i++)
                _index.Publish();
            Assert.Contains(oldest, _index.Open().Ids());
        }
    }

    [Fact]
    public void The_report_names_what_went_and_what_is_in_use()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => _index.Publish().Id).ToList();
        using (_index.Open().Acquire(ids[0]))
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            IndexFolder.PublishSmall(build);
            Assert.Equal([ids[0]], build.Pruned!.InUse);
            Assert.Empty(build.Pruned.Removed);
        }
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            IndexFolder.PublishSmall(build);
            Assert.Equal([ids[0], ids[1]], build.Pruned!.Removed);
            Assert.Empty(build.Pruned.InUse);
            Assert.Empty(build.Pruned.Problems);
        }
    }

    [Fact]
    public void A_generation_rolled_back_from_goes_with_the_next_publish_and_the_one_served_stays()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => _index.Publish().Id).ToList();
        AtomicFile.Write(_index.CurrentPath, System.Text.Encoding.ASCII.GetBytes(ids[1] + "\n"));
        var next = _index.Publish().Id;
        Assert.Equal([ids[0], ids[1], next], _index.Open().Ids());
    }

    [Fact]
    public void Without_a_current_file_nothing_that_may_have_been_served_goes_early()
    {
        var ids = Enumerable.Range(0, 2).Select(_ => _index.Publish().Id).ToList();
        File.Delete(_index.CurrentPath);
        var next = _index.Publish().Id;
        Assert.Equal([.. ids, next], _index.Open().Ids());
    }

    [Fact]
    public void What_cut_off_builds_and_removals_left_is_removed_at_the_next_build()
    {
        var id = _index.Publish().Id;
        foreach (var leftover in new[] { "20261122T230405-0009.building", "20261122T230405-0003.removing" })
        {
            Directory.CreateDirectory(Path.Combine(_index.GenerationsPath, leftover, "lucene"));
            File.WriteAllText(Path.Combine(_index.GenerationsPath, leftover, "lucene", "_0.cfs"), "half");
        }
        File.WriteAllText(_index.CurrentPath + ".0123.tmp", "2026");
        var next = _index.Publish().Id;
        Assert.Equal("20261122T230505-0010", next); // The counter of the dead build is not given again.
        Assert.Equal([id, next], _index.FolderNames());
        Assert.Empty(Directory.EnumerateFiles(_index.Path, "*.tmp"));
    }

    [Fact]
    public void What_is_no_leftover_of_ours_stays()
    {
        _index.Publish();
        var mine = Directory.CreateDirectory(Path.Combine(_index.GenerationsPath, "shed.building"));
        _index.Publish();
        Assert.True(mine.Exists);
    }

    [Fact]
    public void Locks_of_generations_that_are_gone_are_removed()
    {
        _index.Publish();
        var orphan = Path.Combine(LeasesPath, "20200101T000000-0001.lock");
        File.WriteAllText(orphan, "");
        _index.Publish();
        Assert.False(File.Exists(orphan));
    }

    [Fact]
    public void A_lease_without_its_lock_file_makes_one()
    {
        var id = _index.Publish().Id;
        File.Delete(Path.Combine(LeasesPath, id + ".lock"));
        using var lease = _index.Open().Acquire(id);
        Assert.True(lease.IsProtected);
        Assert.Equal(Path.Combine(_index.GenerationsPath, id), lease.Folder);
    }

    [Fact]
    public void A_generation_that_is_being_removed_cannot_be_leased()
    {
        var id = _index.Publish().Id;
        using var pruner = FileLock.TryExclusive(_index.Open().LockPathOf(id));
        Assert.NotNull(pruner);
        Assert.Equal("generation-not-found", Assert.Throws<GenerationException>(() => _index.Open().Acquire(id)).Code);
    }

    [Fact]
    public async Task Readers_that_lease_while_generations_come_and_go_never_see_half_of_one()
    {
        _index.Publish();
        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var store = GenerationStore.Open(_index.Path, create: false);
            var read = 0;
            do
            {
                using var lease = store.AcquireCurrent()!;
                Assert.Empty(GenerationFiles.AllProblems(lease.Folder, store.ReadManifest(lease.Id), out var _));
                read++;
            }
            while (!stop.IsCancellationRequested);
            return read;
        }, TestContext.Current.CancellationToken)).ToList();
        for (var i = 0; i < 30; i++)
            _index.Publish();
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(reading), read => Assert.True(read > 0));
    }
}
