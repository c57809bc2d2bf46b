using System.Collections.Frozen;

namespace Search.Core.Quotes;

/// <summary>What a verb before or after a quotation tells of it.</summary>
internal enum VerbClass : byte
{
    None,

    /// <summary>Saying or writing: its subject is the speaker.</summary>
    Say,

    /// <summary>Naming or judging: its object is called by the quoted words.</summary>
    Call,

    /// <summary>Thinking or wanting: it gives way to a verb of saying further out (“he said he wants …”).</summary>
    Mind,
}

/// <summary>The form of a verb as far as attribution needs it.</summary>
internal enum VerbForm : byte
{
    /// <summary>Said, says, say.</summary>
    Finite,

    /// <summary>Saying: the subject stands further out.</summary>
    Gerund,

    /// <summary>Claims, reports, tweet: a noun after a determiner or a possessive.</summary>
    FiniteOrNoun,
}

/// <summary>
/// The verbs that attribute quotations, in their forms. Written for this project from general English (and the commonest of German, French,
/// Spanish and Italian); regular forms are made by rule.
/// </summary>
internal static class SpeechVerbs
{
    private const string Say =
        "acknowledge add admit advise advocate affirm agree allege announce answer apologize apologise argue articulate ask assert assure avow banter beam bellow blog boast bray brag caution "
        + "chant charge chide chime chuckle cite claim clarify comment complain concede conclude concur confess confide confirm contend continue counter cry crow "
        + "deadpan declare defend demand deny detail disclose divulge elaborate email emphasize emphasise encourage enthuse estimate exclaim explain expound fume fret gripe groan growl grumble gush "
        + "hint imply inform inquire enquire insist instruct interject interrupt intone joke kid laugh lament lecture maintain marvel mention message moan mumble murmur muse mutter "
        + "narrate note object observe opine pine plead pledge point pontificate posit post pray preach predict proclaim promise pronounce propose protest quip quote "
        + "rail rant reaffirm reason reassure recall recite recollect recommend recount reflect reiterate relate relay remark remember remind remonstrate repeat reply report request respond restate retort reveal roar "
        + "say scoff scold scream scribble shout shriek sigh snap snarl sneer speculate state stipulate stress suggest surmise swear tease tell testify text theorize thunder tout trumpet tweet retweet "
        + "underline underscore urge utter venture volunteer vouch vow wail warn weigh whine whisper wonder write yell read sing speak exhort implore beseech assess attest caption "
        + "hypothesize hypothesise summarize summarise theorise characterise argue blurt bark caution commend congratulate conjecture declaim";

    private const string Call =
        "call describe label brand dub characterize characterize term denounce decry condemn slam blast rip deride dismiss hail mock ridicule portray depict frame paint cast "
        + "liken compare refer accuse praise criticize criticise lambaste lambast bemoan berate blame attack assail castigate chastise deplore excoriate rebuke reprimand reject skewer tag tar "
        + "define identify declare title cast pronounce deem regard bill tout thank challenge threaten invite express voice highlight invoke echo list endorse greet address lambast pan trash torch knock hit";

    private const string Mind =
        "think believe feel hope fear accept amplify offer order rule signal submit sign type expect want see view consider find decide hold understand know learn wish worry plan prefer intend need prove seek try mean support oppose "
        + "welcome favor favour call vote promise reject show indicate reveal suggest demonstrate require allow prohibit bar mandate provide";

    // base, third person, past, gerund
    private const string Irregular =
        "say says said saying;tell tells told telling;write writes wrote writing;read reads read reading;sing sings sang singing;speak speaks spoke speaking;swear swears swore swearing;"
        + "think thinks thought thinking;feel feels felt feeling;see sees saw seeing;find finds found finding;hold holds held holding;understand understands understood understanding;"
        + "know knows knew knowing;mean means meant meaning;rip rips ripped ripping;slam slams slammed slamming;quip quips quipped quipping;admit admits admitted admitting;"
        + "tag tags tagged tagging;tar tars tarred tarring;dub dubs dubbed dubbing;refer refers referred referring;submit submits submitted submitting;brag brags bragged bragging;"
        + "cast casts cast casting;hit hits hit hitting;bar bars barred barring;plan plans planned planning;prefer prefers preferred preferring;snap snaps snapped snapping;"
        + "chat chats chatted chatting;pen pens penned penning;blog blogs blogged blogging;kid kids kidded kidding;seek seeks sought seeking;show shows showed showing;"
        + "pan pans panned panning;concur concurs concurred concurring;deadpan deadpans deadpanned deadpanning;fret frets fretted fretting";

    // Forms that are as often nouns.
    private const string Nouns =
        "claim claims report reports comment comments charge charges note notes tweet tweets post posts call calls demand demands remark remarks question questions answer answers reply replies "
        + "request requests promise promises vow vows pledge pledges boast boasts text texts message messages email emails order orders offer offers quote quotes estimate estimates joke jokes object objects "
        + "protest protests attack attacks challenge challenges praise blame rule rules point points view views plan plans need needs hope hopes fear fears thought list title term terms bill brand label "
        + "signal signals stress state states cry detail details lecture rebuke echo address hit hits tag thanks complaint support vote votes show shows reading writing saying meaning ruling finding "
        + "hearing wish frame cast type sign signs lament volunteer volunteers counter pine relay caution tease laugh mention mentions knock torch trash mean means object favor favour";

    // Verbs of saying in other languages, as written after a quotation or before it.
    private const string OtherLanguages =
        "sagte sagt sagten erklärte erklärt betonte schrieb schreibt meinte fragte antwortete warnte kritisierte forderte hieß dit déclare déclaré affirmé affirme expliqué explique ajouté ajoute assuré répondu "
        + "écrit estime estimé dijo dice afirmó aseguró explicó añadió señaló declaró escribió preguntó respondió disse detto dichiarato spiegato aggiunto scritto affermato disseram afirmou declarou zei zegt";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherForms =
        OtherLanguages.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, (VerbClass Class, VerbForm Form)> Forms = Build();
    private static readonly FrozenDictionary<string, (VerbClass Class, VerbForm Form)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class and form of a word; <see cref="VerbClass.None"/> where it attributes nothing.</summary>
    public static (VerbClass Class, VerbForm Form) Of(ReadOnlySpan<char> word) =>
        Lookup.TryGetValue(word, out var found) ? found : default;

    /// <summary>True for a verb of saying that is not English.</summary>
    public static bool IsOfOtherLanguage(ReadOnlySpan<char> word) => OtherForms.Contains(word);

    /// <summary>True where a verb of saying stands anywhere in the text.</summary>
    public static bool AnyIn(ReadOnlySpan<char> text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                if (Of(text[start..i]) is { Class: VerbClass.Say, Form: VerbForm.Finite })
                    return true;
                start = -1;
            }
        }
        return false;
    }

    private static FrozenDictionary<string, (VerbClass, VerbForm)> Build()
    {
        var irregular = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in Irregular.Split(';'))
        {
            var forms = line.Split(' ');
            irregular[forms[0]] = forms;
        }
        var nouns = Nouns.Split(' ').ToHashSet(StringComparer.Ordinal);
        var all = new Dictionary<string, (VerbClass, VerbForm)>(StringComparer.OrdinalIgnoreCase);
        // The weakest class first: where two classes share a verb, the stronger one stands.
        foreach (var (verbs, kind) in new[] { (Mind, VerbClass.Mind), (Call, VerbClass.Call), (Say, VerbClass.Say) })
            foreach (var verb in verbs.Split(' '))
            {
                var forms = irregular.TryGetValue(verb, out var given) ? given : Regular(verb);
                for (var f = 0; f < forms.Length; f++)
                    all[forms[f]] = (kind, f == 3 ? VerbForm.Gerund : nouns.Contains(forms[f]) ? VerbForm.FiniteOrNoun : VerbForm.Finite);
            }
        foreach (var form in OtherLanguages.Split(' '))
            all.TryAdd(form, (VerbClass.Say, VerbForm.Finite));
        all["written"] = all["spoken"] = (VerbClass.Say, VerbForm.Finite);
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Regular(string verb)
    {
        var last = verb[^1];
        var consonantY = last == 'y' && verb[^2] is not ('a' or 'e' or 'i' or 'o' or 'u');
        var hisses = last is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal);
        return
        [
            verb,
            consonantY ? verb[..^1] + "ies" : hisses ? verb + "es" : verb + "s",
            consonantY ? verb[..^1] + "ied" : last == 'e' ? verb + "d" : verb + "ed",
            last == 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing" : verb + "ing",
        ];
    }
}
