using Lucene.Net.Util;
using Search.Core.Facets;
using Search.Core.Indexing;
using Search.Core.Model;
using Search.Core.Tagging;
using Search.Core.Text;

namespace Search.Core.Searching;

/// <summary>Lists and pages of people, tags and categories, and posts in full.</summary>
internal sealed class EntityReader(OpenGeneration generation)
{
    private const int Newest = 10;
    private const int Neighbours = 10;

    /// <summary>Labels whose words begin with the words asked for, most used first.</summary>
    public CountsAnswer List(LabelledColumn column, string query, int limit) => List(column, query, limit, static _ => []);

    /// <summary>The same for people, by all their names; where nobody has the words, those a slip of the pen away.</summary>
    public CountsAnswer ListPeople(string query, int limit) => List(generation.People, query, limit, generation.Spellings.OfPerson);

    /// <summary>The same for tags, by all their spellings; where none has the words, those a slip of the pen away.</summary>
    public CountsAnswer ListTags(string query, int limit) => List(generation.Tags, query, limit, generation.Spellings.OfTag);

    private CountsAnswer List(LabelledColumn column, string query, int limit, Func<string, IReadOnlyList<string>> otherSlugsOf)
    {
        var counts = column.Slugs.CountsIn(generation.Posts);
        // A slug that only deleted documents have stays in its segment until that is merged.
        var live = column.Slugs.CountsIn(generation.Live);
        var words = Slug.Of(query).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var found = Matching(HasWord);
        if (found.Count == 0 && words.Length > 0)
            found = Matching(HasNearWord);
        var (shown, _, _) = FacetCounter.Top(found, limit);
        return new([.. shown.Select(v => new CountView(v.Label.Slug, v.Label.Text, v.Count))], found.Count);

        List<CountedValue> Matching(Func<string, string, bool> has)
        {
            var values = new List<CountedValue>();
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                var slug = column.Slugs.SlugOf(ordinal);
                if (live[ordinal] > 0 && (words.All(w => has(slug, w)) || otherSlugsOf(slug).Any(alias => words.All(w => has(alias, w)))))
                    values.Add(new(column.LabelOf(ordinal), counts[ordinal], false));
            }
            return values;
        }
    }

    public PostView? Post(string id, bool annotations)
    {
        var document = generation.DocumentWith(IndexFields.Id, id);
        if (document < 0 || !generation.Posts.Get(document))
            return null;
        var body = generation.BodyOf(document);
        var post = body.Post!;
        var head = generation.HeadOf(document);
        return new()
        {
            Id = head.Id,
            Title = post.Title,
            Headline = post.Headline,
            Url = post.Url,
            Date = post.Date,
            DatePrecision = post.DatePrecision,
            Author = post.Author,
            Text = post.Text,
            Code = post.Code.Length == 0 ? null : post.Code,
            Excerpt = post.Excerpt,
            Tags = TagsOf(post),
            Categories = [.. head.Categories.Select(slug => new LabelView(slug, generation.Categories.LabelOf(slug).Text))],
            People = [.. body.People.Select(p => Person(p, post.Text, annotations))],
            Bylines = [.. body.Bylines.Select(slug => new LabelView(slug, generation.People.LabelOf(slug).Text))],
            Quotes = [.. body.Quotes.Select(Quote)],
            Outline = [.. post.Outline.Select(h => new HeadingView(h.Level, h.Text, h.Anchor))],
            Asides = [.. post.Asides.Select(a => new AsideView(a.Kind, a.Text))],
            Series = body.Series,
            CopyOf = body.CopyOf,
        };
    }

    public PersonView? Person(string slug)
    {
        var ordinal = generation.People.OrdinalOf(slug);
        if (ordinal < 0)
            return null;
        slug = generation.People.Slugs.SlugOf(ordinal);
        var entry = generation.PeopleBySlug.GetValueOrDefault(slug);
        var documents = DocumentsOf(generation.People, ordinal);
        var quotesBy = generation.DocumentsWith(new Lucene.Net.Index.Term(IndexFields.Speaker, slug));
        var quotes = documents.Clone();
        quotes.AndNot(generation.Posts);
        quotes.AndNot(quotesBy);
        var posts = documents.Clone();
        posts.And(generation.Posts);
        return new()
        {
            Slug = slug,
            Label = generation.People.LabelOf(slug).Text,
            Aliases = entry?.Aliases ?? [],
            Roles = [.. (entry?.Roles ?? []).Select(r => new RoleView(r.Text, r.From, r.To, r.Count))],
            Posts = posts.Cardinality,
            Months = [.. generation.Days.CountsIn(posts, byMonth: true).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new MonthCount(m.Key, m.Value))],
            QuotesBy = quotesBy.Cardinality,
            QuotesAbout = quotes.Cardinality,
            With = Closest(generation.People, posts, except: ordinal),
            Topics = Closest(generation.Tags, posts, except: generation.Tags.Slugs.OrdinalOf(slug), IsTopic),
            Newest = NewestOf(posts),
        };
    }

    public TagView? Tag(string slug)
    {
        var ordinal = generation.Tags.OrdinalOf(slug);
        return ordinal < 0 ? null : Tag(ordinal);
    }

    /// <summary>The tag that a spelling as written in the content belongs to; null where no content has it.</summary>
    public TagView? ResolveTag(string raw)
    {
        var ordinal = generation.TagCatalog.Resolve(raw) is { } known ? generation.Tags.OrdinalOf(known.Slug) : -1;
        return ordinal < 0 ? null : Tag(ordinal);
    }

    private TagView Tag(int ordinal)
    {
        var (slug, label) = generation.Tags.LabelOf(ordinal);
        var known = generation.TagCatalog.BySlug(slug);
        var documents = DocumentsOf(generation.Tags, ordinal);
        var posts = documents.Clone();
        posts.And(generation.Posts);
        return new()
        {
            Slug = slug,
            Label = label,
            Kind = known?.Kind ?? TagKind.Topic,
            PersonSlug = known?.PersonName is { } person && generation.People.OrdinalOf(Slug.Of(person)) is >= 0 and var found ? generation.People.Slugs.SlugOf(found) : null,
            Aliases = [.. (known?.Aliases ?? []).Select(a => a.Text)],
            Boilerplate = known?.Boilerplate ?? false,
            Proposals = [.. (known?.Proposals ?? []).Select(p => new TagProposalView(p.Slug, generation.Tags.LabelOf(p.Slug).Text, p.Reason, Math.Round(p.Score, 3)))],
            Posts = posts.Cardinality,
            Newest = NewestOf(posts),
        };
    }

    private List<PostTagView> TagsOf(Post post)
    {
        var tags = new List<PostTagView>();
        foreach (var spellings in post.Tags.GroupBy(t => generation.TagCatalog.Resolve(t)?.Slug, StringComparer.Ordinal))
            if (spellings.Key is { } slug && generation.TagCatalog.BySlug(slug) is { } tag)
                tags.Add(new(tag.Slug, tag.Label, tag.Kind, tag.Boilerplate, [.. spellings.Distinct(StringComparer.Ordinal)]));
        return tags;
    }

    private static PostPersonView Person(StoredMentions mentions, string text, bool annotations, LabelledColumn column)
    {
        var spans = mentions.Spans;
        var views = new List<MentionView>();
        if (annotations)
            for (var i = 0; i + 1 < spans.Count; i += 2)
                views.Add(new(spans[i], spans[i + 1], text[spans[i]..spans[i + 1]]));
        return new(mentions.Slug, column.LabelOf(mentions.Slug).Text, Math.Max(1, spans.Count / 2), mentions.Confidence, views);
    }

    private PostPersonView Person(StoredMentions mentions, string text, bool annotations) => Person(mentions, text, annotations, generation.People);

    private PostQuoteView Quote(StoredQuote stored) => new(
        stored.Id,
        stored.Quote.Text,
        stored.SpeakerSlug is { } slug ? new(slug, generation.People.LabelOf(slug).Text) : null,
        stored.Quote.SpeakerText,
        stored.Quote.Role,
        stored.Quote.Verb,
        stored.Quote.Confidence,
        stored.Quote.Start,
        stored.Quote.End,
        stored.Quote.Url);

    private FixedBitSet DocumentsOf(LabelledColumn column, int ordinal)
    {
        var documents = column.Slugs.DocumentsWithAny([ordinal]);
        documents.And(generation.Live);
        return documents;
    }

    // Log-likelihood of two labels standing together (Dunning 1993): the most telling, not just the most famous.
    // Whom a person is named with stands elsewhere; what most posts are tagged with says nothing of one.
    private bool IsTopic(string slug)
        => generation.TagCatalog.BySlug(slug) is not { } tag || !tag.Boilerplate && tag.Kind is not (TagKind.Person or TagKind.Heading);

    // A text and its copies, or a daily table, are one witness and not a hundred.
    private List<ScoredLabel> Closest(LabelledColumn column, FixedBitSet posts, int except, Func<string, bool>? counts = null)
    {
        const int fewest = 2;
        const double leastShare = 0.03;
        var ownPosts = OneOfEachGroup(posts);
        var allPosts = OneOfEachGroup(generation.Posts);
        var with = ownPosts.Cardinality;
        var all = Math.Max(1, Math.Max(with, allPosts.Cardinality));
        // Two who are only ever named together score high by a handful of posts: of somebody in hundreds that tells little.
        var floor = Math.Max(fewest, (int)Math.Ceiling(leastShare * with));
        var together = column.Slugs.CountsIn(ownPosts);
        var alone = column.Slugs.CountsIn(allPosts);
        var scored = new List<ScoredLabel>();
        for (var ordinal = 0; ordinal < together.Length; ordinal++)
        {
            if (ordinal == except || together[ordinal] < floor)
                continue;
            var score = LogLikelihood(together[ordinal], with, Math.Max(alone[ordinal], together[ordinal]), all);
            if (score > 0 && (counts is null || counts(column.Slugs.SlugOf(ordinal))))
                scored.Add(new(column.Slugs.SlugOf(ordinal), column.LabelOf(ordinal).Text, together[ordinal], Math.Round(score, 2)));
        }
        return [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Slug, StringComparer.Ordinal).Take(Neighbours)];
    }

    private FixedBitSet OneOfEachGroup(FixedBitSet posts)
    {
        var oldest = new Dictionary<int, int>();
        for (var post = posts.NextSetBit(0); post >= 0; post = post + 1 < posts.Length ? posts.NextSetBit(post + 1) : -1)
            // By date and not by number, which depends on when each was written last.
            if (generation.GroupOf[post] is >= 0 and var group && (!oldest.TryGetValue(group, out var other) || generation.OrderOf[post] > generation.OrderOf[other]))
                oldest[group] = post;
        var kept = posts.Clone();
        for (var post = posts.NextSetBit(0); post >= 0; post = post + 1 < posts.Length ? posts.NextSetBit(post + 1) : -1)
            if (generation.GroupOf[post] is >= 0 and var group && oldest[group] != post)
                kept.Clear(post);
        return kept;
    }

    private static double LogLikelihood(int both, int first, int second, int all)
    {
        var expected = (double)first * second / all;
        if (both <= expected)
            return 0;
        return 2 * (Term(both, expected) + Term(first - both, first - expected) + Term(second - both, second - expected)
            + Term(all - first - second + both, all - first - second + expected));

        static double Term(double observed, double expected) => observed <= 0 || expected <= 0 ? 0 : observed * Math.Log(observed / expected);
    }

    private List<Hit> NewestOf(FixedBitSet documents)
    {
        var writer = new HitWriter(generation, HitTerms.None, highlight: false);
        return [.. generation.NewestFirst.Where(documents.Get).Take(Newest).Select(d => writer.Write(d, 0))];
    }

    private static bool HasNearWord(string slug, string word)
    {
        var limit = word.Length >= 8 ? 2 : word.Length >= 4 ? 1 : 0;
        foreach (var range in slug.AsSpan().Split('-'))
            if (EditDistance.Between(slug.AsSpan()[range], word, limit) <= limit)
                return true;
        return false;
    }

    private static bool HasWord(string slug, string prefix)
    {
        for (var at = slug.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = slug.IndexOf(prefix, at + 1, StringComparison.Ordinal))
            if (at == 0 || slug[at - 1] == '-')
                return true;
        return false;
    }
}
