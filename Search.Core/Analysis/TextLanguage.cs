using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Tartarus.Snowball.Ext;
using Search.Core.Text;

namespace Search.Core.Analysis;

/// <summary>
/// What of the analysis depends on the language of a site: its function words, how its words are reduced to stems, and the elided articles of
/// the languages that write them with an apostrophe. Stemmers and most lists are those of Lucene's analyzers. One that is not known has no
/// function words and no stems; scripts without blanks are cut into pairs in every language.
/// </summary>
internal sealed class TextLanguage
{
    private static readonly string[] FrenchElisions = ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"];
    private static readonly string[] CatalanElisions = ["d", "l", "m", "n", "s", "t"];
    private static readonly string[] IrishElisions = ["d", "m", "b"];

    private static readonly string[] ItalianElisions =
        ["c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d"];

    private static readonly FrozenDictionary<string, Lazy<TextLanguage>> Known = new Dictionary<string, Func<string, TextLanguage>>(StringComparer.Ordinal)
    {
        ["ar"] = code => new(code, ArabicAnalyzer.DefaultStopSet, s => new ArabicStemFilter(new ArabicNormalizationFilter(s))),
        ["bg"] = code => new(code, BulgarianAnalyzer.DefaultStopSet, s => new BulgarianStemFilter(s), stemsBeforeFolding: true),
        ["ca"] = code => new(code, CatalanAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new CatalanStemmer()), elisions: CatalanElisions),
        ["cs"] = code => new(code, CzechAnalyzer.DefaultStopSet, s => new CzechStemFilter(s)),
        ["da"] = code => new(code, DanishAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new DanishStemmer())),
        ["de"] = code => new(code, GermanAnalyzer.DefaultStopSet, s => new GermanLightStemFilter(s)),
        ["el"] = code => new(code, GreekAnalyzer.DefaultStopSet, s => new GreekStemFilter(s)),
        ["en"] = code => new(code, StopWords.English, s => new PorterStemFilter(s)),
        ["es"] = code => new(code, SpanishAnalyzer.DefaultStopSet, s => new SpanishLightStemFilter(s)),
        ["eu"] = code => new(code, BasqueAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new BasqueStemmer())),
        ["fa"] = code => new(code, PersianAnalyzer.DefaultStopSet, s => new PersianNormalizationFilter(new ArabicNormalizationFilter(s))),
        ["fi"] = code => new(code, FinnishAnalyzer.DefaultStopSet, s => new FinnishLightStemFilter(s)),
        ["fr"] = code => new(code, FrenchAnalyzer.DefaultStopSet, s => new FrenchLightStemFilter(s), elisions: FrenchElisions),
        ["ga"] = code => new(code, IrishAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new IrishStemmer()), elisions: IrishElisions),
        ["gl"] = code => new(code, GalicianAnalyzer.DefaultStopSet, s => new GalicianStemFilter(s)),
        ["hi"] = code => new(code, HindiAnalyzer.DefaultStopSet, s => new HindiStemFilter(new HindiNormalizationFilter(s))),
        ["hu"] = code => new(code, HungarianAnalyzer.DefaultStopSet, s => new HungarianLightStemFilter(s)),
        ["hy"] = code => new(code, ArmenianAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new ArmenianStemmer())),
        ["id"] = code => new(code, IndonesianAnalyzer.DefaultStopSet, s => new IndonesianStemFilter(s)),
        ["it"] = code => new(code, ItalianAnalyzer.DefaultStopSet, s => new ItalianLightStemFilter(s), elisions: ItalianElisions),
        ["lv"] = code => new(code, LatvianAnalyzer.DefaultStopSet, s => new LatvianStemFilter(s)),
        ["nl"] = code => new(code, DutchAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer())),
        ["no"] = code => new(code, NorwegianAnalyzer.DefaultStopSet, s => new NorwegianLightStemFilter(s)),
        ["pt"] = code => new(code, PortugueseAnalyzer.DefaultStopSet, s => new PortugueseLightStemFilter(s)),
        ["ro"] = code => new(code, RomanianAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new RomanianStemmer())),
        ["ru"] = code => new(code, RussianAnalyzer.DefaultStopSet, s => new RussianLightStemFilter(s), stemsBeforeFolding: true),
        ["sv"] = code => new(code, SwedishAnalyzer.DefaultStopSet, s => new SwedishLightStemFilter(s)),
        ["tr"] = code => new(code, TurkishAnalyzer.DefaultStopSet, s => new SnowballFilter(s, new TurkishStemmer())),
    }.ToFrozenDictionary(l => l.Key, l => new Lazy<TextLanguage>(() => l.Value(l.Key)), StringComparer.Ordinal);

    private readonly FrozenSet<string> stopWords;

    private TextLanguage(
        string code, IEnumerable<string> stopWords, Func<TokenStream, TokenStream> stemmed, IEnumerable<string>? elisions = null, bool stemsBeforeFolding = false)
    {
        Code = code;
        this.stopWords = stopWords.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
        Elisions = (elisions ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Stemmed = stemmed;
        StemsBeforeFolding = stemsBeforeFolding;
    }

    /// <summary>English: what a text is taken for that gives no sign of another language.</summary>
    public static TextLanguage English => Known["en"].Value;

    /// <summary>Those whose function words and stems are known.</summary>
    public static IEnumerable<TextLanguage> All => Known.Values.Select(l => l.Value);

    /// <summary>Two letters of ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>Articles and the like that stand before an apostrophe and are words of their own: <c>l'alphabet</c>.</summary>
    public FrozenSet<string> Elisions { get; }

    /// <summary>Puts the reduction to stems behind a stream of words.</summary>
    public Func<TokenStream, TokenStream> Stemmed { get; }

    /// <summary>True where folding would take away what the stemmer goes by, as the breve of the Russian <c>й</c>.</summary>
    public bool StemsBeforeFolding { get; }

    /// <param name="tag">A BCP 47 tag, such as <c>de-AT</c>; only the language in it counts.</param>
    public static TextLanguage Of(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var code = (end < 0 ? tag : tag[..end]).ToLowerInvariant();
        if (code is "nb" or "nn")
            code = "no";
        return Known.TryGetValue(code, out var known) ? known.Value : new(code.Length is 2 or 3 ? code : "und", [], s => s);
    }

    /// <param name="word">A folded word, not a stem.</param>
    public bool IsStopWord(string word) => stopWords.Contains(word);
}
