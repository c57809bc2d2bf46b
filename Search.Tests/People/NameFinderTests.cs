using Search.Core.People;
using Xunit;

namespace Search.Tests.People;

/// <summary>Claims on who is found in a sentence, in sentences written for these tests.</summary>
public class NameFinderTests
{
    private static readonly NameFinder Finder = new(NameData.Default);

    [Theory]
    [InlineData("Senator Maria Delgado asked about the budget.", "Maria Delgado")]
    [InlineData("The witness, Oluwaseun Adeyemi, said nothing.", "Oluwaseun Adeyemi")]
    [InlineData("Attorney General Ruth Callahan resigned on Monday.", "Ruth Callahan")]
    [InlineData("U.S. District Judge Harold Pinkney ruled against them.", "Harold Pinkney")]
    [InlineData("They met Jean-Claude Moreau in Brussels.", "Jean-Claude Moreau")]
    [InlineData("A statue of Ludwig van der Meer stands there.", "Ludwig van der Meer")]
    [InlineData("He interviewed J.R. Whitfield about the storm.", "J.R. Whitfield")]
    [InlineData("Edwin \"Buzz\" Larkin walked first.", "Edwin \"Buzz\" Larkin")]
    [InlineData("Edwin “Two Shoes” Larkin walked first.", "Edwin \"Two Shoes\" Larkin")]
    [InlineData("Thomas Reardon Jr. inherited the mill.", "Thomas Reardon Jr.")]
    [InlineData("Park Ji-woo and Kim Min-jun signed the letter.", "Park Ji-woo|Kim Min-jun")]
    [InlineData("The prize went to Siobhán O’Malley and Tadeusz Kowalczyk.", "Siobhán O’Malley|Tadeusz Kowalczyk")]
    [InlineData("Mr. Pemberton-Hale objected.", "Pemberton-Hale")]
    [InlineData("Fatima al-Rashid spoke after Abdul Rahman Siddiqui.", "Fatima al-Rashid|Abdul Rahman Siddiqui")]
    [InlineData("Texas Gov. Dale Hutchins signed it.", "Dale Hutchins")]
    [InlineData("Representative Alma Ruiz (D-NM) voted no.", "Alma Ruiz")]
    [InlineData("The coach praised striker Zlatko Perunov, 24, of Rijeka.", "Zlatko Perunov")]
    [InlineData("Emma Thorn's sister lives in Leeds.", "Emma Thorn")]
    [InlineData("UN chief Ban Chul-soo met Park Soon-hye in Seoul.", "Ban Chul-soo|Park Soon-hye")]
    [InlineData("The Emperor Hadrian built it.", "Emperor Hadrian")]
    [InlineData("Franz Kafka wrote it, and Julia Robertson said no.", "Franz Kafka|Julia Robertson")]
    public void It_finds_the_people_of_a_sentence(string text, string people) => Assert.Equal(people.Split('|'), Names(text));

    [Theory]
    [InlineData("She studied at Johns Hopkins University and at Carnegie Mellon.")]
    [InlineData("The Lincoln Memorial and the Washington Monument were closed.")]
    [InlineData("Goldman Sachs and Morgan Stanley cut jobs.")]
    [InlineData("The Harriet Dunmore Library opens at nine.")]
    [InlineData("The Dunmore Voting Rights Act passed the House.")]
    [InlineData("He read it in the Houston Chronicle and the Jackson Herald.")]
    [InlineData("They flew to New York, Saint Petersburg and Santiago.")]
    [InlineData("The USS Gerald Whitmore Carrier Group sailed.")]
    [InlineData("Merry Christmas and Happy New Year!")]
    [InlineData("In April the Supreme Court heard the case; in June it ruled.")]
    [InlineData("Best Practices For Summer Reading Lists")]
    [InlineData("Will May come? May will. Mark my words.")]
    [InlineData("The White House and the Justice Department declined to comment.")]
    [InlineData("Wall Street fell after the Federal Reserve met.")]
    [InlineData("The Lady Dunmore sailed from Leith. The Lady Dunmore was wrecked.")]
    [InlineData("The schooner Thomas Lorrimer and the SS Robert Lorrimer were lost.")]
    [InlineData("She asked Alexa to play music. The Alexa app and every Alexa device got an update.")]
    [InlineData("Claude wrote the tests. The Claude API is slow, and Claude Opus 4.5 was slower.")]
    [InlineData("The Kafka broker was slow, so a Kafka cluster was built.")]
    public void What_is_only_named_after_people_is_nobody(string text) => Assert.Empty(Names(text));

    [Fact]
    public void A_family_name_alone_stands_for_the_full_name_before_it()
    {
        const string text = "Governor Ellen Marsh spoke first. Marsh said the road would open. “It will,” said Marsh.";
        var names = Finder.Find(text);
        var mentions = names.Mentions.Where(m => names.People[m.Person].Name.Full == "Ellen Marsh").ToList();
        Assert.Equal(3, mentions.Count);
        Assert.Equal([MentionKind.Full, MentionKind.Surname, MentionKind.Surname], mentions.Select(m => m.Kind));
    }

    [Fact]
    public void A_given_name_alone_stands_for_the_one_who_has_it()
    {
        const string text = "Priya Nair joined the show. Later, Priya laughed.";
        var names = Finder.Find(text);
        Assert.Equal(2, names.Mentions.Count(m => names.People[m.Person].Name.Full == "Priya Nair"));
    }

    [Fact]
    public void Two_people_of_one_family_name_stay_two()
        => Assert.Equal(["Hannah Okafor", "Daniel Okafor"], Names("Hannah Okafor and her brother Daniel Okafor run the shop."));

    [Fact]
    public void A_father_and_his_junior_stay_two()
        => Assert.Equal(["Walter Brandt", "Walter Brandt Jr."], Names("Walter Brandt founded it, and Walter Brandt Jr. sold it."));

    [Fact]
    public void A_couple_shares_the_family_name()
    {
        var names = Finder.Find("Peter and Susan Langley bought the farm.");
        Assert.Contains(names.People, p => p.Name.Full == "Peter Langley" && p.IsAccepted);
        Assert.Contains(names.People, p => p.Name.Full == "Susan Langley" && p.IsAccepted);
    }

    [Fact]
    public void A_couple_shares_the_family_name_though_a_namesake_comes_later()
        => Assert.Contains(Finder.Find("Bill and Hillary Porter bought the farm from Bill Tate.").People, p => p.Name.Full == "Bill Porter" && p.IsAccepted);

    [Fact]
    public void Initials_and_middle_names_make_no_second_person()
        => Assert.Equal(["Robert J. Ashdown"], Names("Robert J. Ashdown won. Robert Ashdown thanked the voters. Bob Ashdown waved."));

    [Fact]
    public void Titles_and_possessive_endings_lie_outside_the_mention()
    {
        const string text = "Chief Justice Amelia Stone’s opinion was short.";
        var mention = Assert.Single(Finder.Find(text).Mentions);
        Assert.Equal("Amelia Stone", text[mention.Start..mention.End]);
        Assert.Equal("Chief Justice Amelia Stone", text[mention.OuterStart..mention.End]);
    }

    [Fact]
    public void A_byline_is_kept_apart()
    {
        var names = Finder.Find("Rivers rise again\n\nBy Laura Quinn and Omar Haddad\n\nThe dam held, said engineer Piet Bosman.");
        Assert.Equal(["Laura Quinn", "Omar Haddad"], names.Bylines.Select(b => b.Full));
        Assert.Equal(["Piet Bosman"], names.People.Where(p => p.IsAccepted).Select(p => p.Name.Full));
    }

    [Fact]
    public void A_headline_in_capitals_names_the_people_of_the_text()
    {
        const string text = "LANGFORD QUITS OVER BRIDGE\n\nMayor Iris Langford resigned on Tuesday.";
        var names = Finder.Find(text);
        var sure = names.Mentions.Where(m => names.People[m.Person].IsAccepted).ToList();
        Assert.Equal(["LANGFORD", "Iris Langford"], sure.Select(m => text[m.Start..m.End]));
        Assert.Single(sure.Select(m => m.Person).Distinct());
    }

    [Theory]
    [InlineData("Attorney General Ruth Callahan resigned.", "Attorney General")]
    [InlineData("former police chief Omar Haddad agreed.", "former police chief")]
    [InlineData("Ruth Callahan, the attorney general of Ohio, resigned.", "attorney general of Ohio")]
    [InlineData("Sen. Ruth Callahan resigned.", "Senator")]
    [InlineData("White House press secretary Ruth Callahan smiled.", "White House press secretary")]
    [InlineData("Secretary of State Ruth Callahan smiled.", "Secretary of State")]
    [InlineData("They heard Director of National Intelligence Ruth Callahan, who smiled at the cameras.", "Director of National Intelligence")]
    [InlineData("then-Senator Ruth Callahan smiled.", "Senator")]
    [InlineData("ex-Senator Ruth Callahan smiled.", "former Senator")]
    [InlineData("The mayor's press secretary Ruth Callahan smiled.", "press secretary")]
    [InlineData("Dear Senator Ruth Callahan, thank you.", "Senator")]
    [InlineData("Ruth Callahan, a former banker with three houses, smiled.", "former banker")]
    public void The_office_is_read_as_the_text_gives_it(string text, string role)
        => Assert.Equal(role, Assert.Single(Assert.Single(Finder.Find(text).People, p => p.IsAccepted).Roles).Text);

    [Theory]
    [InlineData("They sued Ruth Callahan, Attorney General Omar Haddad and others.")]
    [InlineData("For Ruth Callahan, senators cheered loudly.")]
    public void What_belongs_to_others_is_no_office(string text)
        => Assert.Empty(Finder.Find(text).People.First(p => p.Name.Full == "Ruth Callahan").Roles);

    [Theory]
    [InlineData("Mrs. Halloran left. Halloran said she was tired.", Gender.Female)]
    [InlineData("Kit Halloran left, and he did not return.", Gender.Male)]
    [InlineData("Sir Kit Halloran left.", Gender.Male)]
    public void Titles_and_pronouns_tell_the_gender(string text, Gender gender)
        => Assert.Equal(gender, Finder.Find(text).People.First(p => p.Name.Surname == "Halloran").Gender);

    private static List<string> Names(string text)
        => Finder.Find(text).People.Where(p => p.IsAccepted).Select(p => p.Name is var n && n.Nickname.Length > 0 ? $"{n.Given} \"{n.Nickname}\" {n.Surname}" : n.Full).ToList();
}
