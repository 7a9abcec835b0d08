"""Words for signs that count wherever it hurts."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign, anywhere, calm

# Medicines and forms of them, as people write them.
_TABLETS = (
    r"(?:paracetamols?|acetaminophen|tylenol|panadol|ibuprofens?|nurofen|advil|aspirins?|"
    r"naproxens?|"
    r"codeine|co ?codamols?|co ?dydramols?|tramadols?|morphine|oramorph|oxy(?!gen)\w*|gabapentins?|"
    r"pregabalins?|amitriptyline|diazepam|tablets?|pills?|capsules?|painkillers?|meds?|"
    r"medication|doses?|patches|sleeping (?:tablets?|pills?)|antidepressants?)"
)
_TAKEN = r"(?:took|taken|taking|take|swallowed|had|popped|downed|necked|eaten|ate|used)"
_MANY = (
    r"(?:1\d|[2-9]\d|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|"
    r"thirty|"
    r"forty|fifty|a dozen|two dozen)(?! ?(?:mg|mcg|ml|g|%|min(?:s|utes?)?|hours?|hrs?|days?|weeks?|"
    r"times|am|pm|oclock|milligrams?))"
)

# Water that splashed, and not water to rinse with.
_ONLY_WATER = calm(
    r"splash\w*<3> water|water<2> (?:splash\w*|in|into)",
    without=r"bleach\w*|chemicals?|cleaner\w*|acid\w*|lime|cement|plaster|rins\w*|wash(?:ed|ing)?|"
    r"flush\w*",
)
# What gives off carbon monoxide, or warns of it.
_FUMES = (
    r"boilers?|heaters?|heating|fires?|stoves?|cookers?|generators?|bbq|barbecue|burner|flue|"
    r"chimney|"
    r"alarms?|detector|monoxide|dizzy|drows\w+|confus\w+|collaps\w+"
)

SIGNS_OF_ANYWHERE: Mapping[str, Sign] = {
    "end of life": Sign(
        "kill|suicid|die|dying|death|lined up|carry on|keep going|dead|point|reason|off without|"
        "end |ending|live|living|life|alive|go on|"
        "be here|wake up|harm|hurt "
        "myself|hurting myself|cut myself|cutting|hang|miss me|without me|off a|under a|"
        "in front of|"
        "goodbye|my tablets|my pills|born",
        r"kill(?:ing)? myself|suicid\w+|(?:want|wanted|wanting|wish|wishing|ready)"
        r"(?: (?:to|i|could|was|were|just|would))* (?:die|be dead|dead)\b|"
        r"end(?:ing)? (?:it all|it(?= now| tonight| today| for good| myself|$| ,)|my life|"
        r"my own life|things for good)|"
        r"tak(?:e|ing) my (?:own )?life|"
        r"(?:dont|do not|no longer|didnt) want to (?:live|be alive|go on living|go on|exist|"
        r"wake up|"
        r"be here any ?more|be here)(?! (?:alone|again at work))|"
        r"(?:better off|rather be|sooner be) dead|(?:better|best) off without me|"
        r"(?:everyone|everybody|they|kids|wife|husband|family|partner|"
        r"people)(?: \w+){0,3} (?:better|best) off "
        r"without me|tak(?:e|ing) all (?:of )?(?:my|these|the) (?:tablets|pills|meds|medication)|"
        r"(?:no|any|what is the|whats the|see (?:a|any|the|no)) (?:reason|point)(?: (?:to|in|of|"
        r"for))* "
        r"(?:live|living|go on living|going on|being alive|being here|carrying on|carry on)|"
        r"(?:cant|couldnt) go on(?: (?:living|like this|any ?more|much longer)|$| ,)|"
        r"(?:not|isnt|no longer|hardly|barely) worth living|"
        r"(?:nobody|no one|noone)(?: \w+)? (?:miss|notice if i)(?: me)?(?: was| were)?(?: gone)?|"
        r"(?:not|never|dont want to|didnt|wouldnt|wont)(?: (?:to|have to|ever|just|even))* wake up"
        r"(?= (?:again|tomorrow|any ?more|at all|from it|one day)|$| ,)|"
        r"(?:self|self ) ?harm\w*|harm(?:ing|ed)? myself|hurt(?:ing)? myself (?:on purpose|again|"
        r"to "
        r"cope)|(?:want|going|thinking|thoughts|urge|plan(?:s|ned|ning)?)(?: (?:to|of|"
        r"about))* (?:hurt|hurting|"
        r"cut|cutting|hang|hanging) myself|cut(?:ting)? myself (?:again|on purpose|last night|to)|"
        r"jump\w*(?: \w+)? (?:off (?:a|the) (?:bridge|roof|balcony|building|cliff)|in front of|"
        r"under a)|(?:walk|step|drive|driving|throw myself)(?: \w+){0,3} (?:in front of|under) "
        r"(?:a|the)|all (?:of )?(?:my|the|these|them)(?: \w+)? (?:tablets|pills|meds)? ?at once|"
        r"(?:saving|saved|stockpil\w+|hoard\w*)(?: up)?(?: \w+){0,2} (?:tablets|pills|meds|"
        r"morphine)|"
        r"(?:tired|sick|done|fed up)(?: (?:of|with))* (?:living|being alive|life)(?! (?:with|in|at|"
        r"like))|wish i (?:was|were|had)(?: never been| never)? (?:born|dead)|never been born|"
        r"(?:goodbye|suicide) (?:letter|note)s?|(?:pills|tablets)(?: \w+)? lined up|"
        r"(?:dont|didnt|do not) want to (?:carry on|keep going)|(?:want|"
        r"need)(?: \w+)? to end (?:things|this life)|"
        r"(?:thinking|think|thoughts)(?: (?:about|of))* (?:dying|death|suicide|killing|"
        r"ending (?:it|things|my))|"
        r"no reason to (?:keep going|carry on)|want(?: (?:it|this|"
        r"everything))? (?:all )?to be over "
        r"for (?:good|ever)|(?:dont|cant) see (?:a|any) future",
        unless=r"of (?:embarrassment|boredom|laughter|laughing)|kill(?:ed|ing)? myself laughing|"
        r"book|film|documentary|programme|news|awareness|prevention|alarm|snooz\w+|early|"
        r"(?:wake|woke) up (?:stiff|sore|in pain|with|at|early|later?|in time|tired)",
    ),
    "too much medicine": Sign(
        "took|taken|taking|take|swallow|overdos|over dos|double|twice|too m|whole|all my|"
        "lost count|popped|"
        "downed|necked|had |by mistake|by accident|od ",
        rf"over ?dos\w+(?! (?:risk|leaflet|warning|training))|"
        rf"{_TAKEN}(?: \w+){{0,3}} {_MANY}(?: (?!mg\b)\w+){{0,4}} {_TABLETS}|"
        rf"{_TAKEN}(?: \w+){{0,5}} too (?:many|much)(?: of)?(?: \w+){{0,3}} {_TABLETS}|"
        rf"too (?:many|much)(?: of)?(?: (?:my|the|these|of))* {_TABLETS}(?= |$)(?! (?:make|makes|"
        rf"are|"
        r"is|to|for|already on))|"
        rf"{_TAKEN}(?: \w+){{0,3}} (?:the |a |my )?(?:whole|entire|full|rest of the) (?:box|pack|"
        r"packet|strip|bottle|blister|lot)|"
        rf"(?:box|pack|packet|strip|bottle|handful|fistful)(?: of)?(?: \w+){{0,3}} {_TABLETS} "
        r"(?:gone|all at once|in one go|last night|today|this morning)|"
        rf"handful of(?: \w+){{0,2}} {_TABLETS}|lost count of(?: \w+){{0,3}} {_TABLETS}|"
        rf"doubled(?: up)?(?: (?:on|my|the))*(?: \w+)? (?:{_TABLETS})(?: \w+){{0,4}} (?:by "
        rf"(?:accident|"
        r"mistake)|again)|"
        rf"{_TAKEN}(?: \w+){{0,4}} (?:double|twice|triple|three times|four times|2x|"
        rf"3x)(?: \w+){{0,3}} "
        rf"(?:{_TABLETS}|amount|dose|normal|usual)|"
        rf"{_TAKEN}(?: \w+){{0,4}} twice(?: \w+){{0,3}} (?:by (?:mistake|accident)|"
        rf"without (?:thinking|"
        r"realising|realizing))|"
        rf"{_TAKEN}(?: \w+){{0,5}} (?:more than|over) (?:the )?(?:max(?:imum)?|limit|packet|label|"
        rf"daily|"
        rf"i "
        r"should|im (?:meant|supposed|allowed)|\d+ ?g(?:rams)?(?= |$))(?: \w+){0,5}",
        unless=r"(?:doctor|gp|consultant|pharmacist|nurse)(?: \w+){0,3} (?:doubled|upped|put|"
        r"(?:told|said)(?: \w+)? (?:to|i (?:can|could|should|may)|its (?:fine|ok)))|vitamins?|"
        rf"{_MANY}(?: \w+){{0,8}} (?:over (?:the last|the past|a|two|three|four|\d+) "
        r"(?:days?|weeks?|months?|years?)|this (?:week|month)|(?:in|per|a) "
        r"(?:week|month|fortnight)|so far|since (?:monday|tuesday|wednesday|thursday|friday|"
        r"saturday|sunday|january|the start))",
    ),
    "airway": Sign(
        "throat|tongue|lip|airway|breath|swallow|spit|drool|gasp|anaphyl|hives|chok|epipen",
        r"anaphyla\w+|epi ?pen|"
        r"(?:throat|tongue|lips?|mouth|airway|windpipe)<is> (?:(?:really|getting|all|up|very|"
        r"starting "
        r"to|beginning to) )*(?:swell\w*|swoll?\w*|clos\w+|tight\w*|huge|bigger|balloon\w*|puff\w*|"
        r"blue|grey|gray|fat|thick)|"
        r"swoll?en (?:tongue|lips?|throat)|"
        r"(?:swelling|swelled|swell)(?: \w+){0,3} (?:tongue|lips?|throat|mouth)|"
        r"<cant> breathe?(?! (?:through|out of|in (?:through|deep)|deep\w*|easy|for laughing|"
        r"with (?:my|"
        r"a) (?:nose|cold)))|"
        r"(?:cant|couldnt|unable to|not able to)(?: \w+)? swallow(?= now|$| ,| and| properly)|"
        r"(?:hard|struggl\w+)(?: \w+)? get<2> spit|drooling|"
        r"<cant>(?: \w+)? (?:swallow (?:anything|my (?:own )?(?:spit|saliva)|water|at all)|"
        r"get (?:any|enough|a) (?:air|breath)|finish a sentence)|"
        r"gasping|fighting for (?:breath|air)|struggl\w+ (?:to breathe|for breath|for air|to get "
        r"(?:my )?breath)|(?:lips?|tongue|fingertips) (?:\w+ )?(?:blue|grey|gray)|choking on|"
        r"hives<8> (?:faint\w*|dizzy|breath\w*|throat|swoll?\w*)|wheez\w+<4> (?:bad\w*|wont|"
        r"inhaler)",
        unless_in_all=calm(
            r"blocked nose|stuffy nose|nose is blocked|bunged up|pollen",
            without=r"swell\w*|swoll?\w*|lips?|tongue|throat|hives|rash|itch\w*|stings?|stung|"
            r"nuts?|peanuts?|wasps?|bees?|allerg\w*|anaphyl\w*|epi ?pen|blue|gr[ae]y|wheez\w*|"
            r"tight\w*|chest|gasp\w*|faint\w*|drool\w*|chok\w*|fight\w*|sudden\w*|swallow",
        ),
    ),
    # With a cold or a sore throat it is common; with a swelling or drooling it is "airway".
    "hard to swallow": Sign(
        "swallow",
        r"<cant> swallow(?= now|$| ,| and| properly)|(?:hard|struggl\w+)(?: \w+)? swallow",
        unless_in_all=calm(
            r"laryngitis|tonsil\w*|sore throat|throat infection|strep|"
            r"(?:a|the|head) cold(?! (?:drink|water|sweat))|cold going (?:round|around)|"
            r"dry (?:toast|bread|biscuits?|food|crackers?|mouth)|"
            r"swallow<2> (?:tablets?|pills?|capsules?)",
            without=r"peanuts?|nuts?|stings?|stung|wasps?|bees?|allerg\w*|itch\w*|hives|rash|"
            r"swell\w*|swoll?\w*|breath\w*|voice|fish|prawns?|bitten|antibiotics?",
        ),
    ),
    "infected": Sign(
        "infect|fever|feverish|sepsis|septic|abscess|temperature|temp |flu|chills|shiver|rigor|pus|"
        "39|40|shaking",
        r"infect\w*|fever\w*|sepsis|septic|abscess|high temp(?:s|eratures?)?|"
        r"temp(?:erature)?(?: \w+){0,3} (?:of |at |"
        r"is |was )?(?:39|40|41|10[2-6])(?:\.\d)?|(?:39|40|41)(?:\.\d)? ?(?:c|degrees|temp(?:s|"
        r"eratures?)?)|flu|"
        r"chills|rigors?|pus",
        unless=r"flu (?:jab|shot|vaccin\w*)|infection control",
    ),
    "very unwell": Sign(
        "confus|sense|slur|shak|shiver|rigor|chatter|blue|grey|gray|mottl|blotch|marbl|pale|racing|"
        "pounding|breath|pee|wee|urine|dying|die|drows|floppy|wake|sleepy|delir|collapse",
        r"confus(?:ed|ion)|delir\w+|not making (?:any )?sense|talking (?:nonsense|rubbish)|"
        r"slurr\w*|"
        r"<cant> stop (?:shaking|shivering|shuddering)|(?:shak\w+|shiver\w*)(?: \w+)? (?:hard|"
        r"violent\w*|"
        r"uncontroll\w+|so (?:hard|much|bad\w*)|all over|like mad)|(?:so hard|violently|"
        r"uncontrollably)<2> shak\w+|rigors?|teeth (?:are )?chattering|"
        r"(?:blue|grey|gray|mottled|blotchy|marbled|purple)(?: \w+)? (?:skin|lips|hands|fingers|"
        r"legs|"
        r"arms|feet)|(?:skin|lips|hands|legs|fingers|feet|arms)<is> (?:\w+ )?(?:blue|grey|gray|"
        r"mottled|blotchy|marbled|purple)|heart<is> (?:racing|pounding|hammering)|breathing<is> "
        r"(?:(?:very|really|so) )*fast|panting|(?:havent|hasnt|not|no) (?:peed|weed|"
        r"passed (?:any )?"
        r"(?:urine|water)|had a (?:wee|pee)|pee|wee)|(?:feel|think|thought)(?: \w+){0,3} (?:dying|"
        r"going "
        r"to die|about to die)|drows\w+|so sleepy|floppy|hard to wake|<cant> stay awake|collapsed",
    ),
    # Of the very unwell, what cold weather does not bring.
    "septic": Sign(
        "confus|delir|sense|nonsense|rubbish|slur|skin|mottl|blotch|marbl|pee|wee|urine|water",
        r"confus(?:ed|ion)|delir\w+|not making (?:any )?sense|talking (?:nonsense|rubbish)|"
        r"slurr\w*|(?:blue|grey|gray|mottled|blotchy|marbled)<1> skin|"
        r"skin<is> (?:\w+ )?(?:blue|grey|gray|mottled|blotchy|marbled)|mottled|"
        r"(?:havent|hasnt|not) (?:peed|weed|passed (?:any )?(?:urine|water)|had a (?:wee|pee))|"
        r"no (?:pee|wee)",
    ),
    "ill child": Sign(
        "toddler|baby|son|daughter|child|kid|little one|year old|month old|grandson|granddaughter",
        r"(?:toddler|baby|son|daughter|child|kid|little one|grandson|granddaughter|(?:year|"
        r"month)s? old)"
        r"(?: (?!no\b|not\b|isnt\b)\w+| ,){0,10} (?:floppy|limp|unresponsive|(?:wont|not|hard to|"
        r"<cant>) wake|blue|mottled|"
        r"blotchy|grey|breathing fast|panting|struggling to breathe|having a fit|had a fit|"
        r"had a seizure|"
        r"(?:doesnt|wont|not) (?:fade|disappear)|no wet nappies|wont (?:drink|feed)|wont walk|"
        r"wont stand)",
    ),
    "glass rash": Sign(
        "rash|spots|glass|purple",
        r"(?:rash|spots|patches)<8> (?:dont|doesnt|wont|didnt|not|never)<1> (?:fad(?:e|es|ed|ing)|"
        r"go(?:es|ne|ing)?|"
        r"disappear\w*|blanch\w*|vanish\w*)|(?:spots|rash)<8> under (?:a|the) glass|"
        r"(?:purple|dark red|blood) (?:spots|rash)",
        unless=r"(?<!never )(?<!not )(?<!hardly )(?:faded|fades|disappeared|disappears|went|goes) "
        r"under (?:a|the) glass|acne|heat rash",
    ),
    "stroke": Sign(
        "face|mouth|smile|side|speech|slur|words|stroke|arm|hand|speak|talk",
        r"(?:face|mouth|smile|eyelid|cheek)<is> (?:\w+ )?(?:droop\w*|dropped|lopsided|sagg\w*|"
        r"fallen|"
        r"wonky|crooked|paraly\w+|lop ?sided)|"
        r"droop\w* (?:face|mouth|smile|on one side)|"
        r"(?:one|left|right|whole|half)(?: \w+)? side(?: of (?:my|the) (?:body|face))?<is> "
        r"(?:gone |going )?(?:numb|weak\w*|dead|paraly\w+|useless|limp|heavy and numb|not working)|"
        r"(?:numb|weak\w*|paraly\w+)(?: (?:in|on|down|all|of|my|the|whole|entire))* (?:one|left|"
        r"right) "
        r"(?:hand )?side|half (?:of )?my (?:face|body)<is> (?:numb|weak|dead|paraly\w+)|"
        r"sudden\w*<4> (?:arm|hand|leg)<is> (?:weak|limp|useless|numb and weak|wouldnt work)|"
        r"(?:arm|hand|leg)<is> (?:sudden\w* )(?:weak|limp|useless|dead|numb)|"
        r"(?:arm|hand|leg)<4> (?:weak|limp|useless)(?: \w+)? (?:all of a sudden|sudden\w*)|"
        r"slurr\w*|(?:speech|words)<is> (?:\w+ )?(?:slurr\w*|jumbled|garbled|wrong|funny|nonsense)|"
        r"<cant> (?:get|find|say)<2> words|(?:arm|hand|leg)<2> (?:went|gone) (?:useless|limp|"
        r"floppy)|(?:arm|hand)<2> (?:just )?hang(?:s|ing)|"
        r"(?:keep|kept|keeps) asking the same|words (?:came|come|coming) out (?:wrong|funny|"
        r"jumbled|"
        r"backwards)|mini ?stroke|having a stroke",
        unless=r"dentist\w*|numbing|injections?|anaesthetic|anesthetic|drunk|wine|beers?|slept on|"
        r"words to describe|(?:since|after) my stroke",
        unless_in_all=calm(
            r"slept on|bells palsy",
            without=r"sudden\w*|speech|slur\w*|words|worse|spread\w*|weak\w*|again|today|tonight",
        ),
    ),
    "fit": Sign(
        "seizure|fit|tongue|shaking|jerking|convuls",
        r"seizures?|convuls\w+|(?:two|three|four|several|another) fits|(?:bit|bitten|"
        r"biting)<2> tongue|"
        r"tongue (?:bitten|bit)|(?:saw|found|seen) me (?:shaking|jerking|twitching)|"
        r"jerking all over|had(?: an?| another| my| the)(?: \w+)? fit(?! of)",
        unless=r"coughing fit|anti ?seizure|seizure (?:meds?|medicine|medication|drug|tablets?|"
        r"free)",
    ),
    "passed out": Sign(
        "pass|faint|black|conscious|came|floor|ground",
        r"(?:passed|pass|passing) out(?! (?:on the (?:sofa|couch|bed)|asleep|drunk|"
        r"from the (?:wine|"
        r"beer|drink|heat)))|fainted|(?:blacked|blacking) out|lost consciousness|"
        r"(?:was|went|knocked) unconscious|came (?:round|to)(?: \w+){0,2} on the|"
        r"woke (?:up )?on the "
        r"(?:floor|ground|bathroom|kitchen)",
        unless=r"(?:nearly|almost|thought i (?:would|might)|could have|about to|going to|"
        r"felt like i "
        r"(?:would|might)) (?:pass(?:ed|ing)?|faint\w*|black\w*)",
    ),
    "carbon monoxide": Sign(
        "monoxide|alarm|co detector",
        r"carbon monoxide|\bco (?:alarm|detector|poisoning)|alarm<4> (?:boiler|gas fire|stove)",
    ),
    "better outdoors": Sign(
        "outside|outdoors|out of the house|leave|left the|fresh air|go out|get out|at work|"
        "away from",
        r"(?:better|goes|gone|clears?|cleared|lifts|lifted|fine|eases|disappears|stops|ok|okay|"
        r"went|"
        r"vanish\w*)(?: \w+){0,4} (?:when|once|if|as soon as|after|whenever|"
        r"every time)(?: \w+){0,2} "
        r"(?:go|get|step|am|leave|went|got|im|going|stepped|left|leaving|getting)(?: \w+){0,3} "
        r"(?:out|outside|outdoors|house|flat|home|garden|work|air)|"
        r"(?:better|fine|goes away|clears|ok|gone) (?:outside|outdoors|in (?:the )?fresh air|"
        r"at work|"
        r"away from (?:home|the house|the flat))",
        unless_in_all=calm(
            r"gym|exercis\w+|walk(?:ing)? it off|screens?|computer|stuffy|noise|noisy|loud",
            without=_FUMES,
        ),
    ),
    "others too": Sign(
        "all of us|everyone|everybody|family|flatmate|housemate|both|too|as well|the same|kids",
        r"(?:all of us|everyone (?:in|at) (?:the house|home|ours)|everybody (?:in|at) (?:the house|"
        r"home)|"
        r"whole (?:family|house|household)|flatmates?|housemates?|(?:my )?(?:wife|husband|partner|"
        r"kids|"
        r"children|daughter|son)(?: and (?:the |my )?(?:\w+))?)(?: (?:also|all|has|have|had|got|"
        r"woke up|"
        r"is|are|with|a|feel|feels|felt|and|really))* (?:headaches?|(?:sick|dizzy|"
        r"ill)(?: \w+){0,3} "
        r"(?:too|as well|also)|(?:it|one|them|the same) (?:too|as well|also))",
        unless_in_all=calm(
            r"flu|colds?|bugs?|covid|hangovers?|party|parties|wine|migraines? run",
            without=rf"{_FUMES}|outside|outdoors|fresh air",
        ),
    ),
    "serious injury": Sign(
        "bone|dislocat|bleed|crack|snap|bent|deform|socket|broke|fracture|angle",
        r"(?:bone|wrist|arm|finger|thumb|elbow|shoulder|collar ?bone|hand|"
        r"rib)(?: \w+){0,4} (?:sticking "
        r"out|poking|out of (?:place|its socket|joint|the socket)|bent(?! over| down| forward)|"
        r"deformed|"
        r"wrong (?:angle|shape|way)|(?:funny|odd|weird|strange) (?:angle|shape)|popped out)|"
        r"dislocat\w+|(?:wont|<cant>|not|doesnt|never|hasnt)(?: (?:it|seem|to|get|been|make))* "
        r"stop(?:s|ped|ping)?(?: \w+){0,2} bleed\w*|bleed\w*(?: \w+){0,4} (?:wont|doesnt|hasnt|not|"
        r"isnt) "
        r"(?:stop\w*|eas(?:e|es|ed|ing|ier|y))|(?:heard|felt)<3> (?:crack|snap)(?! (?:decision|"
        r"of dawn))",
        unless=r"nose ?bleed\w*|crack(?:s|ed|ing)? (?:my|the) (?:back|neck|knuckles|fingers)|"
        r"chiro\w*|adjust\w*|joint cracks|cracks? when|"
        r"periods? (?:bleed\w*|wont|doesnt|hasnt|isnt|not|never|is|has)",
    ),
    "new lump": Sign(
        "lump|pee|wee|urine|poo|stool|weight|sweats",
        r"(?:found|noticed|new|got|theres|have|growing|hard)(?: \w+){0,4} lump(?: \w+){0,4} "
        r"(?:breast|boob|"
        r"testicle|ball|neck|armpit|throat)|lump(?: \w+){0,3} (?:in|on|"
        r"under)(?: \w+){0,2} (?:breast|boob|"
        r"testicle|ball|neck|armpit)|blood(?:y)?(?: \w+){0,2} (?:in|when i)(?: \w+)? (?:pee|wee|"
        r"urine|"
        r"poo)|(?:pee|wee|urine)<is> (?:pink|red|bloody|brown|like cola)",
        unless_in_all=anywhere(r"beetroot|benign|biops(?:y|ied) (?:clear|fine)"),
    ),
    "burner": Sign(
        "boiler|gas fire|gas cooker|heater|stove|generator|barbecue|bbq|wood burner|log burner|"
        "flue|chimney",
        r"(?:new|old|faulty|paraffin|portable)(?: \w+)? (?:boiler|gas fire|heater|stove|"
        r"generator|flue)|gas fire|(?:barbecue|bbq|generator|heater)(?: \w+){0,3} (?:indoors|"
        r"inside|in the (?:tent|"
        r"van|caravan|house|garage))|(?:wood|log) burner|blocked (?:flue|chimney)|heat with",
    ),
    "light hurts": Sign(
        "light|lamp|bright",
        r"(?:light|lights|lamp|brightness)(?: \w+){0,2} (?:hurts?|hurting|unbearable|agony|painful|"
        r"kills|too much)|sensitive to<2> lights?|(?:dislike of|hate)<2> (?:bright )?lights?|"
        r"<cant>(?: \w+)? (?:stand|bear|look at)(?: the| bright| any){0,2} (?:light|lights)",
    ),
    "splash": Sign(
        "splash|bleach|cleaner|chemical|acid|lime|cement",
        r"splash\w*|bleach|chemical\w*|acid|lime|cement",
        unless_in_all=_ONLY_WATER,
    ),
    "splash in the eye": Sign(
        "eye",
        r"(?:splash\w*|squirt\w*|spray\w*|bleach|cleaner|chemicals?|acid|lime|cement|plaster)<4> "
        r"(?:in|into)<2> eyes?",
        unless_in_all=_ONLY_WATER,
    ),
    "lens": Sign("lens", r"(?:contact )?lens(?:es)?(?: \w+)? (?:in|out)"),
    "still hard": Sign(
        "hard|erect", r"(?:still|been|stayed|staying) (?:hard|erect)(?= |$)(?! (?:to|work|on))"
    ),
}
