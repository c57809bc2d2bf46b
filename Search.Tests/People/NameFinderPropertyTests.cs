using System.Text;
using CsCheck;
using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>What holds for every text: spans lie in it, nothing throws, and time grows with the length only.</summary>
public class NameFinderPropertyTests
{
    private static readonly NameFinder Finder = new(NameData.Default);

    private static readonly string[] Pieces =
    [
        "Ann", "Lee", "Smith", "President", "Sen.", "J.", "J.D.", "McKay", "O’Brien", "von", "de la", "Jr.", "III", "’s", "'s", "said", "the", "The", "of", "and", "(", ")", "“", "”", "\"", "'", ",", ".", "—", "-", "\n", "\n\n", "By", "v.",
        "U.S.", "Kim Jong-un", "Al", "X", "5", "47,", "@ann", "#Tag", "example.org", "Ödön", "Жуков", "李", "\uD83D\uDE00", "\uD800", "\u0301", "\u200B", "MAYOR", "Park", "Street", "R-OH", "&", "Mar-a-Lago", "d’Arc", " ", "\t",
    ];

    [Fact]
    public void Mentions_lie_in_the_text_in_order_and_do_not_overlap()
        => Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Bool).Array[0, 60].Sample(parts =>
        {
            var text = string.Concat(parts.Select(p => p.Item1 + (p.Item2 ? " " : "")));
            var names = Finder.Find(text);
            var end = 0;
            foreach (var mention in names.Mentions)
            {
                Assert.True(mention.Start >= end && mention.End > mention.Start && mention.End <= text.Length, text);
                Assert.InRange(mention.OuterStart, 0, mention.Start);
                Assert.InRange(mention.Person, 0, names.People.Count - 1);
                Assert.InRange(mention.Confidence, 0, 1);
                end = mention.End;
            }
        }, iter: 3000);

    [Fact]
    public void Any_characters_are_accepted()
        => Gen.String[0, 300].Sample(text => Finder.Find(text).Mentions.All(m => m.End <= text.Length), iter: 2000);

    [Fact]
    public void The_same_text_gives_the_same_names_whatever_was_read_before()
    {
        const string text = "Senator Maria Delgado met Omar Haddad. Delgado and Haddad agreed, said Trump’s aide Kit Brandt.";
        var fresh = new NameFinder(NameData.Default).Find(text);
        Finder.Find("trump delgado haddad brandt kit omar maria");
        var again = Finder.Find(text);
        Assert.Equal(fresh.Mentions, again.Mentions);
        Assert.Equal(fresh.People.Select(p => (p.Name, p.Points)), again.People.Select(p => (p.Name, p.Points)));
    }

    [Theory]
    [InlineData("Ann Smith, ")]
    [InlineData("A. ")]
    [InlineData("Ann Lee and ")]
    [InlineData("“Ann ")]
    [InlineData("von de la ")]
    [InlineData("McKay-")]
    [InlineData("President ")]
    [InlineData("J.")]
    [InlineData("((((")]
    [InlineData("\n")]
    [InlineData("aaaa")]
    [InlineData("’s")]
    public void Time_grows_with_the_length_only(string piece)
    {
        var small = Repeat(piece, 50_000);
        var large = Repeat(piece, 800_000);
        Finder.Find(small);
        var one = Time(small);
        var sixteen = Time(large);
        // Sixteen times the text: a quadratic step would take 256 times as long. The floor keeps the clock's grain out.
        Assert.True(sixteen < 90 * Math.Max(one, 2), $"{one:0.0} ms, then {sixteen:0.0} ms");
    }

    [Fact]
    public void Thousands_of_people_of_one_family_name_take_no_longer_than_others()
    {
        var same = new StringBuilder();
        var different = new StringBuilder();
        for (var i = 0; i < 6000; i++)
        {
            same.Append("Senator ").Append(Name(i)).Append(" Halloran spoke. ");
            different.Append("Senator ").Append(Name(i)).Append(' ').Append(Name(i + 7)).Append(" spoke. ");
        }
        Finder.Find(same.ToString());
        var first = Time(different.ToString());
        var second = Time(same.ToString());
        Assert.True(second < 20 * Math.Max(first, 5), $"{first:0.0} ms, then {second:0.0} ms");
    }

    private static string Name(int i) => "" + (char)('A' + i % 26) + (char)('a' + i / 26 % 26) + (char)('a' + i / 676 % 26) + "o";

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static double Time(string text) => WorkTime.Of(() => Finder.Find(text));
}
