"""The words by which people tell of the signs, as data: a person in pain, not a doctor, speaks."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign

_AFTER_EXERTION = r"after (?:the|a|my|that)<2> (?:run|walk|hike|workout|ride|match|gym|swim)"


def _one_leg(side: str) -> Sign:
    """One leg and what is wrong with it; both legs may be told of one by one."""
    return Sign(
        f"{side} leg",
        rf"{side} leg<is> (?:numb\w*|tingl\w+|pins and needles|weak\w*|dead|<pains>)|"
        r"(?:numb\w*|tingl\w+|pins and needles|weak\w*|<pains>)"
        rf"(?: (?:in|down|into|going|on|all|my|the|a)){{0,4}} {side} leg",
        unless=_AFTER_EXERTION,
    )


SIGNS: Mapping[str, Sign] = {
    # Back and neck.
    "both legs": Sign(
        "leg",
        r"(?:numb\w*|tingl\w+|needles|weak\w*|weekness|sciatica|<pains>)(?: (?:is|are|in|down|"
        r"into|going|on|through|to|all|the|way|my|goes|running|and|or|now|numb\w*|tingl\w+|"
        r"weak\w*)){0,5} (?:both|left and right)(?: (?:of|my|the)){0,2} legs?|"
        r"both(?: (?:of|my|the)){0,2} legs<is> (?:numb\w*|tingl\w+|pins and needles|weak\w*|dead|"
        r"heavy|jelly|wobbl\w+|<pains>|gave|giving|buckl\w+)|"
        r"(?<!between )(?<!between my )(?<!between the )legs<is> (?:numb|tingl\w+|pins and "
        r"needles|weak|dead|jelly|wobbl\w+|buckl\w+|giv(?:e|es|ing) way|gave way|gave out|giving "
        r"out)|"
        r"(?:numb\w*|tingl\w+|pins and needles|weak\w*)(?: (?:in|down|both|my|the|of|all)){0,4} "
        r"(?<!between )(?<!between my )(?<!between the )legs|"
        r"(?:cant|couldnt|dont|barely) feel(?: (?:my|both|either|of))+ legs|"
        r"(?:left and right|right and left) legs?<is> (?:numb\w*|tingl\w+|weak\w*|dead|<pains>)|"
        r"(?:left|right) leg<is> (?:numb\w*|tingl\w+|weak\w*|dead|<pains>) (?:and|,)(?: (?:and|so|"
        r"is|now|the|my)){0,2} (?:left|right)(?: (?:leg|one|is|now))* (?:too|as well|also)",
        unless=_AFTER_EXERTION,
    ),
    "left leg": _one_leg("left"),
    "right leg": _one_leg("right"),
    # Wherever it hurts.
    "end of life": Sign(
        "kill|suicid|die|dead|end it|end my|ending|live|alive|go on",
        r"kill(?:ing)? myself|suicid\w+|(?:want|wanted|wanting|wish|wishing)"
        r"(?: (?:to|i|could|was|were|just))* (?:die|be dead|dead)\b|"
        r"end(?:ing)? (?:it all|my life|my own life)|tak(?:e|ing) my (?:own )?life|"
        r"(?:dont|do not|no longer) want to (?:live|be alive|go on living)|"
        r"better off dead|(?:no|any) reason to (?:live|go on living)|(?:cant|couldnt) go on living",
        unless=r"of (?:embarrassment|boredom|laughter|laughing)|kill(?:ed|ing)? myself laughing|"
        r"(?:book|film|documentary|programme|news|awareness|prevention) ",
    ),
    "saddle numb": Sign(
        "numb|numness|tingl|needles|feel|sensation|dead|saddle",
        r"<numb>(?: (?!foot|feet|toes?|hands?|fingers?|knees?|arms?|face|sore|hurt|pain|ach|from|"
        r"better)\w+){0,5} <seat>|"
        r"<seat><is> (?:numb\w*|tingl\w+|dead|no feeling|pins and needles)|"
        r"(?:cant|couldnt|dont|didnt|barely) feel(?: (?:it|anything|a thing|properly|much))? "
        r"(?:when|if|while) (?:i )?(?:wip|pee|wee|poo|go)\w*|"
        r"no feeling(?: down there)? (?:when|if|while) i (?:sit|wipe|pee|wee|poo|go)|"
        r"(?:cant|couldnt|dont|didnt) feel (?:myself|the|me)(?: toilet)? (?:paper|wip\w+|pee\w*|"
        r"wee\w*|poo\w*)|saddle an\w*esthesia",
    ),
    "numb": Sign(
        "numb|numness|tingl|needles|feel|sensation",
        r"<numb>(?!<4> (?:foot|feet|toes?|hands?|fingers?|knees?|arms?|face|leg|calf|shin|better))",
        unless=r"(?:foot|feet|toes?|hands?|fingers?|knees?|arms?|face|leg|calf|shin)<is> <numb>",
    ),
    "cannot pee": Sign(
        "pee|wee|piss|urin|water|bladder|comes out|came out|coming out",
        r"<cant>(?: (?:start|get))? <pee>|"
        r"(?:trouble|diff\w+|problems?|struggl\w+|hard(?: time)?|a job|issues?)(?: (?:with|to|"
        r"when|in|starting|getting|even|actually)){0,2} <pee>|"
        r"havent (?:peed|weed|urinated|passed (?:any )?(?:water|urine)|had a (?:pee|wee)|been "
        r"for a (?:pee|wee))(?! (?:myself|the bed|my))|"
        r"nothing (?:comes|came|coming|will come|happens)(?: out)?|"
        r"<pee><4> (?:trouble|diff\w+|problems?|hard)(?: to)? (?:starting|start|getting (?:it )?"
        r"(?:started|going))(?! (?:the|my|a|an|work|with))|"
        r"(?:pee|wee|urine) (?:wont|doesnt|isnt|not) (?:come|coming)|"
        r"bladder (?:wont|doesnt|isnt|not|never)<2> empt\w+|(?:urine|urinary) retention|"
        r"retention of urine",
        unless=r"<pee> (?:in peace|standing|without (?:help|getting))|queue",
    ),
    "no control": Sign(
        "control|contin|myself|the bed|my bed|pants|knickers|underwear|trousers|leak|accident|"
        "hold|make it|come out|came out|comes out|bladder|waterworks|bowel|wet|soil|peed|poo",
        r"(?:los[et]\w*|losing|loosing|lost|loss of|no|without|not in|lack of|little)(?: any| all|"
        r" the| of| my)* control<4> <waste>|"
        r"(?:los[et]\w*|losing|lost|loss of|no)(?: my| all)* (?:bladder|bowel)(?: (?:and|or) "
        r"(?:bladder|bowel))? (?:control|function)(?! (?:problem|issue|trouble))|"
        r"(?:bladder|bowel) (?:control|function)<is> (?:gone|lost|failed|failing)|"
        # Bowels that do not move are most often constipation.
        r"(?:bladder|waterworks)<is> (?:(?:not|isnt|arent|hasnt been|wont|doesnt|stopped|failed|"
        r"quit)<1> (?:work|function)\w*|stopped working|failing|failed)|"
        r"<cant>(?: \w+)? (?:control|hold)<2> <waste>|incontin\w+|"
        r"(?:wet|wetting|peed|peeing|weed|soil\w+|pood|pooed|pooped|shat|shit|crapped|messed|"
        r"pissed)(?: \w+)? (?:myself|(?:my|the) (?:pants|bed|trousers|underwear|knickers|clothes|"
        r"mattress|sheets|chair|sofa|seat|floor|carpet))|leak\w*<2> (?:pee|wee|urine|poo|stool)|"
        r"(?:pee|wee|urine|poo|bladder|bowels?)(?: (?:is|keeps|just|kept|was|are|has)){0,3} "
        r"leak\w*|(?:toilet|bladder|bowel|bathroom|loo|pee|wee|poo) accidents?|"
        r"accidents? (?:in|on|before|down)<4> (?:pants|underwear|knickers|trousers|bed|toilet|loo|"
        r"bathroom)|didnt make it to the (?:toilet|loo|bathroom)|"
        r"(?:pee|wee|urine|poo) (?:just )?(?:comes|came|runs|ran) out",
        unless=r"(?:nearly|almost|could have) (?:wet|peed|weed|shit|pooed|soiled|lost)|laugh\w*",
    ),
    "accident": Sign(
        "accident|crash|smash|collision|rta|into |hit |slipped|rear end|whiplash|by a|fell|fall|"
        "came off|thrown|knocked",
        r"(?:car|road|traffic|bike|bicycle|motorbike|motorcycle|motorway|cycling|riding|skiing|"
        r"serious|bad|nasty|bus|van|lorry|truck|train|vehicle|quad|scooter)(?: \w+)? (?:accident|"
        r"crash|smash|wreck|collision|pile up)|rta|rear ended|whiplash|"
        r"(?:hit|knocked (?:down|over|off)<3>|run over|struck) by (?:a |the )?(?:\w+ )?(?:car|van|"
        r"bus|lorry|truck|bike|cyclist|motorbike|taxi|tram)|"
        r"(?:fell|fallen|fall|falling|came|thrown|flew|tumbled|slipped)(?: \w+)? (?:off|from|down|"
        r"out of|through)<4> (?:ladder|roof|height|stairs|steps|staircase|horse|pony|bike|bicycle|"
        r"motorbike|scaffold\w*|tree|window|wall|loft|balcony)|"
        r"(?:serious|bad|nasty|heavy|big) fall|"
        r"(?:car|van|lorry|bus|truck|motorbike|driver|someone) (?:went|ran|crashed|drove|smashed|"
        r"ploughed|plowed|slammed|hit)(?: straight| right)* (?:into )?(?:me|us|my|our|the (?:back|"
        r"side))|crashed (?:my|the|our|into)<2> (?:car|bike|van|motorbike|tree|wall|lorry)|"
        r"(?:in|after|since|had|from) (?:an?|the|my|that) (?:accident|crash)",
        unless=r"(?:saw|seen|watch\w*|behind|news|witness\w*|nearly|almost)<3> (?:accident|crash|"
        r"fell)|(?:accident|crash)<2> (?:news|ahead|tv|pants|bed|toilet|loo)|car crash (?:of|tv)|"
        r"accident (?:in|on)<2> (?:pants|bed|knickers|trousers)",
    ),
    "fever": Sign(
        "fever|temp|degrees|feav|38|39|40|41",
        r"(?<!hay )(?<!cabin )(?<!night )(?<!spring )(?:fever(?:s|ish|y)?|feaver)(?! (?:pitch|"
        r"tree))|"
        r"(?:high|raised|running a|an?|have|got|had|has|with|slight) (?:\w+ )?temp(?:erature|"
        r"rature|ature)?s?(?!(?:<3>) 3[0-7])|"
        r"(?:temp(?:erature|rature|ature)?)(?: (?:is|was|of|at|up|to|hit|reached|over|around|"
        r"about|still|went|gone|just|nearly|back|,)){0,4} (?:(?:3[89]|4[0-2])(?:[.,]\d+)?|"
        r"10[0-6](?:\.\d)?)(?![\d.])|temp(?:erature)?<is> (?:high|up|raised|spiking)|"
        r"temperature(?= (?:and|,|with|since|all night)|$)|"
        r"(?:3[89]|4[0-2])(?:\.\d+)? ?(?:c|celsius|degrees c\w*)|(?:3[89]|4[01])\.\d(?= ,| and|$)",
        unless=r"outside|weather|heatwave|room temp\w*|oven|water temp\w*|normal temp\w*|"
        r"temp\w* (?:is |was )?(?:normal|fine|ok)|temp job|took<2> temp\w*",
    ),
    "weight loss": Sign(
        "weight|kilo|kg|pounds|lbs|stone|clothes",
        r"(?:lost|losing|loosing|dropped|dropping|shed)(?: [\w.]+){0,4} (?:\d+(?:\.\d+)? "
        r"?)?(?:weight|kilos?|kgs?|pounds?|lbs?|stones?)|(?:lost|losing) \d+(?:kg|lbs?|kilos)|"
        r"weight ?loss|"
        r"weight(?: (?:is|keeps|has|been|just|was)){0,3} (?:dropping|falling|coming|going) (?:off|"
        r"down|away)|clothes (?:are )?(?:falling|hanging) off",
        unless=r"\A(?!.*(?:without (?:even )?(?:trying|diet)|(?:not|isnt|wasnt|havent been|"
        r"never) (?:been )?(?:diet|trying|on a diet|on purpose|intent)|unexplained|unintent|"
        r"unexpected|know why|no (?:idea|reason)|eating (?:normal|the same|as usual|"
        r"loads))).*\b(?:diet\w*|slimming|trying|want\w*|need\w*|goal|target|purpose|"
        r"deliberate\w*|exercis\w+|gym|running|swimming|calorie\w*|keto|fasting|ozempic|wegovy|"
        r"mounjaro|jabs?|proud|pleased|happy|thanks to|delighted|intentional\w*|plan|app|surgery|"
        r"injections?|club|lottery|bet|bingo|poker|weights)\b",
    ),
    "lump": Sign(
        "lump|swelling|bulge|shape|crooked|bent|swollen|wonky|twisted",
        r"(?:found|felt|feel|noticed|have|got|is|theres|there|new|hard|big|a) (?:\w+ "
        r"){0,2}lump(?! (?:sum|of|in<1> throat|(?:in|on|under)<2> (?:wrist|knee|arm|hand|finger|"
        r"leg|foot|armpit|heel|toe|mattress)))|"
        r"lumps? (?:on|in|near|next to|beside|by|along|over)<3> (?:back|spine|neck)|"
        r"(?:swelling|bulge) (?:on|in|near|next to|beside|by|along|over)<3> (?:back|spine)|"
        r"(?:back|spine)<is> swollen|(?:changed?|change (?:of|in)) shape|"
        r"(?:back|spine)(?: \w+)? (?:looks?|looking|gone|is)<2> (?:crooked|bent(?! over| down)|"
        r"twisted|deformed|wonky|misshapen|(?:different|funny|odd) shape)",
    ),
    "night or rest": Sign(
        "night|nite|rest",
        r"(?:worse|worst|more|bad|terrible)(?: (?:painful|sore|pain|and|worse|than))* (?:at|"
        r"during the|in the|every|each|through the|over) ?(?:night|nite)s?(?! shift)|"
        r"nights (?:are|is)(?: (?:the|so|much|always|even|far))* wors[et]|"
        r"(?<!the )rest(?:ing)?(?! of)(?: (?:doesnt|dosent|does nothing|didnt|isnt|makes? no|"
        r"made no|is no|no|never|wont|hasnt))(?: (?:seem to|even|really|make a|made a|any|much|"
        r"to))* (?:help\w*|eas\w+|difference|relief|good|better|touch\w*|improv\w*)|"
        r"(?:no|not|isnt|doesnt get|not any|never|wont get|not getting|no relief|doesnt|didnt|"
        r"hasnt)(?: (?:any|get|got|much|really|at all))* ?(?:better|easier|relief|eas\w+|"
        r"improv\w*|settl\w*)?(?: (?:at all|much|even))? (?:with|from|after|by|when|on)(?: (?:i|a|"
        r"im|some|lots of|good|days of|bed))* rest(?:ing|ed)?(?! of)",
    ),
    "woken nightly": Sign(
        "wak|woke",
        r"(?:wakes?|waking|wakens?|wakening|woken?|awake)(?: (?:me|up|by|from|with|for|it|the|this|"
        r"my|back|neck|pain|my sleep|several times|again|and again)){0,6} (?:every|each|most)"
        r"(?: single)? (?:night|nite)s?|"
        r"(?:wakes|waking|wakens|keeps? waking)(?: (?:me|up|several times|again|and again)){1,4} "
        r"(?:at|in the|during the|through the)(?: middle of the)? (?:night|nite)s?",
        unless=r"no longer|not any ?more|used to|"
        r"(?:alarm\w*|nois\w+|traffic|snor\w+|phone|thunder\w*|cramps?|cough\w*|itch\w*|flush\w*|"
        r"reflux|heartburn|hunger|thirst|toilet|loo|pee|wee)<2> (?:wak\w+|woke\w*|keeps?)",
    ),
    "cancer": Sign(
        "cancer|tumo|leuk|lymphoma|melanoma|myeloma|sarcoma|carcinoma|metasta|chemo|radiotherapy|"
        "oncolog",
        r"cancer(?:ous)?|tumou?rs?|leuka?emia|lymphoma|melanoma|myeloma|sarcoma|carcinoma|"
        r"metasta\w+|chemo\w*|radiotherapy|oncolog\w+",
        unless=r"horoscope|star sign|zodiac|tropic of|"
        r"cancer (?:research|charity|walk|run|ward|patients?|sticks?|screening|awareness|scare|"
        r"test|check)|race for life|fundrais\w+|benign|"
        r"(?:worr\w+|afraid|scared|fear\w*|terrified)<4> (?:cancer|tumou?r)|"
        r"is (?:it|this|that) cancer|(?:screen|test|check)\w* (?:me )?for<2> cancer|"
        r"(?:not|isnt|no) cancer\w*|(?:book|film|documentary|programme) about",
        past_counts=True,
    ),
    # Head.
    "thunderclap": Sign("thunder", r"thunder ?clap"),
    "worst ever": Sign(
        "worst|never",
        r"worst(?! (?:\w+ )?(?:day|night|week|month|year|sleep|commute|weather|meal|meeting))<3> "
        r"(?:ever|life|imaginable|ive (?:ever )?(?:had|felt|known))|"
        r"never (?:had|felt|known)<4> (?:like (?:it|this|that)|this bad|so bad|as bad)",
    ),
    "sudden": Sign(
        "sudden|out of|nowhere|seconds|like|instant|at once|explo|as if",
        r"sudden(?:ly)?(?! (?:noise|movement|light|change|urge|turn|remember|realis|realiz)\w*)|"
        r"out of (?:nowhere|the blue)|from nowhere|all at once|(?:with)?in (?:a few )?seconds|"
        r"instant\w*|(?:like|as if)<4> (?:hit|kicked|whacked|smacked|shot|struck|explo\w+)|"
        r"exploded",
    ),
    "blow": Sign(
        "head|concuss|knocked|skull|walked into",
        r"(?:hit|hitting|bang|banged|banging|bump|bumped|bumping|knock|knocked|cracked|whacked|"
        r"smacked|clonked|bashed|struck|smashed|thumped|landed|fell|blow|bash|whack|kicked|kick|"
        r"punched|punch|injury|ball)(?: to)?<my> (?:head|skull|forehead)|walked into an? \w+|"
        r"(?:egg|lump) on<my> (?:head|forehead)|head (?:hit|struck|smacked|bounced)|"
        r"head (?:injury|trauma|knock)|concuss\w+|knocked (?:out|unconscious|myself out|me out)",
        unless=r"against a (?:brick )?wall|nail on the head|hit the pillow|banging head(?:ache)?",
    ),
    "speech": Sign(
        "slur|speak|talk|speech|word|remember|memory",
        r"slurr\w*|<cant> (?:speak|talk)(?! (?:to|highly|about|with|right now|for|now|over))|"
        r"(?:trouble|diff\w+|problems?|struggl\w+|hard)(?: (?:with|to|in|my|even))* (?:speak\w*|"
        r"talk\w*|speech|remember\w*|memory|(?:find\w*|getting)<3> words)|"
        r"<cant> (?:find|get|say|form|remember)<3> words?|"
        r"words?<is> (?:come|comes|coming|came) out|"
        r"(?:mixing|mixed|muddling|jumbling)(?: up)?(?: my)? words|(?:wrong|jumbled) words?|"
        r"speech<is> (?:slurred|funny|weird|odd|wrong|gone|bad|jumbled|strange|thick)|"
        r"memory<is> (?:gone|blank|lost)|memory loss|(?:loss of|lost my) memory|"
        r"<cant> remember(?: (?:anything|things|my (?:own )?(?:name|address|birthday|phone)|"
        r"where i am|who|what (?:happened|day|month|year|i (?:did|was doing|said))|how i got|"
        r"names|much|yesterday|this morning)|$| ,)",
        unless=r"words (?:to|for)<1> (?:describe|say|it|this|how)|words to",
    ),
    "no sight": Sign(
        "vision|sight|see|blind",
        r"(?:lost|losing|loss of|lose)(?: (?:my|all|the|some|half|of|part|partial)){0,4} "
        r"(?:vision|sight|eyesight)|"
        r"(?:vision|sight|eyesight)(?: (?:has|just|completely|is|was|in|one|my|left|right|eye|all|"
        r"suddenly)){0,5} (?:gone|went|lost|disappeared|vanished|black\w*|missing)|"
        r"(?:vision|sight) loss|"
        r"<cant> see(?: (?:out of|anything|from|a thing|at all|half|through|with my|in my|in one|"
        r"on (?:my|the|one))|$| ,| and)|"
        r"(?:went|gone|going|go|completely|temporarily|totally) blind(?! (?:drunk|with))|"
        r"blind in (?:one|my|the)|blindness|half (?:of )?my (?:vision|sight)",
    ),
    "confused": Sign(
        "confus|drows|disorient|awake|eyes open|sense|where i am|wake|muddled|delirious",
        r"(?<!the )confus(?:ed|ion)(?! (?:about|by|over|with|on|as|why|how|what|which|whether|"
        r"the))|(?<!non )drows\w+|disorient\w+|<cant> (?:stay|keep)(?: awake| my eyes open)|"
        r"hard to wake|dont know where i am|not making (?:any |much )?sense|"
        r"(?:feel|all|so|very) muddled|delirious",
        unless=r"(?:tablets?|pills?|med\w*|drugs?|codeine|amitriptyline|tramadol|gabapentin|"
        r"pregabalin)<3> (?:mak\w+|made|leav\w+|left)<2> (?:drowsy|confused)|"
        r"drowsy (?:from|after|because of|on|with)<3> (?:tablets?|pills?|med\w*|codeine|"
        r"amitriptyline|tramadol)",
    ),
    "stiff neck": Sign(
        "neck|chin",
        r"stiff(?:ness)?(?: (?:in|of|my|the|and|sore|painful)){0,3} neck|neck<is> stiff\w*|"
        r"neck stiffness|<cant>(?: \w+)? (?:bend|move|touch|put|get)<2> (?:neck|chin)",
    ),
    "rash": Sign(
        "rash|spots",
        r"rash(?:es)?(?! (?:decision|move|purchase|choice|of me|promise|vest))|"
        r"spots<2> (?:dont|wont) fade",
    ),
    "weak": Sign(
        "weak|droop|limp|paraly|lift|move|raise|gave way|giving way|gone dead|week",
        r"(?:weak\w*|weekness)(?: (?:in|of|on|down|all|my|the|one|left|right|whole|both|an|and|or|"
        r"arms?))* (?:arms?|legs?|face|side)|"
        r"(?:arms?|legs?|face|(?:left|right|one) side)(?: (?:of|my|face|body))*<is> (?:weak\w*|"
        r"limp|droop\w*|paraly\w+|dropped|gave way|giving way|useless)|"
        r"droopy? (?:face|mouth|eyelid)|mouth<is> droop\w*|"
        r"<cant> (?:lift|move|raise|use)<2> (?:arms?|legs?|face)",
    ),
    "jaw chewing": Sign(
        "jaw",
        r"jaw<6> (?:chew\w*|eat\w*|bit(?:e|ing))|(?:chew\w*|eat\w*|biting)<4> jaw",
    ),
    "chewing": Sign(
        "chew|eat|bit",
        r"<pains><3> (?:chew\w*|eat\w*|bit(?:e|ing))|(?:chew\w*|eating|biting)<2> <pains>",
    ),
    "sore scalp": Sign(
        "scalp|hair",
        r"scalp<is> (?:sore|tender|hurt\w*|painful)|(?:sore|tender|painful)(?: \w+)? scalp|"
        r"(?:hurts?|sore|painful|cant)<2> (?:brush|comb|touch)(?:ing)?<1> hair|"
        r"(?:brush|comb|touch)(?:ing)?<1> hair<is> <pains>",
    ),
    "blurred": Sign(
        "blur|double|fuzzy",
        r"blurr\w*|(?:vision|sight|eyes?)<is> (?:fuzzy|double)|double vision|seeing double",
    ),
    # Chest.
    "spreads": Sign(
        "arm|neck|jaw|back",
        r"(?:spread\w*|radiat\w+|shoot\w*|go|goes|going|went|mov\w+|travel\w*|run|runs|running|"
        r"reach\w*|creep\w*|through)(?: (?:all|the|way|right|out|up|straight))*(?: (?:to|into|in|"
        r"down|up|through|across|towards))+<my> (?:arms?|neck|jaw|back)(?! (?:garden|door|yard|"
        r"room|seat|of|to|at))|"
        r"(?:down|into|along|up to|in)(?: (?:both|my|the|left|right|one))+ (?:arms?|neck|jaw)|"
        r"(?:arm|jaw)<is> (?:hurts?|aches?|aching|painful|heavy)|"
        r"chest and(?: (?:my|left|right|down|the))* (?:arms?|jaw)",
    ),
    "sweating": Sign(
        "sweat|clammy",
        r"sweat(?:s|ing|y|ed)?|clammy",
        unless=r"no sweat|hot day|gym|workout|exercis\w+|sauna|treadmill|menopaus\w+|hot flush\w*",
    ),
    "sick": Sign(
        "sick|nause|vomit|threw up|throw|puk|queasy",
        r"(?:feel\w*|felt|being|been|getting|got|am|im|was|so|very|really|violently|bit|and|be) "
        r"sick(?! (?:of|and tired|leave|note|day|pay|with))|(?<!morning )(?<!motion )sickness|"
        r"nause\w+|vomit\w*|threw up|throw\w* up|puk\w+|queasy",
    ),
    "breathless": Sign(
        "breath|gasp|air",
        r"short(?:ness)? of breath|breathless\w*|out of breath|"
        r"(?:<cant>|trouble|diff\w+|hard)(?: \w+)? (?:breathe?|breathing|(?:get|catch|catching|"
        r"getting) (?:my |a |any |enough )*(?:breath|air))(?! (?:in|deep\w*))|gasping|"
        r"breathing<is> (?:hard|difficult|bad|laboured)",
    ),
    # Calf, heel and leg.
    "hot": Sign(
        "hot|warm",
        r"(?:hot|warm)(?! (?:water|bath|shower|day|weather|pack|stone|drink|tub|tea|up|flush|"
        r"compress|towel|night|bed|milk|yoga|coffee|outside|today|sun|room))",
        unless=r"calves|both",
    ),
    "red": Sign(
        "red",
        r"(?:red|redness|reddish|reddened)(?! (?:wine|socks?|light|meat|cross|bull|nose|car|bus|"
        r"shoes?|trousers|top))",
        unless=r"calves|both",
    ),
    "swollen": Sign(
        "swol|swel|puffy|size|bigger",
        r"swoll?en|swell\w*|puffy|(?:twice|double) (?:the|its) size|bigger than the other",
        unless=r"calves|both",
    ),
    "tender": Sign("tender", r"tender\w*", unless=r"calves|both"),
    "no weight": Sign(
        "weight|stand|walk|step|put",
        r"<cant> (?:bear|put|take)(?: (?:any|my|full|much|the|a bit of)){0,2} weight|"
        r"<cant> stand(?! (?:it|the|this|that|for))|"
        r"<cant> (?:walk|step)(?! (?:far|the|fast|for|long|to|without))|"
        r"<cant> put<1> (?:foot|leg|heel) (?:down|to|on)|wont (?:take|hold|bear)<1> weight",
    ),
    "injury": Sign(
        "twist|roll|sprain|trip|fell|fall|slip|injur|kick|stamp|drop|jump|land|accident|crash|"
        "tackl|colli|knock|hit|went over|stub|step|trod|crush|run over|ran over",
        r"twist\w*|roll(?:ed|ing) (?:it|my|over|the|on)|sprain\w*|tripp\w+|"
        r"fell(?! (?:asleep|out|ill|in love|behind))|(?:a|my|the|bad|nasty) fall|slipped|injur\w+|"
        r"kicked|stamped|dropped<4> on|jump\w*|land\w*|accident|crash\w*|tackl\w+|collided|"
        r"knocked|hit|went over on|stubbed|stepped (?:off|in|on|awkward\w*)|trod|"
        r"missed (?:a|the) step|crushed|(?:run|ran) over",
    ),
    "snap": Sign(
        "snap|pop|crack",
        r"(?:heard|felt|hear|loud|audible|sudden|went|go)(?: (?!cold)\w+){0,2} snap(?:ped|"
        r"ping)?(?! (?:decision|at|of))|"
        r"(?:something|achilles|tendon|ligament|it|<limb>)(?: (?:just|has))* snapped(?! at)|"
        r"snapped my|(?:heard|felt|it went)<2> (?:pop|crack)",
    ),
    "out of place": Sign(
        "place|angle|shape|disloc|sticking|poking|joint|socket|popped out|wrong way",
        r"out of (?:place|joint|its socket)(?! (?:at|in|with|here|there|among))|"
        r"(?:funny|odd|weird|strange|wrong|bad) (?:angle|shape)|dislocat\w+|"
        r"pointing the wrong way|bone<3> (?:sticking|poking|coming) (?:out|through)|"
        r"<limb><2> popped out",
    ),
}
