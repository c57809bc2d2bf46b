using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Search.Core.Postings;

/// <summary>
/// Writes a segment's sidecar (<see cref="SidecarFormat"/>) from the postings just written and the norms just seen. Holds one term's
/// documents in memory, and the terms themselves.
/// </summary>
internal static class SidecarWriter
{
    public static void Write(SegmentWriteState state, IReadOnlyList<(FieldInfo Field, byte[] Norms)> fields, float[] lengths)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("The impact sidecar is written and read on little-endian machines.");
        var name = IndexFileNames.SegmentFileName(state.SegmentInfo.Name, "", SidecarFormat.Extension);
        using var output = state.Directory.CreateOutput(name, state.Context);
        CodecUtil.WriteHeader(output, SidecarFormat.Codec, SidecarFormat.Version);
        var directory = new ByteSink();
        if (fields.Count > 0)
        {
            using var postings = state.SegmentInfo.Codec.PostingsFormat.FieldsProducer(new SegmentReadState(
                state.Directory, state.SegmentInfo, state.FieldInfos, IOContext.READ_ONCE, 1, state.SegmentSuffix));
            foreach (var (field, norms) in fields)
                if (postings.GetTerms(field.Name) is { } terms)
                    new FieldWriter(output, norms, terms, lengths).Write(field.Number, directory);
        }
        while (output.Position % 8 != 0)
            output.WriteByte(0);
        var at = (ulong)output.Position;
        directory.UInt64(at);
        output.WriteBytes(directory.Buffer, 0, directory.Length);
        CodecUtil.WriteFooter(output);
    }
}
