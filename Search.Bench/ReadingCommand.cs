using System.CommandLine;
using System.Globalization;
using System.Text;
using Markdig;
using Search.Core.Content;

namespace Search.Bench;

/// <summary><c>reading SOURCE</c>: how fast files are read and cleaned, against Markdig alone on the same files as the limit; in time of the processor, since the machine may be busy.</summary>
internal static class ReadingCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "Folder with content." };
        var passes = new Option<int>("--passes") { Description = "How often; the first is the cold one.", DefaultValueFactory = _ => 4 };
        var command = new Command("reading", "Reading and cleaning in MB/s, against Markdig alone.") { source, passes };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(source), parsed.GetValue(passes)));
        return command;
    }

    private static void Run(string folder, int passes)
    {
        var source = ContentSource.Open(folder);
        var files = source.Files().Where(file => file.Form == ContentForm.MarkdownPost).Select(file => (File: file, Bytes: File.ReadAllBytes(file.FullPath))).ToList();
        var megabytes = files.Sum(file => (long)file.Bytes.Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {megabytes:0.0} MB"));
        var reader = new ContentReader(source, new ReadOptions { Future = true });
        for (var pass = 1; pass <= passes; pass++)
            Measure($"reading and cleaning, pass {pass}", megabytes, () => files.Sum(file => Read(reader, file.File, file.Bytes)));
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseDefinitionLists().UseTaskLists().UseEmphasisExtras().Build();
        for (var pass = 1; pass <= passes; pass++)
            Measure($"Markdig alone, pass {pass}", megabytes, () => files.Sum(file => Markdown.Parse(Encoding.UTF8.GetString(file.Bytes), pipeline).Count));
    }

    private static int Read(ContentReader reader, ContentFile file, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return reader.Read(file, stream).Count();
    }

    private static void Measure(string name, double megabytes, Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var found = work();
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {megabytes / seconds:0.0} MB/s ({seconds:0.00} s of the processor, {found} items)"));
    }
}
