using System.Collections.Frozen;

namespace Search.Core.Analysis;

/// <summary>Greek letters and how they are spoken: who writes <c>π</c> and who writes <c>pi</c> mean one thing.</summary>
internal static class LetterNames
{
    private static readonly (string Letter, string Name)[] Greek =
    [
        ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("ζ", "zeta"), ("η", "eta"), ("θ", "theta"),
        ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"), ("ξ", "xi"), ("ο", "omicron"), ("π", "pi"),
        ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "phi"), ("χ", "chi"), ("ψ", "psi"), ("ω", "omega"),
    ];

    private static readonly FrozenDictionary<string, string> Others =
        Greek.Select(g => (Key: g.Letter, Value: g.Name)).Concat(Greek.Select(g => (Key: g.Name, Value: g.Letter))).ToFrozenDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);

    /// <summary>The letters and their names.</summary>
    public static IEnumerable<string> All => Others.Keys;

    /// <summary>The name of a letter, or the letter of a name; null for any other word.</summary>
    public static string? OtherOf(string word) => Others.GetValueOrDefault(word);
}
