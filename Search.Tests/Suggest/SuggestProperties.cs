using CsCheck;
using Search.Core.Suggest;
using Xunit;

namespace Search.Tests.Suggest;

/// <summary>
/// What holds of any entries and anything typed, against a plain reading of the same rules.
/// </summary>
public class SuggestProperties
{
    private static readonly string[] Words =
    [
        "moon", "moor", "Moonlight", "landing", "land", "Landau", "the", "a", "of", "engine", "engineer", "Engineering", "Lovelace", "Babbage", "C++", "C#", "O'Brien", "U.S.",
        "AT&T", "1,000", "2024", "2025", "Zürich", "北京市", "naïve", "re-entry", "🚀", "white", "house", "Whitehouse", "x",
    ];

    private static readonly Gen<string> Title = Gen.Int[0, Words.Length - 1].Array[1, 6].Select(picks => string.Join(' ', picks.Select(pick => Words[pick])));

    private static readonly Gen<SuggestEntry[]> Entries = Gen.Select(Title, Gen.Enum<SuggestionKind>(), Gen.Int[0, 50], Title.Array[0, 2]).Array[1, 60].Select(parts =>
        parts.Select((part, i) => new SuggestEntry(part.Item1, part.Item2, $"key-{i}", i % 3 == 0 ? $"https://example.org/{i}" : null, part.Item3, part.Item4)).ToArray());

    private static readonly Gen<string> Typed = Gen.OneOf(
        Title,
        Gen.Select(Title, Gen.Int[0, 20]).Select((title, length) => title[..Math.Min(title.Length, length)]),
        Gen.Select(Title, Gen.Int[0, 30], Gen.Char['a', 'z'], Gen.Int[0, 2]).Select((title, at, letter, how) => Edited(title, at % title.Length, letter, how)),
        Gen.String[Gen.Char, 0, 12]);

    [Fact]
    public void Typing_a_title_keeps_it_in_sight_once_no_other_begins_so() => Entries.Sample(entries =>
    {
        var index = SuggestIndex.Build(entries);
        var names = entries.SelectMany(entry => entry.Aliases.Append(entry.Text)).ToArray();
        foreach (var entry in entries)
            for (var length = 1; length <= entry.Text.Length; length++)
            {
                var typed = entry.Text[..length];
                if (KeyOf(typed).Length > 0 && names.Count(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) == 1)
                    Assert.Contains(index.Suggest(entry.Text[..length], 6), suggestion => suggestion.Key == entry.Key);
            }
    }, iter: 40);

    [Fact]
    public void A_title_that_begins_as_typed_and_is_in_sight_stays_in_sight() => Entries.Sample(entries =>
    {
        var index = SuggestIndex.Build(entries);
        // A post with exactly the name that was typed may come before it.
        var keys = entries.Where(entry => entry.Kind == SuggestionKind.Post).SelectMany(entry => entry.Aliases.Append(entry.Text)).Select(KeyOf).ToHashSet();
        foreach (var entry in entries.Where(entry => entry.Kind == SuggestionKind.Post).Take(8))
        {
            var inSight = false;
            for (var length = 1; length <= entry.Text.Length; length++)
            {
                var now = index.Suggest(entry.Text[..length], 6);
                var isExact = keys.Contains(KeyOf(entry.Text[..length]));
                var isNow = now.Any(suggestion => suggestion.Key == entry.Key);
                Assert.True(isNow || !inSight || isExact, $"{entry.Text} is lost at {entry.Text[..length]}");
                inSight = isNow;
            }
        }
    }, iter: 40);

    [Fact]
    public void With_room_for_all_exactly_those_within_the_budget_are_found() => Gen.Select(Entries, Typed).Sample((entries, typed) =>
    {
        var index = SuggestIndex.Build(entries);
        var words = TypedWords.Of(typed);
        var expected = entries
            .Select(entry => (entry.Key, Typos: words.Count == 0 ? Typos.TooMany : entry.Aliases.Prepend(entry.Text).Min(name => words.TyposIn(SuggestWords.Of(name)))))
            .Where(entry => entry.Typos <= Typos.Most && entries.First(e => e.Key == entry.Key).Text is var text && KeyOf(text).Length > 0)
            .Order()
            .ToList();
        if (expected.Count(entry => entry.Typos == 0) >= (words.Count <= 2 ? SuggestSearch.EnoughExact : 1))
            expected.RemoveAll(entry => entry.Typos > 0);
        else if (expected.Exists(entry => entry.Typos < 2))
            expected.RemoveAll(entry => entry.Typos > 1);
        var found = index.Suggest(typed, 100).Select(suggestion => (suggestion.Key, suggestion.Typos)).Order().ToList();
        Assert.Equal(expected, found);
    }, iter: 1_500);

    [Fact]
    public void Fewer_typos_come_first_and_what_is_marked_lies_in_the_text() => Gen.Select(Entries, Typed, Gen.Int[1, 12]).Sample((entries, typed, limit) =>
    {
        var found = SuggestIndex.Build(entries).Suggest(typed, limit);
        Assert.InRange(found.Count, 0, limit);
        Assert.Equal(found.Count, found.Select(suggestion => suggestion.Key).Distinct().Count());
        Assert.Equal(found.Select(suggestion => suggestion.Typos).Order(), found.Select(suggestion => suggestion.Typos));
        foreach (var suggestion in found)
        {
            var end = 0;
            foreach (var (start, length) in suggestion.Ranges)
            {
                Assert.InRange(start, end, suggestion.Text.Length);
                Assert.InRange(length, 1, suggestion.Text.Length - start);
                end = start + length;
            }
        }
    }, iter: 1_000);

    [Fact]
    public void The_words_of_a_beginning_are_the_beginning_of_the_words() =>
        Gen.OneOf(Title, Gen.String[Gen.Char, 0, 30], Gen.Char["ab1,.'’&#+ é中\u0301-"].Array[0, 20].Select(chars => new string(chars))).Sample(text =>
        {
            var key = KeyOf(text);
            for (var length = 0; length <= text.Length; length++)
                Assert.StartsWith(KeyOf(text[..length]), key, StringComparison.Ordinal);
            foreach (var other in (string[])["", "a", "ab 1", "a b", "é", text, text[(text.Length / 2)..], text + "b"])
                Assert.Equal(Math.Sign(string.CompareOrdinal(key, KeyOf(other))), Math.Sign(SuggestWords.CompareKey(text, KeyOf(other))));
        }, iter: 10_000);

    private static string KeyOf(string text) => SuggestWords.Key(SuggestWords.Of(text));

    private static string Edited(string text, int at, char letter, int how) => how switch
    {
        0 => text.Remove(at, 1),
        1 => text.Insert(at, letter.ToString()),
        _ => text.Remove(at, 1).Insert(at, letter.ToString()),
    };
}
