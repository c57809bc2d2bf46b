using System.Text;
using Search.Core.Searching;

namespace Search.Api.Exports;

/// <summary>Writes documents in the form of another program, one after the other; nothing is kept.</summary>
internal abstract class ExportWriter(TextWriter output)
{
    protected TextWriter Output { get; } = output;

    /// <summary>Whether the author and the whole text are wanted beside the hit: for citations.</summary>
    public virtual bool WantsPost => false;

    public virtual void Begin()
    {
    }

    /// <param name="hit">The document.</param>
    /// <param name="post">The post itself where <see cref="WantsPost"/>; null for a quote.</param>
    public abstract void Write(Hit hit, PostView? post);

    public virtual void End()
    {
    }

    /// <summary>One line without control characters: what comes from content must not begin a new field.</summary>
    protected static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return line.ToString().Trim();
    }
}
