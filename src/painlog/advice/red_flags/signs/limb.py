"""Words for the signs of arms and legs, joints and skin."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign, calm

_PART = r"(?:leg|calf|thigh|shin|foot|feet|toes?|big toe|arm|forearm|hand|fingers?|limb)"

# A limb is cold, pale or numb from cold or a tight boot, or was, and the words tell of no more.
_FROM_OUTSIDE = (
    r"(?:from|after|in|because of|handling|holding|carrying|touching)(?: (?:the|a|being|my|some|"
    r"of|all|wearing|making))* "
    r"(?:cold|snow\w*|ice|freezer|fridge|frost\w*|frozen|ski(?:s|ing|ed)?|cold water|sea|tight|"
    r"winter)"
)
_OVER = r"(?:fine|warm\w*|normal|ok|okay|pink|all right) (?:now|again)|warmed up|back to normal"
_NOT_OVER = (
    r"sudden\w*|still|wont|doesnt|not|never|since|hours|days|worse|agony|severe|unbearable|"
    r"excruciat\w+|pain(?:s|ful)?|hurt\w*|cant|couldnt|keeps?|but|spread\w*|pulse|dead|stays?|one|"
    r"only|blister\w*"
)
_HARMLESS_COLD = calm(rf"{_FROM_OUTSIDE}|{_OVER}|raynauds?|chilblains?", without=_NOT_OVER)
# Both legs swell from the heart or the heat; with a sign in the chest that explains nothing.
_BOTH_LIMBS = calm(
    r"calves|both (?:of (?:them|my)|my|the|are|feel|legs?|thighs?|arms?)|both(?= ,|$)|"
    r"legs (?:are|were|always)|lymphoedema|lymphedema|lipoedema",
    without=r"breath\w*|chest|cough\w*|blood|sudden\w*|hot|red|tender",
)

SIGNS_OF_THE_LIMBS: Mapping[str, Sign] = {
    "cold": Sign(
        "cold|freezing|icy|ice",
        r"(?:(?:ice|stone|freezing|really|very|stone) )*cold(?! (?:weather|pack|snap|day|days|"
        r"water|morning|"
        r"outside|compress|spell|drink|turkey|sore|shower|press|therapy|wind|room|night|nights|ice|"
        r"air|bath|"
        r"and (?:wet|damp)|feet in bed))|freezing(?! (?:cold )?(?:outside|weather|day|morning|rain|"
        r"room))|icy",
        unless=r"(?:got|had|have|caught|getting|a) (?:\w+ )?cold(?= |$)(?! to)|"
        r"(?:in the|because of the|cold) (?:cold|weather)",
        unless_in_all=_HARMLESS_COLD,
    ),
    "pale": Sign(
        "white|blue|pale|grey|gray|purple|black|waxy|colour|color",
        r"(?:white|blue|bluish|pale|grey|gray|purple|waxy|dusky)(?! (?:wine|<thing>|"
        r"bread|tack|badge|light|"
        r"monday|house|jeans|noise|board|ice))|(?:lost|no|changed|gone a funny|"
        r"funny) (?:all )?colou?r",
        unless=r"bruis\w*|<thing><is> (?:white|blue|grey|gray|purple)",
        unless_in_all=_HARMLESS_COLD,
    ),
    "limb numb": Sign(
        "numb|feel|tingl|needles|move|dead",
        rf"numb\w*|<cant> feel(?: \w+)? {_PART}|no feeling|pins and needles|tingl\w+|(?:gone|"
        rf"blue and|white and|cold and|is|feels) dead|"
        rf"<cant> (?:move|wiggle)(?: \w+)? {_PART}|gone dead",
        unless=r"slept on|sitting on|crossed",
        unless_in_all=_HARMLESS_COLD,
    ),
    "sudden limb": Sign(
        "sudden|out of|minutes|hours|today|tonight|since",
        r"sudden\w*|out of (?:nowhere|the blue)|all at once|(?:in|within) (?:minutes|an hour)|"
        r"since (?:this morning|lunch|an hour|last night|yesterday)",
    ),
    "one swollen": Sign(
        "swoll|swell|bigger|fatter|puffy|size|huge|tight",
        r"(?:one|left|right|my|the|whole|entire) (?:leg|calf|thigh|arm|lower leg|"
        r"upper arm)<is> (?:(?:much|way|"
        r"all|really|"
        r"so|very|quite|up|badly) )*(?:swoll?en|bigger|fatter|puffy|huge|double|twice)|"
        r"swoll?en (?:calf|thigh|leg|arm)|(?:leg|calf|thigh|arm)<6> (?:twice|double|"
        r"bigger than)(?: \w+){0,4} "
        r"(?:size|other)|(?:swelling|swelled|swell)(?: \w+){0,3} (?:calf|thigh|whole leg|"
        r"whole arm)",
        unless_in_all=_BOTH_LIMBS,
    ),
    "throbbing": Sign(
        "throb|cramp|warm|hot|red|tender|sore|ache|aching|darker",
        r"throb\w*|cramp\w*|warm|hot(?! (?:water|bath|pack|tub|day|shower))|red(?:ness|der)?|"
        r"tender\w*|"
        r"darker|hard vein\w*",
    ),
    "long still": Sign(
        "flight|flew|plane|operation|surgery|bed|cast|plaster|coach|drive|pill|hrt",
        r"flight|flew|plane|long haul|(?:after|since)(?: \w+){0,3} (?:operation|surgery|op)|"
        r"in bed for|"
        r"(?:cast|plaster|boot) (?:on|off)|coach (?:trip|journey)|\d+ hours? (?:in the car|drive|"
        r"journey)",
    ),
    "rock hard": Sign(
        "hard|solid|tight|wood|rock|tense",
        r"(?:rock|stone|solid|wood|board|drum)(?: (?:hard|solid|tight))|hard as (?:a )?(?:rock|"
        r"wood|stone|board)|"
        r"(?:muscle|calf|shin|forearm|thigh|leg|arm)<is> (?:\w+ )?(?:solid|tense|bursting|"
        r"about to burst|"
        r"wooden|tight and swollen|swollen and tight)|like wood|tight and swollen|"
        r"swollen and tight",
    ),
    "far worse": Sign(
        "worse|more than|out of|unbearable|nothing touches|painkillers|stretch|agony",
        r"(?:far|way|much|so much|a lot|far far) worse than(?: \w+){0,5}|"
        r"(?:out of all )?proportion|"
        r"unbearable|agony|unreal|pain(?: \w+)? out of this world|nothing touches|"
        r"painkillers (?:dont|do nothing|not)(?: \w+)?|more than it should|"
        r"(?:worse|agony|scream\w*)(?: \w+){0,5} (?:stretch(?:ed|ing)?|mov(?:e|ed|ing)|"
        r"bend(?:ing)?|wiggle|straighten(?:ed|ing)?)",
    ),
    "tight cast": Sign(
        "cast|plaster|bandage|splint|boot",
        r"(?:cast|plaster|bandage|splint|backslab)(?: \w+){0,6} (?:too )?(?:tight\w*|strangl\w+|"
        r"killing|crushing|squeez\w+|numb|"
        r"blue|white|swell\w*|swoll?\w*|cutting)|(?:tight|crushing)(?: \w+){0,3} (?:cast|plaster|"
        r"bandage|splint)",
        unless=r"plaster of|sticking plaster",
    ),
    "cannot move it": Sign(
        "move|bend|straighten|budge|locked",
        r"<cant>(?: \w+)? (?:move|bend|straighten|budge)(?: (?:it|my|the))*|locked solid|"
        r"(?:wont|doesnt) (?:bend|move|budge)",
    ),
    "spreading red": Sign(
        "red|spread|track|streak|line|cellulitis|necroti|black|purple|blister|infect|pus|wound|"
        "creep",
        r"(?:red(?:ness|der|dened|dish)?|rash|streaks?|line)(?: \w+){0,6} (?:spread\w*|track\w*|"
        r"creep\w*|growing|"
        r"climb\w*|"
        r"(?:going|moving|moved|gone|running) up|past the (?:line|pen)|up (?:my|the) (?:leg|arm|"
        r"thigh|shin))|"
        r"(?:spread\w*|creep\w*|growing)(?: \w+){0,3} red(?:ness|der|dened|dish)?|red (?:line|"
        r"streak)s?(?! (?:on the|"
        r"in the) "
        r"(?:calendar|map))|cellulitis|necroti\w+|(?:black|purple|dark|grey) (?:patch\w*|blisters?|"
        r"spots? on)|"
        r"(?:wound|cut|bite|scratch|graze|scab|sting|insect bite)(?: \w+){0,10} (?:spread\w*|"
        r"hot and \w+|pus|"
        r"infected|red and \w+|oozing)|creep\w* (?:up|along|towards)|(?:cut|graze|scratch|"
        r"bite)(?: \w+){0,6} (?:out of this world|unbearable|agony)|hot(?: \w+){0,3} and spread\w*|"
        r"(?:worse|more) than(?: \w+){0,3} (?:wound|cut|graze|scratch) looks",
        unless=r"wine|bruise|eczema|psoriasis|sunburn\w*|cellulitis (?:last|years|in 20\d*)",
    ),
    "diabetes": Sign(
        "diabet|sugar|type 1|type 2|type one|type two|t1d|t2d|insulin",
        r"diabet\w+|(?:blood )?sugars?(?: \w+){0,3} (?:high|up|roof|sky|2\d|1\d)|type (?:1|2|one|"
        r"two)|t[12]d\w*|insulin",
        unless=r"pre ?diabet\w+|not diabetic",
        past_counts=True,
    ),
    "foot sore": Sign(
        "ulcer|blister|sore|cut|wound|infect|red|hot|swoll|black|smell|weep|ooz|open|colour|color|"
        "blue|skin",
        r"ulcer\w*|blister\w*|(?:a|open|the) sore|sore (?:that|which|wont|on (?:my|the))|cut|wound|"
        r"infect\w*|"
        r"red|hot(?! (?:water|bath))|swoll?en|black(?! shoes)|smell\w*|weep\w*|ooz\w+|(?:changed|"
        r"new|funny|"
        r"different) colou?r|blue|broken skin|skin(?: \w+){0,2} (?:broken|split|open)",
        # Only the thing has the colour: "socks red, foot fine".
        unless_in_all=calm(
            r"<thing><is> (?:red|blue)|(?:red|blue) <thing>",
            without=r"ulcer\w*|sore\w*|cut|wound\w*|infect\w*|hot|swoll?en|smell\w*|weep\w*|"
            r"ooz\w*|broken|black|(?:foot|toes?|heel|skin)<is> (?:red|blue)",
        ),
    ),
    "foot drops": Sign(
        "foot|toe",
        r"foot drop|(?:foot|toes?)<is> (?:\w+ )?(?:dropp\w*|drag(?:s|ging|ged)?|slapp?\w*|floppy|"
        r"flop\w*)|"
        r"drag(?:s|ging|ged)?(?: (?:my|the|left|right|one)){0,2} (?:foot|toes?|leg behind)|"
        r"<cant>(?: \w+)? (?:lift|raise|pull|bend|bring)(?: (?:up|my|the|left|right|big|front|"
        r"of)){0,4} "
        r"(?:foot|toes?|big toe)(?: up)?|toes?(?: \w+){0,2} (?:catch\w*|keep\w* catching|drag(?:s|"
        r"ging|ged)?|"
        r"scuff\w*)|"
        r"(?:catch\w*|scuff\w*|stubb\w*)(?: (?:my|the|left|right)){0,2} toes? (?:on|every|"
        r"all the time)|"
        r"trip(?:s|ped|ping)?(?: \w+){0,3} (?:my own|over my)(?: \w+)? (?:toes?|foot|feet)|"
        r"foot slaps",
    ),
    "hot joint": Sign(
        "hot|warm|burning|fire",
        r"(?:hot|warm|boiling|burning(?: hot)?|on fire)(?! (?:water|bath|shower|day|weather|pack|"
        r"stone|drink|"
        r"tub|tea|flush|compress|towel|yoga|outside|today|sun|room))",
        unless_in_all=calm(
            r"both (?:knees|ankles|wrists)|twist\w*|sprain\w*|rolled",
            without=r"fever\w*|temp(?:s|eratures?)?|shiver\w*|chills|unwell|ill|sick|shaky|"
            r"sweat\w*|flu",
        ),
    ),
    "shivering": Sign("shiver|chills", r"shiver\w*|chills", unless=r"cold (?:room|house|weather)"),
    "unwell with it": Sign(
        "fever|temperature|shiver|shaky|unwell|ill |chills|sick|sweat|flu",
        r"fever\w*|temperature|shiver\w*|shaky|unwell|feel(?:ing)? (?:really |very )?ill|chills|"
        r"hot and cold|"
        r"flu ?like",
    ),
    "cough blood": Sign(
        "blood|phlegm|pink|rusty|red",
        r"cough\w*(?: \w+){0,4} blood|cough\w* up(?: \w+)? (?:pink|red|rusty)|"
        r"blood(?: \w+){0,3} (?:when i cough|phlegm|spit|sputum)|"
        r"(?:phlegm|sputum|spit)(?: \w+){0,3} (?:pink|blood\w*|red|rusty)",
        unless=r"nose ?bleed|bit my",
    ),
    "breathing in": Sign(
        "breath|inhal|lung",
        r"(?:when|if|as|on|every time|each time|hurts? to|trying to|sharp)(?: (?:i|me|with|to|take|"
        r"taking|a|"
        r"each|every|deep|full|try|breathe)){0,4} (?:breath\w*|inhal\w+)(?: in)?",
    ),
    "suddenly breathless": Sign(
        "breath|winded|puff|air",
        r"sudden\w*<4> (?:breathless|short of breath|winded|out of breath|<cant> breathe)|"
        r"(?:breathless|short of breath|out of breath|winded)(?: \w+){0,6} (?:stairs|walking|"
        r"sitting|resting|"
        r"doing nothing|lying|all of a sudden|sudden\w*|today|since|talking|at rest|for no reason)",
        unless=r"copd|asthma|after (?:running|the gym|a run)",
        unless_in_all=calm(
            r"unfit|as usual|always|copd|asthma",
            without=r"sudden\w*|today|new|worse|chest|swoll?\w*|blood|faint\w*|at rest|resting|"
            r"sitting|lying|talking|doing nothing|no reason|since|than",
        ),
    ),
    "jaw and arm": Sign("jaw", r"jaw and(?: \w+){0,2} arms?|arms? and(?: \w+){0,2} jaw"),
    "cold sweat": Sign("cold sweat|clammy", r"cold sweat\w*|clammy"),
    "heart burn": Sign("indigestion|heartburn|heart burn", r"indigestion|heart ?burn"),
    "dizzy": Sign("dizzy|giddy|woozy", r"dizzy|giddy|woozy"),
    "extreme": Sign(
        "worst|extreme|severe|agony|unbearable|excruciat",
        r"worst|extreme\w*|severe|agony|unbearable|excruciating",
    ),
}
