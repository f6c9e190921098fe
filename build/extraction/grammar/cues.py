"""Word lists that the attribution rules read: cues, function words, titles, given names.

All are of general English. Forms come from lemmas, so that a new cue is one word here.
"""

from extraction.grammar.forms import forms
from extraction.lexicon import lists
from extraction.text import months
from extraction.text.words import word_set

# Verbs that take a quotation or a that-clause as what was said.
SAY = """
hold say tell add write ask explain reply respond tweet retweet continue warn argue insist declare
note state announce claim call describe conclude recall joke quip read observe remark comment
mention report assert contend maintain allege acknowledge admit concede confess confirm deny
suggest propose predict promise pledge vow swear testify urge exclaim shout yell scream cry whisper
mutter murmur interject counter retort reiterate repeat emphasize stress underscore lament complain
grumble protest object stipulate caution advise recommend order instruct demand request plead
implore beg boast brag gush opine reckon answer elaborate clarify post blog text email chant sing
sneer snap scoff marvel muse ponder wonder estimate inform assure reassure remind notify agree
disagree concur believe think feel hope fear worry know question inquire query cite quote
paraphrase summarize recount relate narrate proclaim pronounce express voice articulate outline
reveal disclose divulge hint imply indicate signal attest affirm reaffirm aver avow profess posit
speculate theorize surmise guess figure greet thank congratulate apologize beseech exhort entreat
challenge chime pipe fume rail rant vent rave title headline caption dub term label brand nickname
name deem style christen bill characterize portray depict paint cast liken compare frame interrupt
intone quibble volunteer venture begin go sum decide rule find dictate specify provide require
dismiss denounce condemn decry deride criticize criticise blast slam bash rip attack assail
lambaste blame accuse fault berate mock ridicule taunt scold chide rebuke chastise castigate
excoriate praise hail laud tout applaud commend salute credit cheer celebrate extol reject rebut
refute dispute contradict defend justify support back favor oppose admire respect regard consider
view see perceive envision imagine threaten invite encourage press push lobby appeal talk speak
preach lecture discuss address bemoan regret rejoice introduce invoke reference refer point
highlight tease needle goad reflect remember reminisce realize reason learn understand plan promote
advocate champion offer sign pitch mean want expect pound hammer skewer roast downplay deplore
trumpet minimize disparage belittle trash pillory vilify malign denigrate insult upbraid admonish
reprimand forecast foresee coin decree editorialize utter bark bellow holler roar growl sigh sob
giggle chuckle laugh smile grin shrug gasp moan groan gloat crow pray curse echo parrot drawl
stammer stutter hiss spit thunder shriek whine correct counsel pen scribble message wire recollect
savage rate type scrawl prohibit forbid bar
""".split()

# Of these, the verbs whose plain object is seldom somebody's words: they govern a short quotation
# only when it is their object, their `as …` or inside a that-clause.
WEAK = word_set("""
go begin sum see view find rule decide provide require know feel hope fear worry back support oppose
favor defend justify press push lobby discuss address regard consider respect plan understand learn
name order request mean want expect offer sign reveal show figure perceive imagine envision promote
champion advocate realize title headline bill promise celebrate salute cheer credit introduce smile
grin shrug correct coin foresee insult trash message wire prohibit forbid bar rate hammer point
outline relate start signal sing read post style object volunteer venture
""")

# Verbs whose object is renamed by the quotation: call it “…”, describe them as “…”.
NAMING = word_set("""
call describe label brand dub term deem characterize portray depict paint cast liken compare dismiss
denounce condemn decry deride criticize criticise blast slam rip attack assail praise hail laud tout
mock ridicule downplay deplore trumpet disparage belittle trash pillory vilify malign insult
denigrate pound hammer skewer roast savage rate pronounce declare regard view see frame refer
reference reject nickname bash rebuke lambaste accuse bill
""")

# Verbs after which a plain clause may follow: X says Y called …
CLAUSAL = word_set("""
hold say tell add claim argue insist note announce think believe feel hope fear know allege admit
acknowledge concede confirm contend maintain suggest explain warn predict promise pledge vow swear
testify declare assert state write report joke quip tweet complain agree deny mean find reveal show
indicate imply hint wish ensure rule order guess remember realize understand recall
""")

# Other frequent verbs, needed to find where subjects end. Forms in -ed are known by their ending.
_OTHER_VERBS = """
be is are was were been being am has have had having do does did doing done go goes went gone
come comes came coming get gets got getting give gives gave given giving take takes took taken
taking make makes made making run runs ran running win wins won winning lose loses lost losing
lead leads led leading leave leaves left leaving meet meets met meeting keep keeps kept keeping
let lets set sets put puts bring brings brought stand stands stood sit sits sat rise rises rose
fall falls fell grow grows grew become becomes became hit hits cut cuts send sends sent spend
spends spent pay pays paid buy buys bought sell sells sold build builds built break breaks broke
broken choose chooses chose chosen draw draws drew drawn drive drives drove eat eats ate fight
fights fought fly flies flew forget forgets forgot hear hears heard hide hides hid teach
teaches taught catch catches caught wear wears wore throw throws threw thrown tear tears tore
steal steals stole strike strikes struck shake shakes shook seek seeks sought bear bears bore
bind bound lie lies lay ride rides rode ring rang sink sank shoot shoots shot speak spoke swim
swam wake woke seems seem appears appear remains remain includes include continues looks look
works tries try uses use used needs need wants wishes wish likes love loves hates hate helps help
allows allow contains contain serves serve represents represent follows follow faces face
happens happen lives believes holds owns own supports opposes reflects affects
depends differs exists involves occurs belongs
""".split()

AUXILIARIES = word_set("""
is are was were be been being am has have had do does did will would can could may might must shall
should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
couldn't shouldn't cannot
""")
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being"}

SUBJECT_PRONOUNS = word_set("""
he she they it i we you who one others everyone somebody someone nobody
""")
OBJECT_PRONOUNS = word_set("him her them me us himself herself themselves itself myself")
POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your", "whose"])
DETERMINERS = POSSESSIVES | word_set("""
the a an this that these those some many several another each every both any no all most few one two
three
""")
PREPOSITIONS = word_set("""
of for from in at on by with about to into against over under between among during through without
within across behind beyond near off toward upon via per amid despite like as than before after
since until around outside inside along including regarding concerning following above below
throughout alongside
""")
# Prepositions that keep a noun phrase going: a spokesman for …, the mayor of …
JOINING = word_set("of for from in at with on to by against between behind about near")
SUBORDINATORS = word_set("""
that because if when while although though whereas unless whether until as since after before where
how why what which whom so but or nor yet
""")
RELATIVES = frozenset(["who", "which", "that", "whose", "whom"])
CLAUSE_BREAKS = frozenset(["but", "while", "whereas", "although", "though"])
ADVERBS = word_set("""
also then later too again once often still never not even just only first now already always ever
soon recently himself herself themselves itself though however instead meanwhile moreover further
furthermore indeed yet simply rather quickly apparently once twice today here there back long
afterward aloud n't perhaps maybe sometimes almost nearly far so thus therefore publicly finally
""")
NOT_ADVERBS = word_set("""
family only ally rally bully reply supply italy july daily weekly monthly assembly fly early kelly
sally molly billy emily apply rely comply jelly belly elderly holly lily ugly hillary likely
friendly
""")
DAYS = frozenset(["yesterday", "today", "tonight", "tomorrow", *map(str.lower, months.DAYS)])
_SHORT_MONTHS = [name.lower() for name in months.CUT_SHORT]
MONTHS = frozenset(
    [*map(str.lower, months.MONTHS), *_SHORT_MONTHS, *(f"{m}." for m in _SHORT_MONTHS)]
) - {"jan", "jun"}  # without a full stop, these are first names
TIME_WORDS = word_set("""
morning afternoon evening night week month year weekend day days weeks months years earlier ago noon
p.m. a.m.
""")

NUMERALS = word_set("four five six seven eight nine ten eleven twelve")
NEVER_CUES = frozenset(["advocates", "champions", "backs", "casts"])
ARTICLES = POSSESSIVES | word_set("a an the this that these those no any every each")
NAME_ADJECTIVES = word_set("""
republican democratic american russian mexican federal chinese british conservative liberal alleged
unfounded baseless false repeated unsupported detailed
""")
ADJECTIVES_IN_ED = word_set("""
acting outgoing incoming sitting leading ranking presiding managing retired elected armed united
unnamed related so-called longtime unidentified disgraced embattled self-described self- proclaimed
newly-elected alleged unfounded repeated unsupported continued detailed
""")

HEDGES = frozenset(["reportedly", "allegedly", "apparently", "supposedly", "purportedly"])

# Nouns that carry words of the person who owns them: Smith's claim that “…”.
SAYING_NOUNS = word_set("""
claim claims statement statements remark remarks comment comments assertion argument arguments
suggestion promise prediction description characterization letter tweet tweets post email emails
speech allegation allegations accusation accusations complaint warning warnings call calls pledge
vow answer response reply question questions declaration announcement testimony opinion ruling
report reports message messages advice words phrase quote vision plan proposal view belief demand
contention insistence emphasis reference references criticism denial conclusion explanation
admission apology observation note memo memoir essay op-ed column interview rhetoric complaints
attack attacks quip joke jokes boast idea notion brief filing motion
""")

# Abbreviations whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(f"{m}." for m in _SHORT_MONTHS) | word_set("""
mr. mrs. ms. dr. sen. sens. rep. reps. gov. govs. gen. lt. col. maj. capt. cmdr. sgt. cpl. adm.
brig. pres. prof. rev. hon. st. ft. mt. jr. sr. inc. co. corp. ltd. no. vs. v. u.s. u.n. u.k. e.u.
d.c. p.m. a.m. etc. dept. supt. det. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan.
ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa.
r.i. s.c. s.d. tenn. tex. vt. va. wash. wis. wyo. ave. blvd. atty. asst. assn. bros. ph.d. esq.
messrs. i.e. e.g. approx. est. fig. vol. ed. eds. dist. twp. spc. pfc. insp. hr. min. ret. spec.
dir.
""")

# Words that stand before a name as a title; they make the name a person.
TITLES = word_set("""
mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. maj. capt. adm. prof. rev. sgt. judge justice
president senator congressman congresswoman representative governor mayor secretary chairman
chairwoman chair director commissioner sheriff chief attorney officer agent spokesman spokeswoman
spokesperson speaker minister chancellor professor ambassador general colonel captain lieutenant
sergeant detective superintendent councilman councilwoman councilmember councilor supervisor
treasurer comptroller administrator
""")
WOMEN, MEN = (
    frozenset(lists.table("first_names")[each].lower().split()) for each in ("women", "men")
)

FIRST_NAMES = WOMEN | MEN

NO_NAMES = frozenset(ADVERBS) | DETERMINERS | SUBJECT_PRONOUNS | PREPOSITIONS | SUBORDINATORS
NO_NAMES |= DAYS | MONTHS | {"and", "but", "or", "if", "when"}
"""Words that begin a sentence with a capital and are no names."""

LEMMA = {form: lemma for lemma in reversed(dict.fromkeys(SAY)) for form in forms(lemma)}
"""Lemma of every form of a cue verb."""

VERBS = frozenset(_OTHER_VERBS) | AUXILIARIES
"""Forms of other verbs, which end a noun phrase but quote nobody."""

# Forms that are more often nouns or adjectives unless a subject stands right before them.
NOUN_LIKE = word_set("""
claim claims report reports comment comments question questions call calls promise promises plan
plans attack attacks charge charges note notes state states tweet tweets answer answers demand
demands hope hopes fear fears worry worries post posts name names order orders request requests
offer offers open close view views title titles text texts estimate estimates challenge challenges
brand brands label labels signal signals figure figures object objects mention mentions reference
references support back credit cheer sign signs press push address response frame bill bills style
term terms pitch appeal regret respect point points email emails blog remark remarks pledge pledges
vow vows boast joke jokes cry cries start finish vent cast hint hints thought found held read voice
voices caption headline headlines means meaning feeling feelings opening ruling finding findings
warning warnings meeting cheers thanks guess quote quotes protest protests message messages wire
insult insults trash echo echoes smile smiles laugh laughs pen type types rule rules rate rates
influence blame criticism reply replies highlight highlights counsel counsels
""")
