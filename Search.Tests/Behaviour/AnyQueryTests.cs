using CsCheck;
using Search.Core.Searching;
using Xunit;

namespace Search.Tests.Behaviour;

/// <summary>Nothing that a person types is an error.</summary>
public sealed class AnyQueryTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "moon", "the", "lantrn", "whale*", "oi~", "\"whale oil\"", "“", "(", ")", "+", "-", "AND", "OR", "NOT", "tag:", "person:moon", "before:2024", "after:x", "kind:post", "京", "\u035c", "ᪿ", "\ud83d", "😀",
        "e-mail", "U.S.", "AT&T", "1,000", "İ", "\0", "\\", "*", "~2",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Typed = Gen.OneOf(Gen.Const(" "), Gen.Const(""), Piece, Piece, Gen.Char.Select(c => c.ToString())).Array[0, 14].Select(string.Concat);

    private readonly TestSite site = new();

    [Fact]
    public void Every_text_is_answered_and_its_hits_lie_within_the_total()
    {
        site.Post("2024-01-01", "a", "The lantern burnt whale oil by the light of the moon; an e-mail said so.", title: "Moon", tags: "Lamps");
        site.Post("2024-01-02", "b", "京都の月。“We sail at dawn,” said Ann Lee.", title: "Two");
        site.Index();
        using var service = site.Open();
        Gen.Select(Typed, Gen.Bool, Gen.Bool).Sample((query, fold, explain) =>
        {
            var answer = service.Search(new SearchRequest { Query = query, Fold = fold, Explain = explain });
            Assert.True(answer.Hits.Count <= answer.Total);
        }, iter: 1_500);
    }

    public void Dispose() => site.Dispose();
}
