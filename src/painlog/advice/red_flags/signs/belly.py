"""Words for the signs of the belly, the groin and pregnancy."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign, calm, nothing_about

_BELLY = r"(?:belly|stomach|tummy|abdomen|abdominal|guts?)"

_BLACKENS = (
    r"iron (?:tablets?|pills?|supplements?)|(?:taking|take|on|started) iron|liquorice|"
    r"blueberr(?:y|ies)|guinness|pepto"
)
_NOT_PREGNANT = calm(
    r"not pregnant|tests? (?:was |is |were )?negative|negative (?:pregnancy )?tests?|menopaus\w+",
    without=r"positive|bleed\w*|blood|spotting|faint\w*|collaps\w*|shoulder",
)
_SAID_PREGNANT = (
    r"(?:(?:could|might|may|maybe|possibly|probably|think|thinking|hope|wonder(?:ing|"
    r"s)?)(?: \w+){0,3} )?"
    r"pregnant|positive (?:pregnancy )?test|(?:pregnancy )?test<1> positive"
)
_LATE = (
    r"periods?(?: (?!not\b|never\b|isnt\b)\w+){0,4} (?:late|overdue|missed)|"
    r"(?:missed|late|skipped|overdue)(?: \w+){0,2} periods?"
)

SIGNS_OF_THE_BELLY: Mapping[str, Sign] = {
    "rigid": Sign(
        "hard|rigid|solid|straighten|board|touch|rebound|guarding",
        rf"(?:{_BELLY}|it)<is> (?:(?:rock|board|as|like) )*(?:hard(?! (?:to|on|when|day|work|for))|"
        r"rigid|solid)|"
        rf"(?:hard|rigid|board like|rock hard) {_BELLY}|hard as (?:a )?(?:board|rock|wood)|"
        r"like a board|rock (?:solid|hard)|<cant> straighten up|"
        r"<cant>(?: \w+)? (?:bear|stand|let anyone|be|have it|take)(?: \w+){0,3} touch\w*|"
        r"too (?:sore|painful|tender) to (?:touch|be touched)|"
        r"(?:agony|scream\w*|unbearable)(?: \w+){0,4} (?:touch\w*|press(?:es|ed|ing)?|let go)",
    ),
    "right and low": Sign(
        "right|appendi",
        r"(?:moved|gone|went|shifted|settled|travelled|started)(?: \w+){0,8} (?:lower |"
        r"bottom )?right|"
        r"(?:lower|bottom|low) right|right (?:lower|hand) (?:side|corner)|right side(?: low|"
        r" of my)|"
        r"appendi\w+",
        unless=r"(?:appendix|appendectomy)<4> (?:out|removed|gone|years|scar)|no appendix",
    ),
    "sudden pain": Sign(
        "sudden|out of|nowhere|all at once|instant|doubled",
        r"sudden\w*|out of (?:nowhere|the blue)|all at once|came on (?:in|within) (?:seconds|"
        r"minutes)|"
        r"doubl(?:ed|ing) (?:me )?(?:over|up)|instant\w*",
        unless=r"instant\w* (?:relief|better|eas(?:e|es|ed|ing|ier|y)|coffee|help\w*)|"
        r"sudden(?:ly)? (?:gone|stopped|better|eased)|when i (?:turn|twist|bend|move|stand)",
    ),
    "faint": Sign(
        "faint|pass|collaps|clammy|grey|gray|pale|dizzy|racing|pounding|light|sweat",
        r"faint\w*|(?:passed|passing|pass) out|everything went (?:black|dark|grey)|"
        r"grey in the face|collaps\w*|clammy|(?:gone|went|look|looked|looking|am|"
        r"very|so|was|turned) (?:grey|gray|pale|white)|dizzy|heart<is> (?:racing|pounding)|"
        r"light ?headed|cold sweat|sweating",
        unless=r"faint (?:ache|pain|twinge)",
    ),
    "pulsing": Sign(
        "puls|throb|beat",
        rf"(?:puls\w+|throb\w*|beat\w*|heart ?beat)(?: \w+){{0,4}} (?:in|of|behind|"
        rf"under)(?: \w+)? {_BELLY}|"
        rf"{_BELLY}<is> (?:puls\w+|throbbing like|beating)|feel(?: \w+){{0,3}} (?:puls\w+|beat\w*)"
        rf"(?: \w+){{0,3}} {_BELLY}",
    ),
    "blood in vomit or poo": Sign(
        "blood|bleed|maroon|dark red|coffee",
        r"(?:vomit\w*|throw\w* up|threw up|being sick|been sick|was sick|puk\w+|brought up|"
        r"bringing up|heav(?:ing|ed))(?: \w+){0,4} blood\w*|"
        r"blood\w*(?: \w+){0,3} (?:vomit\w*|sick|puke|poos?|poop|stools?|motions?|number two)|"
        r"(?:poos?|poop|stools?|motions?|number two)(?: \w+){0,5} (?:bloody|blood|dark red|maroon)|"
        r"coffee (?:grounds?|granules)|full of blood|"
        r"(?:bleed\w*|blood)(?: \w+){0,3} (?:from|out of)(?: \w+)? (?:bottom|bum|back passage|"
        r"rectum|anus|backside|arse|bowels?)|rectal bleed\w*",
        unless=r"blood (?:tests?|pressure|sugars?|group|donors?)",
    ),
    "black poo": Sign(
        "black|tar",
        r"(?:poos?|poop|stools?|motions?|number two)(?: \w+){0,5} (?:black|tar|tarry)|"
        r"(?:black|tarry|tar like)(?: \w+){0,3} (?:poos?|poop|stools?|motions?)",
        unless=_BLACKENS,
        unless_in_all=calm(
            _BLACKENS,
            without=r"blood\w*|bleed\w*|tar|tarry|sticky|vomit\w*|sick|dizzy|faint\w*|pale|"
            r"weak|breath\w*|light ?headed|but|not|despite",
        ),
    ),
    # It may be from the pee or a period: these words do not say of what.
    "blood in the toilet": Sign(
        "blood",
        r"blood\w*(?: \w+){0,3} (?:toilet|loo|pan|bowl)(?! paper)|pass(?:ed|es|ing)?(?: \w+){0,3} "
        r"blood",
        unless=r"blood (?:tests?|pressure|sugars?)",
        unless_in_all=calm(
            r"wee|weed|weeing|pee|peed|peeing|urine|water|periods?|menstru\w+",
            without=r"poo|poos|pooed|pooing|poop|stools?|motions?|black|tarry|bum|bottom|rect\w+|"
            r"anus|back passage|bowels?|vomit\w*|sick|faint\w*|late|missed|pregnan\w+",
        ),
    ),
    "no poo": Sign(
        "poo|bowel|wind|fart|gas|stool|toilet|loo|blocked",
        r"(?:no|not|havent|hasnt|cant|nothing|unable|couldnt|without)(?: \w+){0,5} (?:poo(?:ing|ed|"
        r"s)?|"
        r"poop(?:ing|ed|s)?|bowels?|"
        r"fart\w*|wind|gas|stools?|number two)|bowels?<is> (?:blocked|stopped)|blocked (?:bowel|"
        r"gut)|"
        r"nothing(?: \w+){0,3} (?:passing|passed|coming through|through)",
    ),
    "vomiting": Sign(
        "vomit|sick|throw|threw|puk|heav|retch|keep anything|keep nothing",
        r"vomit\w*|throw\w* up|threw up|(?:being|been|keep being|kept being|was|am|violently) sick"
        r"(?! of)|puk\w+|heav(?:ing|ed)|retch\w*|<cant> keep(?: \w+)? (?:anything|food|water|"
        r"fluids?)"
        r"(?: down)?|keep (?:nothing|being sick)",
    ),
    "blown up": Sign(
        "blown|swollen|distend|balloon|drum|bloat|huge",
        rf"blown up|distend\w*|like a (?:drum|balloon|football)|{_BELLY}<is> (?:swoll?en|huge|"
        rf"massive|"
        r"bloated)|(?:really|so|very|badly|massively) (?:bloated|swollen)",
    ),
    "stuck lump": Sign(
        "hernia|lump|bulge|rupture",
        r"(?:hernia|lump|bulge|rupture)(?: (?!no\b)\w+){0,8} (?:hard|red|purple|dark|blue|agony|"
        r"stuck|sick|"
        r"vomit\w*|severe|unbearable|sore to touch|wont go|doesnt go|not go(?:es|ne|ing)?|"
        r"<cant> push|"
        r"excruciating|"
        r"tight|trapped|strangulated)|(?:<cant>|wont|doesnt)(?: \w+){0,4} (?:push|go|"
        r"get)(?: \w+){0,3} "
        r"(?:hernia|lump|bulge|back in)|strangulat\w+",
        unless=r"(?:hernia|lump|bulge)(?: (?!(?:not|never|isnt|wont|doesnt|cant|no)\b)\w+){0,3} "
        r"(?:soft|goes back|fine)",
    ),
    "testicle": Sign(
        "testic|ball|scrotum|bollock|nut|teste",
        r"testic\w+|testes|balls?(?! (?:of|game|park|room|in (?:the|my)|gown|player|hit|sport|"
        r"and chain))(?<!foot ball)"
        r"(?<!tennis ball)(?<!golf ball)(?<!massage ball)(?<!spiky ball)(?<!exercise ball)"
        r"(?<!swiss ball)(?<!the ball)|scrotum|bollocks?|(?:left|right|one) (?:nut|ball|nad)|"
        r"nut ?sack|ball ?sack",
        unless=r"balls? of (?:my |the |each |both )?(?:foot|feet)|kick(?:ed|ing)? (?:a|the) ball|"
        r"(?:lacrosse|massage|spiky|tennis|golf|gym|exercise|swiss|pilates) balls?|balls up",
    ),
    "testicle bad": Sign(
        "sudden|swoll|swell|red|sick|vomit|woke|agony|severe|twist|excruciat|worst|unbear|high|"
        "bigger|"
        "killing|out of",
        r"sudden\w*|swoll?\w*|swell\w*|(?:gone|is|looks|and) red|sick|vomit\w*|woke|agony|severe|"
        r"twist\w*|"
        r"excruciat\w+|unbearable|killing|riding high|higher|bigger|out of nowhere",
        unless=r"biking|cycling saddle|sick of|vasectomy",
    ),
    "priapism": Sign(
        "erection|hard on|hardon|priapism|erect|boner|viagra",
        r"priapism|(?:erection|hard ?on|boner|erect|hard)(?: \w+){0,10} (?:hours?|hrs?|wont|"
        r"wouldnt|doesnt|not|"
        r"never|painful|hurts?|since)(?: \w+){0,3} ?(?:go(?:ne|ing|es)?|down|soft\w*|last night|"
        r"this "
        r"morning)?|(?:wont|doesnt|not|still hasnt)(?: \w+){0,3} (?:go(?:ne|ing)? (?:down|"
        r"soft)).{0,40}"
        r"(?:erection|penis|willy)",
        unless=r"<cant>(?: \w+){0,3} (?:get|keep|have|maintain)|hard (?:day|work|to|floor|chair|"
        r"bed|time)",
        unless_in_all=nothing_about(r"erections?|erect|hard ?on|boner|priapism|penis"),
    ),
    "pregnant": Sign(
        "pregnan|weeks|wks|week|days|newborn|trimester|expecting|period|positive test|birth|"
        "midwife|baby|postpartum|bump|"
        "miscarr|ectopic|waters",
        r"pregnan\w+|\d+ ?(?:weeks?|wks?) (?:gone|along|preg\w*)|(?:first|second|third) trimester|"
        r"(?:im|am|were|we are) expecting|\Aexpecting(?= ,|$| and)|\A(?:about )?[1-4]?\d ?(?:weeks|"
        r"wks)(?= ,|$| and)|"
        r"(?:baby|newborn)<4> (?:days|weeks) old|\d+ weeks late|(?:weeks|week|days) late|"
        r"period(?: \w+){0,4} (?:late|overdue|missed)|"
        r"(?:missed|late|skipped|no)(?: \w+){0,2} periods?(?: (?:this month|for|yet|last month))?|"
        r"(?:positive|pregnancy) test|(?:had|after|since)(?: \w+){0,2} (?:the |my )?(?:baby|birth|"
        r"c ?section|"
        r"caesarean)(?: \w+){0,6} (?:days?|weeks?|week|yesterday)|gave birth|postpartum|"
        r"(?:the|my) (?:baby|bump)<6> (?:mov(?:e|es|ed|ing|ements?)|kick\w*)|ectopic|miscarr\w+|"
        r"waters (?:broke|have|"
        r"went|gone)",
        unless=r"(?:when|while) i was pregnant|pregnancy (?:pillow|massage|yoga)|"
        r"since my (?:last )?pregnancy|(?:no|havent had a) periods? (?:since|for years)|"
        r"on the (?:mini |combined )?pill",
        unless_in_all=_NOT_PREGNANT,
    ),
    "said pregnant": Sign("pregnan|positive", _SAID_PREGNANT, unless_in_all=_NOT_PREGNANT),
    "late period": Sign("period", _LATE, unless_in_all=_NOT_PREGNANT),
    # In one clause, "might be" would make the late period a mere fear.
    "late and maybe pregnant": Sign(
        "period",
        rf"(?:{_SAID_PREGNANT})(?: \w+| ,){{0,8}} (?:{_LATE})",
        unless_in_all=_NOT_PREGNANT,
    ),
    "pregnancy sign": Sign(
        "bleed|blood|pad|hardly|knife|spotting|waters|mov|kick|shoulder|sharp|stab|cramp|"
        "contraction|one side|faint|pain",
        r"(?:baby|bump|she|he)(?: \w+){0,4} (?:mov(?:e|es|ed|ing|ements?) less|less mov(?:e|es|ed|"
        r"ing|ements?)|stopped (?:mov(?:ed|ing)|kick(?:ed|ing))|"
        r"(?:not|hardly|barely|"
        r"hasnt|isnt)(?: \w+)? (?:mov(?:e|ed|ing)|kick(?:s|ed|ing)?))|bleed\w*|"
        r"blood(?! (?:pressure|test|sugar))|"
        r"soak\w*(?: \w+){0,2} pads?|hardly (?:kick\w*|"
        r"mov(?:e|es|ed|ing))|knife|spotting|waters (?:broke|have|went|gone)|"
        r"(?:less|not|hasnt|havent|stopped|isnt|no|fewer)(?: \w+){0,4} (?:mov(?:e|es|ed|ing|"
        r"ements?)|kick\w*)|"
        r"mov(?:e|es|ed|ing|ements?) less|(?:tip of|shoulder tip|top of)(?: \w+)? ?shoulder|"
        r"sharp|stabbing|severe|bad|terrible|cramp\w*|contractions?|one ?side\w*|"
        r"faint\w*|"
        r"(?:left|right) side|belly pain|stomach pain|(?:pain|hurts?)(?: \w+){0,3} (?:low|side|"
        r"belly|"
        r"stomach|tummy)",
        unless=r"stabbing (?:heel|foot)|(?:leg|foot|calf) cramps?",
    ),
    "blood pressure sign": Sign(
        "headache|head ache|flash|blur|spots|stars|swoll|swell|puffy|ribs|sick|zigzag|vision|fit",
        r"head ?aches?|pounding head|zig ?zag\w*|flash\w*|blurr\w*|(?:spots|"
        r"stars)(?: \w+){0,3} (?:eyes|vision)|seeing (?:spots|stars)|"
        r"(?:face|hands|feet|fingers|ankles)(?: (?:and|hands|feet|face|"
        r"my)){0,3}<is> (?:\w+ )?(?:swoll?en|blew up|blown up|puffy|balloon\w*)|swoll?en (?:face|"
        r"hands|"
        r"feet|fingers)|puffy (?:face|hands)|(?:under|below|beneath)(?: \w+)? ribs",
    ),
    "burning pee": Sign(
        "pee|wee|urin|uti|water infection|kidney",
        r"(?:burn(?:s|ing|ed|t)?|sting\w*|hurts?|agony)(?: \w+){0,5} (?:pee(?:ing|d|s)?|wee(?:ing|"
        r"d|s)?|urinat\w+)|(?:pee|wee|"
        r"urine|peeing|"
        r"weeing)(?: \w+){0,5} (?:burn(?:s|ing|ed|t)?|sting\w*|bloody|blood|cloudy|smell\w*|"
        r"stinks?)|"
        r"blood in(?: \w+)? (?:pee|wee|urine)|uti|(?:water|urine|bladder|kidney) infection",
    ),
    "hurts to walk": Sign(
        "walk|cough|move|bump|jump",
        r"(?:walk\w*|cough\w*|moving|bumps?|jump\w*)(?: \w+)? (?:kills|hurts?|agony|unbearable)|"
        r"(?:hurts?|agony|worse)(?: \w+)? (?:when i |to |on |if i )(?:walk\w*|cough\w*|move|moving|"
        r"jump\w*)",
    ),
}
