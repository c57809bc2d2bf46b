using Search.Core.Generations;
using Xunit;

namespace Search.Tests.Generations;

public sealed class PublishTests : IDisposable
{
    private readonly IndexFolder _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_published_generation_is_current_and_whole()
    {
        var manifest = _index.Publish();
        var store = _index.Open();
        Assert.Equal("20261122T230405-0001", store.CurrentId());
        Assert.Equal(manifest.Id, store.CurrentId());
        Assert.Equivalent(manifest, store.ReadManifest(manifest.Id), strict: true);
        var report = store.Verify();
        Assert.True(report.IsWhole, string.Join('\n', report.Problems));
        Assert.Equal(4, report.Files);
        Assert.Equal(manifest.Files.Sum(f => f.Length), report.Bytes);
    }

    [Fact]
    public void The_manifest_lists_every_file_but_lucenes_lock() =>
        Assert.Equal(["lucene/_20261122T230405-0001.cfs", "lucene/segments.gen", "lucene/segments_20261122T230405-0001", "people.json"],
            _index.Publish().Files.Select(f => f.Name));

    [Fact]
    public void Steps_come_in_order_once_each()
    {
        var steps = new List<PublishStep>();
        _index.Publish(steps.Add);
        Assert.Equal(Enum.GetValues<PublishStep>(), steps);
    }

    [Fact]
    public void The_next_generation_shares_the_files_of_the_last()
    {
        var first = _index.Publish();
        var second = _index.Publish();
        const string shared = "lucene/_20261122T230405-0001.cfs";
        Assert.Contains(first.Files.Single(f => f.Name == shared), second.Files);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "counts links with ls(1)");
        Assert.Equal(2, LinksOf(_index.FileOf(second.Id, shared)));
    }

    [Fact]
    public void Files_that_may_be_changed_in_place_share_nothing_with_the_published()
    {
        var first = _index.Publish();
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            File.AppendAllText(Path.Combine(build.Folder, "people.json"), "changed in place");
            File.AppendAllText(Path.Combine(build.Folder, "lucene", "segments.gen"), "changed in place");
        }
        var report = _index.Open().Verify(first.Id);
        Assert.True(report.IsWhole, string.Join('\n', report.Problems));
    }

    [Fact]
    public void Where_files_cannot_be_linked_they_are_copied()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs a second file system");
        var elsewhere = Path.Combine("/dev/shm", "generations-" + Guid.NewGuid().ToString("N"));
        var first = _index.Publish();
        try
        {
            CopyFolder(Path.Combine(_index.GenerationsPath, first.Id), elsewhere);
            Assert.SkipWhen(SystemCalls.TryHardLink(Path.Combine(elsewhere, "people.json"), Path.Combine(_index.Path, "link")), "/dev/shm is the same file system");
            Directory.Delete(Path.Combine(_index.GenerationsPath, first.Id), recursive: true);
            Directory.CreateSymbolicLink(Path.Combine(_index.GenerationsPath, first.Id), elsewhere);
            var second = _index.Publish();
            Assert.Contains(first.Files.Single(f => f.Name == "lucene/_20261122T230405-0001.cfs"), second.Files);
            Assert.True(_index.Open().Verify().IsWhole);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Theory]
    [InlineData("_0.cfs", true)]
    [InlineData("lucene/_a1_Lucene41_0.doc", true)]
    [InlineData("lucene/segments_1f", true)]
    [InlineData("lucene/segments.gen", false)]
    [InlineData("write.lock", false)]
    [InlineData("_side/people.json", false)]
    [InlineData("people.json", false)]
    [InlineData("ledger.bin", true)]
    public void Only_lucenes_write_once_files_are_linked(string name, bool linked) => Assert.Equal(linked, GenerationFiles.IsWrittenOnce(name));

    [Fact]
    public void A_linked_file_that_is_changed_in_place_stops_the_publish()
    {
        _index.Publish();
        using var build = _index.Open().BeginBuild(fromScratch: false);
        File.AppendAllText(Path.Combine(build.Folder, "lucene", "_20261122T230405-0001.cfs"), "!");
        var refused = Assert.Throws<GenerationException>(() => IndexFolder.PublishSmall(build));
        Assert.Equal("published-file-modified", refused.Code);
        Assert.EndsWith("_20261122T230405-0001.cfs", refused.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_file_that_is_replaced_is_hashed_anew_and_the_base_stays_whole()
    {
        var first = _index.Publish();
        const string name = "lucene/_20261122T230405-0001.cfs";
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            AtomicFile.Write(Path.Combine(build.Folder, name), "another of the same length......"u8.ToArray());
            IndexFolder.PublishSmall(build);
        }
        Assert.True(_index.Open().Verify().IsWhole);
        Assert.True(_index.Open().Verify(first.Id).IsWhole);
    }

    [Fact]
    public void Hashes_of_unchanged_linked_files_are_taken_over_unread()
    {
        var first = _index.Publish();
        const string name = "lucene/_20261122T230405-0001.cfs";
        var path = _index.FileOf(first.Id, name);
        var changed = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, new string('?', (int)new FileInfo(path).Length)); // A disk that lies: same length, same time, other content.
        File.SetLastWriteTimeUtc(path, changed);
        var second = _index.Publish();
        Assert.Contains(first.Files.Single(f => f.Name == name), second.Files);
        var problem = Assert.Single(_index.Open().Verify().Problems);
        Assert.Contains("checksum", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void From_scratch_starts_empty()
    {
        _index.Publish();
        using var build = _index.Open().BeginBuild(fromScratch: true);
        Assert.Null(build.BaseId);
        Assert.Empty(Directory.EnumerateFileSystemEntries(build.Folder));
    }

    [Fact]
    public void A_build_that_is_not_published_leaves_nothing()
    {
        var first = _index.Publish();
        using (var build = _index.Open().BeginBuild(fromScratch: false))
            IndexFolder.WriteSmall(build);
        Assert.Equal([first.Id], _index.FolderNames());
        Assert.Equal(first.Id, _index.Open().CurrentId());
        Assert.True(_index.Open().Verify().IsWhole);
    }

    [Fact]
    public void A_check_that_throws_stops_the_publish_and_leaves_nothing()
    {
        var first = _index.Publish();
        Assert.Throws<InvalidDataException>(() => _index.Publish(verify: _ => throw new InvalidDataException("1 post expected, 0 found")));
        Assert.Equal([first.Id], _index.FolderNames());
        Assert.Equal(first.Id, _index.Open().CurrentId());
    }

    [Theory]
    [InlineData(PublishStep.Started)]
    [InlineData(PublishStep.Written)]
    [InlineData(PublishStep.Verified)]
    [InlineData(PublishStep.Named)]
    public void An_exception_before_current_is_replaced_leaves_nothing(PublishStep at)
    {
        var first = _index.Publish();
        Assert.Throws<InvalidOperationException>(() => _index.Publish(step =>
        {
            if (step == at)
                throw new InvalidOperationException();
        }));
        Assert.Equal([first.Id], _index.FolderNames());
        Assert.Equal(first.Id, _index.Open().CurrentId());
        Assert.True(_index.Open().Verify(_index.Publish().Id).IsWhole);
    }

    [Fact]
    public void The_check_sees_the_finished_folder()
    {
        string[] seen = [];
        _index.Publish(verify: folder => seen = [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)]);
        Assert.Equal(["lucene", "people.json"], seen);
    }

    [Fact]
    public void A_full_disk_is_named_and_the_old_generation_stays()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        var first = _index.Publish();
        using (var build = _index.Open().BeginBuild(fromScratch: false))
        {
            var refused = Assert.Throws<GenerationException>(() => AtomicFile.Write(Path.Combine(build.Folder, "people.json"), _ =>
            {
                using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
                full.WriteByte(1);
                full.Flush();
            }));
            Assert.Equal("disk-full", refused.Code);
            Assert.Contains("people.json", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal([first.Id], _index.FolderNames());
        Assert.True(_index.Open().Verify().IsWhole);
    }

    [Fact]
    public void Another_build_in_the_same_process_finds_the_index_locked()
    {
        using var build = _index.Open().BeginBuild(fromScratch: false);
        var refused = Assert.Throws<GenerationException>(() => _index.Open().BeginBuild(fromScratch: false));
        Assert.Equal("index-locked", refused.Code);
        Assert.Contains($"process {Environment.ProcessId} ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_build_ended_the_next_may_begin()
    {
        _index.Open().BeginBuild(fromScratch: false).Dispose();
        _index.Publish();
        Assert.NotNull(_index.Open().CurrentId());
    }

    [Fact]
    public void Ids_go_up_though_the_clock_goes_back()
    {
        var first = _index.Publish().Id;
        var past = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(IndexFolder.Start.AddYears(-1));
        using (var build = GenerationStore.Open(_index.Path, create: true, past).BeginBuild(fromScratch: false))
            IndexFolder.PublishSmall(build);
        var store = _index.Open();
        Assert.Equal([first, "20261122T230405-0002"], store.Ids());
        Assert.Equal("20261122T230405-0002", store.CurrentId());
    }

    [Fact]
    public void The_same_content_at_the_same_time_makes_the_same_manifest()
    {
        using var other = new IndexFolder();
        _index.Publish();
        other.Publish();
        var a = File.ReadAllBytes(_index.FileOf(_index.Publish().Id, Manifest.FileName));
        var b = File.ReadAllBytes(other.FileOf(other.Publish().Id, Manifest.FileName));
        Assert.Equal(a, b);
    }

    [Fact]
    public void A_build_is_published_once()
    {
        using var build = _index.Open().BeginBuild(fromScratch: false);
        IndexFolder.PublishSmall(build);
        Assert.Throws<InvalidOperationException>(() => build.Publish("", new Dictionary<string, long>(), [], _ => { }));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static int LinksOf(string path)
    {
        using var ls = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ls", ["-ld", path]) { RedirectStandardOutput = true })!;
        return int.Parse(ls.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
