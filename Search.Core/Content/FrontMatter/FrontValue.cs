namespace Search.Core.Content;

/// <summary>
/// A value of front matter or configuration, from whichever notation, with the line on which it stands.
/// </summary>
/// <param name="Line">1-based line of the file.</param>
internal abstract record FrontValue(int Line)
{
    /// <summary>Text of a scalar; null for lists and maps.</summary>
    public virtual string? AsText => null;

    public virtual bool IsNull => false;
}

/// <summary>Text, a number, a date, true, false or nothing: always as it is written.</summary>
/// <param name="Text">As written, without quotation marks and escapes resolved.</param>
/// <param name="Quoted">False where the notation would have read a number, a date or null in it.</param>
/// <param name="Line">1-based line of the file.</param>
internal sealed record FrontScalar(string Text, bool Quoted, int Line) : FrontValue(Line)
{
    public override string? AsText => IsNull ? null : Text;

    public override bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>True or false in any of the spellings of YAML 1.1, quoted or not; null for anything else.</summary>
    public bool? AsFlag => Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };
}

internal sealed record FrontList(IReadOnlyList<FrontValue> Items, int Line) : FrontValue(Line);

internal sealed record FrontMap(IReadOnlyList<FrontEntry> Entries, int Line) : FrontValue(Line)
{
    public static FrontMap Empty { get; } = new([], 0);

    /// <summary>The last entry of that key, whatever the case of its letters.</summary>
    public FrontValue? this[string key]
    {
        get
        {
            for (var i = Entries.Count - 1; i >= 0; i--)
                if (string.Equals(Entries[i].Key, key, StringComparison.OrdinalIgnoreCase))
                    return Entries[i].Value;
            return null;
        }
    }

    public string? Text(string key) => this[key]?.AsText is { Length: > 0 } text ? text : null;

    public bool? Flag(string key) => (this[key] as FrontScalar)?.AsFlag;

    public FrontMap? Map(string key) => this[key] as FrontMap;
}

/// <summary>A key with its value.</summary>
internal readonly record struct FrontEntry(string Key, FrontValue Value, int Line);
