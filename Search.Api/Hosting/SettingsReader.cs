using System.Globalization;

namespace Search.Api.Hosting;

/// <summary>
/// Reads settings from configuration and keeps every mistake, so that all of them are told at once. What it was asked for is also what
/// <c>--help</c> lists: a setting can't be read without its meaning and range.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _errors = [];
    private readonly List<SettingLine> _lines = [];

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Every setting that was read, in order.</summary>
    public IReadOnlyList<SettingLine> Lines => _lines;

    public int WholeNumber(string key, int fallback, int min, int max, string meaning)
    {
        _lines.Add(new(key, meaning, fallback.ToString(CultureInfo.InvariantCulture), $"{min} to {max}"));
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
            return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        _errors.Add($"{key}: '{text}' is not accepted; it takes a whole number from {min} to {max}");
        return fallback;
    }

    /// <summary>A list: <c>key:0</c>, <c>key:1</c> …, or one value with commas.</summary>
    public IReadOnlyList<string> List(string key, string fallback, string range, string meaning)
    {
        _lines.Add(new(key, meaning, fallback, range));
        return [.. Values(key).DefaultIfEmpty(fallback).Where(value => value.Length > 0)];
    }

    /// <summary>Paths: <c>key:0</c>, <c>key:1</c> …, or one value, commas and all.</summary>
    public IReadOnlyList<string> Paths(string key, string meaning)
    {
        _lines.Add(new(key, meaning, "none", "folders or files"));
        var section = configuration.GetSection(key);
        string?[] values = [section.Value, .. section.GetChildren().Select(child => child.Value)];
        return [.. values.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value))];
    }

    public string? Text(string key, string fallback, string meaning)
    {
        _lines.Add(new(key, meaning, fallback, "text"));
        var text = configuration[key];
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public void Reject(string key, string message) => _errors.Add($"{key}: {message}");

    private IEnumerable<string> Values(string key)
    {
        var section = configuration.GetSection(key);
        var children = section.GetChildren().Select(child => child.Value);
        return (section.Value is { } one ? one.Split(',') : children).OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0);
    }
}

/// <summary>A setting as <c>--help</c> shows it.</summary>
internal sealed record SettingLine(string Key, string Meaning, string Default, string Range);
