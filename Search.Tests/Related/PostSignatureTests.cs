using Search.Core.Analysis;
using Search.Core.Indexing;
using Xunit;

namespace Search.Tests.Related;

public sealed class PostSignatureTests
{
    private const string Tide = "The tide came in over the mud flats before the harbour bell rang, and the lighter that carried coal from the north lay on her side until noon. Nobody on the quay had seen the coal lighter so high.";

    [Fact]
    public void What_is_written_is_read_again()
    {
        var signature = Signed(Tide).Signature;
        var read = PostSignature.FromBytes(signature.ToBytes());
        Assert.Equal(signature.Terms, read.Terms);
        Assert.Equal(signature.Pairs, read.Pairs);
        Assert.Equal(signature.People, read.People);
        Assert.Equal(signature.Tags, read.Tags);
        Assert.Equal(signature.Sources, read.Sources);
        Assert.Equal(signature.Sketch.Least, read.Sketch.Least);
        Assert.NotEmpty(read.Terms);
        Assert.NotEmpty(read.Pairs);
        Assert.Equal(signature.ToBytes(), Signed(Tide).Signature.ToBytes());
    }

    [Fact]
    public void A_damaged_signature_is_refused()
    {
        var bytes = Signed(Tide).Signature.ToBytes();
        for (var length = 1; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => PostSignature.FromBytes(bytes.AsSpan(0, length)));
        Assert.Throws<InvalidDataException>(() => PostSignature.FromBytes([0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4]));
    }

    [Fact]
    public void A_signature_is_bounded_however_long_the_text()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"word{i % 9_000}"));
        var signature = SignedText.Of("Long", null, words, [], Enumerable.Range(0, 999).Select(i => $"tag-{i}"), Enumerable.Range(0, 999).Select(i => $"https://example.org/{i}"), new(TextAnalysis.English)).Signature;
        Assert.Equal(PostSignature.MaxTerms, signature.Terms.Count);
        Assert.InRange(signature.ToBytes().Length, 1, 8_000);
    }

    [Fact]
    public void Features_are_the_words_that_the_text_has()
    {
        var signed = Signed(Tide);
        Assert.Equal("lighter", signed.StemOf(Feature.Term("lighter")));
        Assert.Equal("coal lighter", signed.SpokenOf(Feature.Pair(Feature.Term("coal"), Feature.Term("lighter"))));
        Assert.Null(signed.StemOf(Feature.Term("the")));
        Assert.Null(signed.SpokenOf(Feature.Term("locomotive")));
    }

    [Fact]
    public void A_source_is_a_page_and_not_the_way_it_is_written()
    {
        Assert.Equal(Feature.Source("https://www.example.org/a/b/"), Feature.Source("http://example.org/a/b?utm=1#top"));
        Assert.NotEqual(Feature.Source("https://example.org/a/b"), Feature.Source("https://example.org/a/c"));
        foreach (var none in (string[])["", "https://example.org/", "mailto:someone@example.org", "/a/b", "http://[", "\0"])
            Assert.Equal(0u, Feature.Source(none));
    }

    [Fact]
    public void Sketches_tell_how_much_is_the_same_word_for_word()
    {
        var words = Enumerable.Range(0, 4_000).Select(i => (uint)(i * 7)).ToList();
        var same = TextSketch.Of(words);
        Assert.Equal(1, same.Overlap(TextSketch.Of(words)));
        Assert.Equal(0, same.Overlap(TextSketch.Of([.. words.Select(w => w + 1_000_003)])));
        // A third of all shingles are in both.
        Assert.InRange(same.Overlap(TextSketch.Of([.. words.Take(2_000), .. words.Skip(2_000).Select(w => w + 1_000_003)])), 0.2, 0.5);
        Assert.Equal(0, TextSketch.Of(words[..9]).Overlap(TextSketch.Of(words[..9])));
    }

    private static SignedText Signed(string text) =>
        SignedText.Of("High tide", "A headline of the harbour", text, [("ann-example", 3, true), ("bob-example", 0, false)], ["tides", "harbours"], ["https://example.org/tides"], new(TextAnalysis.English));
}
