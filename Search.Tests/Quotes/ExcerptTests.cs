using Search.Core.Quotes;
using Xunit;

namespace Search.Tests.Quotes;

public class ExcerptTests
{
    private static FoundExcerpt? Read(string excerpt) => new QuoteFinder(Written.Names).ReadExcerpt(excerpt);

    [Theory]
    [InlineData("“The dam will hold through the spring.” – Maria Okafor", "Maria Okafor", null)]
    [InlineData("\"The dam will hold through the spring.\" - Maria Okafor.", "Maria Okafor", null)]
    [InlineData("“The dam will hold through the spring.” — Senator Maria Okafor (D-ME)", "Maria Okafor", "Senator (D-ME)")]
    [InlineData("“The dam will hold through the spring.” – President Maria Okafor", "Maria Okafor", "President")]
    [InlineData("“The dam will hold through the spring.” – the Gazette’s chief river analyst Maria Okafor", "Maria Okafor", "the Gazette’s chief river analyst")]
    [InlineData("“The dam will hold through the spring.” – Maria Okafor, chief engineer of the county, who built it", "Maria Okafor", "chief engineer of the county, who built it")]
    [InlineData("“The dam will hold through the spring.” – Maria Okafor, a member of the board, posted on Mastodon.", "Maria Okafor", "a member of the board")]
    [InlineData("“The dam will hold through the spring.” – retired Harbour Police Officer Sgt. Maria Okafor", "Maria Okafor", "retired Harbour Police Officer Sgt.")]
    [InlineData("“The dam will hold through the spring.” – said Maria Okafor", "Maria Okafor", null)]
    [InlineData("“The dam will hold through the spring.” – MARIA OKAFOR", "MARIA OKAFOR", null)]
    [InlineData("“The dam will hold through the spring.” – Okafor.", "Okafor", null)]
    [InlineData("“The dam will hold.”“It was built by my own teacher.” – Maria Okafor", "Maria Okafor", null)]
    [InlineData("The dam will hold through the spring. It always has. – Maria Okafor, chief engineer", "Maria Okafor", "chief engineer")]
    [InlineData("The dam will hold through the spring.” – Maria Okafor", "Maria Okafor", null)]
    [InlineData("“The dam will hold through the spring,” Maria Okafor said, adding that she had seen worse.", "Maria Okafor", null)]
    public void A_signed_excerpt_is_a_quotation_with_name_and_role(string excerpt, string name, string? role)
    {
        var found = Read(excerpt)!;
        Assert.Equal((name, role), (found.SpeakerName, found.Role));
        Assert.StartsWith("The dam will hold", found.Text);
        Assert.DoesNotContain("Okafor", found.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("“The dam will hold through the spring.” – The Gazette.", "The Gazette")]
    [InlineData("“The dam will hold through the spring.” – Harwich Gazette editorial board", "Harwich Gazette editorial board")]
    [InlineData("“The dam will hold through the spring.” – letter to the county council", "letter to the county council")]
    public void An_outlet_or_a_source_is_no_person(string excerpt, string source)
    {
        var found = Read(excerpt)!;
        Assert.Equal((source, null), (found.SpeakerText, found.SpeakerName));
    }

    [Fact]
    public void An_excerpt_all_in_marks_is_a_quotation_of_nobody_named()
    {
        var found = Read("“The dam will hold through the spring. It always has. I have seen worse.”")!;
        Assert.Null(found.SpeakerText);
        Assert.Equal("The dam will hold through the spring. It always has. I have seen worse.", found.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("–")]
    [InlineData("The dam will hold through the spring.")]
    [InlineData("Maria Okafor looks at the state of the county’s dams and at who is to pay for them.")]
    [InlineData("The county has five dams, and any “reasonable inquiry” would find that three of them leak; councils and owners are suing one another.")]
    [InlineData("The county – all of it – depends on five dams.")]
    [InlineData("Five dams, two rivers - and no money.")]
    public void A_summary_is_none(string excerpt) => Assert.Null(Read(excerpt));

    [Fact]
    public void The_same_words_in_the_body_have_the_same_key()
    {
        var excerpt = Read("“The dam will hold—through the spring.” – Maria Okafor")!;
        var body = Written.Quote("\"The dam will hold, through the Spring,\" Maria Okafor said.");
        Assert.Equal(excerpt.NormalisedKey, body.NormalisedKey);
    }

    [Fact]
    public void A_quotation_in_excerpt_and_body_is_given_once_with_the_speaker_that_either_names()
    {
        var post = Written.Post("There was a sign on the wall.", "“The dam will hold through the spring.”", "It did.") with { Excerpt = "“The dam will hold through the spring.” – Maria Okafor" };
        var read = new QuoteFinder(Written.Names).Read(post);
        Assert.Null(read.InExcerpt);
        Assert.Equal("Maria Okafor", Assert.Single(read.InText).SpeakerName);
    }

    [Fact]
    public void An_excerpt_that_the_body_does_not_have_is_given_apart()
    {
        var post = Written.Post("“The road stays closed for a month,” Ivan Petrov said.") with { Excerpt = "“The dam will hold through the spring.” – Maria Okafor" };
        var read = new QuoteFinder(Written.Names).Read(post);
        Assert.Equal("Maria Okafor", read.InExcerpt?.SpeakerName);
        Assert.Equal("Ivan Petrov", Assert.Single(read.InText).SpeakerName);
    }

    [Fact]
    public void The_first_of_two_signed_quotations_is_the_excerpt()
    {
        var found = Read("“The dam will hold through the spring.” – Maria Okafor. “That is nonsense, as everybody knows.” – @IvanPetrov")!;
        Assert.Equal(("The dam will hold through the spring.", "Maria Okafor"), (found.Text, found.SpeakerName));
    }
}
