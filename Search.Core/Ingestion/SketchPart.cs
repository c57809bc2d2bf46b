namespace Search.Core.Ingestion;

/// <summary>What a part of a <see cref="ShingleSketch"/> tells of; its number is its place.</summary>
internal enum SketchPart
{
    /// <summary>Runs of four words as they are.</summary>
    Runs,

    /// <summary>The same with every number as one sign.</summary>
    RunsOfTemplate,

    /// <summary>Single words, wherever they stand.</summary>
    Words,
}
