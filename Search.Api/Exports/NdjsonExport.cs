using System.Text.Json;
using Search.Api.Answers;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>One hit a line, as it stands in the JSON answer.</summary>
internal sealed class NdjsonExport(TextWriter output) : ExportWriter(output)
{
    public override void Write(Hit hit, PostView? post)
    {
        Output.Write(JsonSerializer.Serialize(hit, ApiJson.Default.Hit));
        Output.Write('\n');
    }
}
