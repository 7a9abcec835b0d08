"""Words for the signs of the back and neck."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign, anywhere, calm, nothing_about

# A numb feeling, or legs that give way, are not explained by a run.
_AFTER_EXERTION = calm(
    r"after (?:the|a|my|that)<2> (?:run|walk|hike|workout|ride|match|gym|swim)|"
    r"from (?:squats|lunges)",
    without=r"numb\w*|tingl\w+|needles|sudden\w*|gave|giv(?:e|es|ing)|buckl\w+|cant|couldnt|feel",
)


def _one_leg(side: str) -> Sign:
    """Return the sign of one bad leg; a person may name both legs one by one."""
    return Sign(
        f"{side} leg",
        rf"{side} leg<is> (?:numb\w*|tingl\w+|pins and needles|weak\w*|dead|<pains>)|"
        r"(?:numb\w*|tingl\w+|pins and needles|weak\w*|<pains>)"
        rf"(?: (?:in|down|into|going|on|all|my|the|a)){{0,4}} {side} leg",
        unless_in_all=_AFTER_EXERTION,
    )


SIGNS_OF_THE_BACK: Mapping[str, Sign] = {
    "both legs": Sign(
        "leg",
        r"(?:numb\w*|tingl\w+|needles|weak\w*|weekness|sciatica|<pains>)(?: (?:is|are|in|down|"
        r"into|going|on|through|to|all|the|way|my|goes|running|and|or|now|numb\w*|tingl\w+|"
        r"weak\w*|backs?|fronts?|sides?|of)){0,6} (?:both|left and right)"
        r"(?: (?:of|my|the|feet|and)){0,3} legs?|"
        r"(?:its|it is|is|now) (?:now )?(?:in|down) both(?: (?:of|my|the)){0,2} legs|"
        r"both(?: (?:of|my|the)){0,2} legs<is> (?:numb\w*|tingl\w+|pins and needles|weak\w*|dead|"
        r"(?<=feel )week|(?<=feeling )week|(?<=really )week|(?<=very )week|(?<=so )week|"
        r"heavy|jelly|wobbl\w+|<pains>|gave|giving|buckl\w+)|"
        r"(?<!between )(?<!between my )(?<!between the )legs<is> (?:numb|tingl\w+|pins and "
        r"needles|weak|dead|jelly|wobbl\w+|buckl\w+|giv(?:e|es|ing) way|gave way|gave out|giving "
        r"out)|"
        r"(?:numb\w*|tingl\w+|pins and needles|weak\w*)(?: (?:in|down|both|my|the|of|all)){0,4} "
        r"(?<!between )(?<!between my )(?<!between the )legs|"
        r"(?:cant|couldnt|dont|barely) feel(?: (?:my|both|either|of))+ legs?(?: properly| at all|"
        r"$)|"
        r"(?:numb\w*|tingl\w+|pins and needles|weak\w*)(?: (?:in|down|from|the|my|both|of|on|hips|"
        r"waist|sides|to)){1,7} (?:two legs|(?:hips|waist) down(?: on)?(?: both sides)?)|"
        r"(?:left and right|right and left) legs?<is> (?:numb\w*|tingl\w+|weak\w*|dead|<pains>)|"
        r"(?:left|right) leg<is> (?:numb\w*|tingl\w+|weak\w*|dead|<pains>) (?:and|,)(?: (?:and|so|"
        r"is|now|the|my)){0,2} (?:left|right)(?: (?:leg|one|is|now))* (?:too|as well|also)",
        unless_in_all=_AFTER_EXERTION,
    ),
    "left leg": _one_leg("left"),
    "right leg": _one_leg("right"),
    "saddle numb": Sign(
        "numb|numness|tingl|needles|feel|sensation|dead|saddle",
        r"<numb>(?: (?!(?:foot|feet|toes?|hands?|fingers?|knees?|arms?|face|sore|hurt\w*|"
        r"pain(?:s|ful)?|ach(?:e|es|ing|y)|from|better)\b)\w+){0,5} <seat>|"
        r"<seat><is> (?:numb\w*|tingl\w+|dead|no feeling|pins and needles)|"
        r"(?:cant|couldnt|dont|didnt|barely) feel(?: (?:it|anything|a thing|properly|much))? "
        r"(?:when|if|while) (?:i )?(?:wip(?:e|ing|ed)|pee|wee|poo|go)|"
        r"(?:no|lost)(?: (?:the|all|any|my))? feeling(?: down there)? (?:when|if|while) i (?:sit|"
        r"wipe|pee|wee|poo|go)|"
        r"(?:cant|couldnt|dont|didnt) feel (?:myself|the|me)(?: toilet)? (?:paper|wip\w+|pee(?:ing|"
        r"d|s)?|"
        r"wee(?:ing|d|s)?|poo(?:ing|ed|s)?)|saddle an\w*esthesia|<cant> feel(?: \w+){0,3} (?:sex|"
        r"make love|"
        r"making love|intercourse)|(?:sex|orgasm)<is> numb",
        unless=r"numb\w* (?:with|from|by) (?:boredom|sheer boredom|shock|grief|tiredness)|"
        r"bored<2> numb\w*",
    ),
    "numb": Sign(
        "numb|numness|tingl|needles|feel|sensation",
        r"<numb>(?!<4> (?:foot|feet|toes?|hands?|fingers?|knees?|arms?|face|leg|calf|shin|better))",
        unless=r"(?:foot|feet|toes?|hands?|fingers?|knees?|arms?|face|leg|calf|shin)<is> <numb>",
    ),
    "cannot pee": Sign(
        "pee|wee|piss|urin|water|drop|bladder|comes out|came out|coming out",
        r"<cant>(?: (?:start|get))? <pee>|"
        r"(?:trouble|diff(?!er)\w+|problems?|struggl\w+|hard(?: time)?|a job|issues?)(?: (?:with|"
        r"to|"
        r"when|in|starting|getting|even|actually)){0,2} <pee>|"
        r"not a drop|havent (?:peed|weed|urinated|passed (?:any )?(?:water|urine)|had a (?:pee|"
        r"wee)|been "
        r"for a (?:pee|wee))(?! (?:myself|the bed|my))|"
        r"nothing (?:comes|came|coming|will come|happens)(?: out)?|"
        r"<pee><4> (?:trouble|diff(?!er)\w+|problems?|hard)(?: to)? (?:starting|start|"
        r"getting (?:it )?"
        r"(?:started|going))(?! (?:the|my|a|an|work|with))|"
        r"(?:pee|wee|urine) (?:wont|doesnt|isnt|not) (?:come|coming)|"
        r"(?:took|takes|taking) (?:forever|ages|so long|a (?:long time|while)) to (?:start )?<pee>|"
        r"strain\w*(?: (?:hard|so|much|really|to|when|while|just))* <pee>|"
        r"bladder (?:wont|doesnt|isnt|not|never)<2> empt\w+|(?:urine|urinary) retention|"
        r"retention of urine",
        unless=r"<pee> (?:in peace|standing|without (?:help|getting))|"
        r"(?:long|huge|big) queue|queue for<4>",
    ),
    "cannot go": Sign(
        "bladder|pee|wee|urin",
        r"<cant> go(?= at all| when| ,|$)",
        unless_in_all=nothing_about("bladder|pee|wee|urine|urinate"),
    ),
    "no control": Sign(
        "control|contin|myself|the bed|my bed|pants|knickers|underwear|trousers|leak|accident|"
        "hold|make it|come out|came out|comes out|bladder|waterworks|bowel|wet|soil|peed|poo|"
        "peeing|weeing",
        r"(?:los[et]\w*|losing|loosing|lost|loss of|no|without|not in|lack of|little)(?: any| all|"
        r" the| of| my)* control<4> <waste>|"
        r"(?:los[et]\w*|losing|lost|loss of|no)(?: my| all)* (?:bladder|bowel)(?: (?:and|or) "
        r"(?:bladder|bowel))? (?:control|function)(?! (?:problem|issue|trouble))|"
        r"(?:bladder|bowel) (?:control|function)<is> (?:gone|lost|failed|failing)|"
        # Bowels that do not move are most often constipation.
        r"(?:bladder|waterworks)<is> (?:(?:not|isnt|arent|hasnt been|wont|doesnt|stopped|failed|"
        r"quit)<1> (?:work(?:s|ing)?|function(?:s|ing)?)|stopped working|failing|failed)|"
        r"<cant>(?: \w+)? (?:control|hold)<2> <waste>|incontin\w+|"
        r"(?:wet|wetting|peed|peeing|weed|soil\w+|pood|pooed|pooped|shat|shit|crapped|messed|"
        r"pissed)(?: \w+)? (?:myself|(?:my|the) (?:pants|bed|trousers|underwear|knickers|clothes|"
        r"mattress|sheets|chair|sofa|seat|floor|carpet))|leak\w*<2> (?:pee|wee|urine|poo|stool)|"
        r"(?:pee|wee|urine|poo|bladder|bowels?)(?: (?:is|keeps|just|kept|was|are|has)){0,3} "
        r"leak\w*|(?:toilet|bladder|bowel|bathroom|loo|pee|wee|poo) accidents?|"
        r"accidents? (?:in|on|before|down)<4> (?:pants|underwear|knickers|trousers|bed|toilet|loo|"
        r"bathroom)|didnt make it to the (?:toilet|loo|bathroom)|"
        r"(?:dont|didnt|never|not) (?:know|notice|noticing)<2> im? (?:peeing|weeing|pooing)|"
        r"(?:pee|wee|urine|poo) (?:just )?(?:came|comes|leaks|went) (?:out )?without|(?:pee|wee|"
        r"urine|poo) (?:just )?(?:comes|came|runs|ran) out",
        unless=r"(?:nearly|almost|could have) (?:wet|peed|weed|shit|pooed|soiled|lost)|laugh\w*",
    ),
    "accident": Sign(
        "accident|boned|crash|smash|collision|rta|into |hit |slipped|rear end|whiplash|by a|fell|"
        "fall|came off|thrown|knocked",
        r"(?:car|road|traffic|bike|bicycle|motorbike|motorcycle|motorway|cycling|riding|skiing|"
        r"serious|bad|nasty|bus|van|lorry|truck|train|vehicle|quad|scooter)(?: \w+)? (?:accident|"
        r"crash|smash|wreck|collision|pile up)|rta|rear ended|t boned|whiplash|"
        r"(?:hit|knocked (?:down|over|off)<3>|run over|struck) by (?:a |the )?(?:\w+ )?(?:car|van|"
        r"bus|lorry|truck|bike|cyclist|motorbike|taxi|tram)|"
        r"(?:fell|fallen|fall|falling|came|thrown|flew|tumbled|slipped)(?: \w+)? (?:off|from|down|"
        r"out of|through)<4> (?:ladder|roof|height|stairs|steps|staircase|horse|pony|bike|bicycle|"
        r"motorbike|motorcycle|moped|scooter|scaffold\w*|tree|window|wall|loft|balcony)|"
        r"(?:serious|bad|nasty|heavy|big) fall|"
        r"(?:car|van|lorry|bus|truck|motorbike|driver|someone|somebody) (?:went|ran|crashed|drove|"
        r"smashed|ploughed|plowed|slammed|hit)(?: straight| right)* (?:into )?(?:me|us|my|our|the "
        r"(?:back|side))|crashed (?:my|the|our|into)<2> (?:car|bike|van|motorbike|tree|wall|lorry)|"
        r"(?:in|after|since|had|from) (?:an?|the|my|that) (?:accident|crash)",
        unless=r"(?:saw|seen|watch\w*|behind|news|witness\w*|nearly|almost)<3> (?:accident|crash|"
        r"fell)|(?:accident|crash)<2> (?:news|ahead|tv|pants|bed|toilet|loo)|car crash (?:of|tv)|"
        r"accident (?:in|on)<2> (?:pants|bed|knickers|trousers)",
    ),
    "fever": Sign(
        "fever|temp|degrees|feav|38|39|40|41",
        r"(?<!hay )(?<!cabin )(?<!night )(?<!spring )(?:fever(?:s|ish|y)?|feaver)(?! (?:pitch|"
        r"tree|dreams?))|"
        r"(?:high|raised|running a|an?|have|got|had|has|with|slight) (?:\w+ )?temp(?:erature|"
        r"rature|ature)?s?(?!(?:<3>) 3[0-7])|"
        r"(?:temp(?:erature|rature|ature)?)(?: (?:is|was|of|at|up|to|hit|reached|over|around|"
        r"about|still|went|gone|just|nearly|back|,)){0,4} (?:(?:3[89]|4[0-2])(?:[.,]\d+)?|"
        r"10[0-6](?:\.\d)?)(?![\d.])|temp(?:erature)?<is> (?:high|up|raised|spiking)|"
        r"temperature(?= (?:and|,|with|since|all night)|$)|"
        r"(?:3[89]|4[0-2])(?:\.\d+)? ?(?:c|celsius|degrees(?: c(?:elsius|entigrade)?)?)|(?:3[89]|"
        r"4[01])\.\d(?= ,| and|$)",
        unless=r"(?:temp(?:erature)?s?|degrees|c|heat|3\d|4\d) (?:in |from |of |during )?(?:the )?"
        r"(?:outside|heatwave|(?:hot |warm )?weather)|"
        r"(?:outside|weather|room|oven|water)<1> temp(?:s|eratures?)?|(?<!not )normal temp(?:s|"
        r"eratures?)?|"
        r"temp(?:s|eratures?)? (?:is |was )?(?:normal|fine|ok)|temp job|"
        r"took<2> temp(?:s|eratures?)?(?!.*(?:3[89]|4[0-2]|10\d|high|up|raised))",
    ),
    "weight loss": Sign(
        "weight|kilo|kg|pounds|lbs|stone|clothes",
        r"(?:lost|losing|loosing|dropped|dropping|shed)(?: [\w.]+){0,4} (?:\d+(?:\.\d+)? "
        r"?)?(?:weight|kilos?|kgs?|pounds?|lbs?|stones?)|(?:lost|losing) \d+(?:kg|lbs?|kilos)|"
        r"weight ?loss|"
        r"weight(?: (?:is|keeps|has|been|just|was)){0,3} (?:dropping|falling|coming|going) (?:off|"
        r"down|away)|clothes (?:are )?(?:falling|hanging) off",
        unless_in_all=calm(
            r"diet\w*|slimming|trying|(?:want|need)(?:ed|ing)? to (?:lose|shift|slim|drop|get fit)|"
            r"(?:wanted|needed)(?: (?:it|that|to|anyway))*(?= ,|$)|goal|target|purpose|"
            r"deliberate\w*|exercis\w+|gym|running|swimming|calorie\w*|keto|fasting|ozempic|wegovy|"
            r"mounjaro|jabs?|proud|pleased|happy|thanks to|delighted|intentional\w*|plan|app|"
            r"surgery|injections?|club|lottery|bet|bingo|poker|weights",
            without=r"without (?:even )?(?:trying|diet\w*)|(?:not|isnt|wasnt|havent been|never) "
            r"(?:been |even )?(?:diet\w*|trying|on a diet|on purpose|intent\w*)|unexplained|"
            r"unintent\w*|unexpected\w*|know why|no (?:idea|reason)|eating (?:normal\w*|the same|"
            r"as usual|loads)",
        ),
    ),
    "lump": Sign(
        "lump|swelling|bulge|shape|crooked|bent|swollen|wonky|twisted",
        r"(?:found|felt|feel|noticed|have|got|is|theres|there|new|hard|big|a) (?:\w+ "
        r"){0,2}lump(?! (?:sum|of|in<1> throat|(?:in|on|under)<2> (?:wrist|knee|arm|hand|finger|"
        r"leg|foot|armpit|heel|toe|mattress)))|"
        r"lumps? (?:on|in|near|next to|beside|by|along|over)<4> (?:back|spine|neck)|"
        r"(?:swelling|bulge) (?:on|in|near|next to|beside|by|along|over)<3> (?:back|spine)|"
        r"(?:back|spine)<is> swollen|(?:changed?|change (?:of|in)) shape|"
        r"(?:back|spine)(?: \w+)? (?:looks?|looking|gone|is)<2> (?:crooked|bent(?! over| down)|"
        r"twisted|deformed|wonky|misshapen|(?:different|funny|odd) shape)",
    ),
    "night or rest": Sign(
        "night|nite|rest",
        r"(?:worse|worst|more|bad|terrible)(?: (?:painful|sore|pain|and|worse|than))* (?:at|"
        r"during the|in the|every|each|through the|over) ?(?:night|nite)(?:s|time)?(?! shift)|"
        r"nights (?:are|is)(?: (?:the|so|much|always|even|far))* wors[et]|"
        r"(?<!the )rest(?:ing)?(?: in bed)?(?! of)(?: (?:doesnt|does nothing|didnt|isnt|makes? no|"
        r"gives? no|brings? no|made no|is no|no|never|wont|hasnt))"
        r"(?: (?:seem to|even|really|make (?:a|it)|made (?:a|it)|any|much|to))* "
        r"(?:help\w*|eas(?:e|es|ed|ing|ier|y)|difference|relief|good|better|touch\w*|improv\w*)|"
        r"(?:no|not|isnt|doesnt get|not any|never|wont get|not getting|no relief|doesnt|didnt|"
        r"hasnt)(?: (?:any|get|got|much|really|at all))* ?(?:better|easier|relief|eas(?:e|es|ed|"
        r"ing|ier|y)|"
        r"improv\w*|settl\w*)?(?: (?:at all|much|even))? (?:with|from|after|by|when|on)(?: (?:i|a|"
        r"im|some|lots of|good|days of|bed))* rest(?:ing|ed)?(?! of)",
    ),
    "woken nightly": Sign(
        "wak|woke|up every|up most|up all",
        r"(?:wakes?|waking|wakens?|wakening|woken?|awake)(?: (?:me|up|by|from|with|for|it|the|this|"
        r"my|back|neck|pain|my sleep|several times|again|and again|at|around|\d+|am|oclock)){0,6} "
        r"(?:every|each|most)(?: single)? (?:night|nite)s?|"
        r"up (?:every|most|all) nights?(?: long)? (?:with|because of|from) (?:it|this|the pain|my "
        r"(?:back|neck)|(?:back|neck) pain)|"
        r"(?:wakes|waking|wakens|keeps? waking)(?: (?:me|up|several times|again|and again)){1,4} "
        r"(?:at|in the|during the|through the)(?: middle of the)? (?:night|nite)s?",
        unless=r"no longer|not any ?more|used to|"
        r"(?:alarm\w*|nois\w+|traffic|snor\w+|phone|thunder\w*|cramps?|cough\w*|itch\w*|flush\w*|"
        r"reflux|heartburn|hunger|thirst|toilet|loo|pee|wee)<2> (?:wak\w+|woke\w*|keeps?)",
    ),
    "worse on coughing": Sign(
        "cough|sneez|poo|strain|toilet|bowels",
        r"(?:worse|worst|agony|hurts?|sharp|shoots?|shooting|stab(?:s|bing|bed)?|pain(?:s|ful)?|"
        r"killing|"
        r"kills)(?: \w+){0,4} "
        r"(?:when|if|on|from|with|every time|each time|whenever|by)(?: (?:i|im|my|a|the|and|or|"
        r"have|do|"
        r"to|go|cough|sneeze))* (?:cough\w*|sneez\w*|poo(?:ing|ed|s)?|strain\w*(?: (?:on|at|"
        r"for) the "
        r"(?:toilet|loo))?|on the (?:toilet|loo)|open my bowels|bearing down)|"
        r"(?:cough\w*|sneez\w*|straining|pooing)(?: (?:or|and|sneez\w*|cough\w*|even|just|really|a|"
        r"makes|made|sends|it|the|pain|my|back|is|sets))* (?:worse|agony|hurts?|agonising|"
        r"agonizing|off|"
        r"shoot\w*|torture|murder|unbearable|kills)",
        unless=r"used to|ribs?|chest infection",
    ),
    "top of the back": Sign(
        "shoulder|upper back|top of",
        r"between(?: (?:my|the|both))* (?:shoulders|shoulder ?blades?|blades)|"
        r"top of(?: (?:my|the))* (?:back|spine)|upper (?:back|spine)<is> <pains>|"
        r"<pains>(?: (?:in|across|at|between|my|the|of))* (?:upper back|top of (?:my|the) back)",
        unless_in_all=anywhere(r"knot\w*|massag\w+|typing|desks?|gym|itch\w*|tattoo\w*"),
    ),
    "cancer": Sign(
        "cancer|tumo|leuk|lymphoma|melanoma|myeloma|sarcoma|carcinoma|metasta|chemo|radiotherapy|"
        "oncolog",
        r"cancer(?:ous)?|tumou?rs?|leuka?emia|lymphoma|melanoma|myeloma|sarcoma|carcinoma|"
        r"metasta\w+|chemo\w*|radiotherapy|oncolog\w+",
        unless=r"(?:horoscope|star sign|zodiac)<2>|tropic of|"
        r"cancer (?:research|charity|walk|run|ward|patients?|sticks?|screening|awareness|scare|"
        r"test|check)|race for life|fundrais\w+|benign|"
        r"(?:worr\w+|afraid|scared|fear\w*|terrified)<4> (?:cancer|tumou?r)|"
        r"is (?:it|this|that) cancer|(?:screen|test|check)\w* (?:me )?for<2> cancer|"
        r"(?:not|isnt|no) cancer\w*|(?:book|film|documentary|programme) about",
        past_counts=True,
    ),
}
