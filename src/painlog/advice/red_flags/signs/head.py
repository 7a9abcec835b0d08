"""Words for the signs of a headache."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign

_NEWLY_CONFUSED = (
    r"(?<!the )confus(?:ed|ion)(?! (?:about|by|over|with|on|as|why|how|what|which|whether|the))|"
    r"disorient\w+|delirious"
)
_A_MEDICINE = (
    r"(?:tablets?|pills?|med(?:s|icines?|ications?)?|drugs?|codeine|amitriptyline|tramadol|"
    r"gabapentin|pregabalin)"
)
# Sight that is no sense, and blinds that hang in front of a window.
_NO_EYESIGHT = (
    r"(?:lost|losing|lose)<1> (?:sight|vision) of(?!<8> eyes?)(?! (?:everything|anything|half|one|"
    r"part|the left|the right|my left|my right))|sight (?:glass|seeing|line)|sightsee\w+|"
    r"night vision (?:goggles|camera|scope|mode)|"
    r"(?:roller|venetian|vertical|roman|window|kitchen|bedroom|bathroom) blinds?|"
    r"blind (?:date|tast\w+|alley|faith|panic|auction)|love is blind|"
    r"(?:the|a|our|that|this) blinds?<2> (?:cord|slats?|broke|broken|stuck)|"
    r"(?:the|a|our|my|that|this) blinds? (?:in|at|of|from|on|by) (?:the|my|our)(?: \w+)? "
    r"(?:\w*room|kitchen|office|window|hall|house|flat|conservatory|study|hotel|car|van|caravan|"
    r"door)"
)
_MAKES = r"(?:mak(?:es?|ing)|made|leav\w+|left)"

SIGNS_OF_THE_HEAD: Mapping[str, Sign] = {
    "thunderclap": Sign("thunder", r"thunder ?clap"),
    "worst ever": Sign(
        "worst|never",
        r"worst(?! (?:\w+ )?(?:day|night|week|month|year|sleep|commute|weather|meal|meeting))<3> "
        r"(?:ever|life|imaginable|ive (?:ever )?(?:had|felt|known))|"
        r"never (?:had|felt|known)<4> (?:like (?:it|this|that)|this bad|so bad|as bad)",
    ),
    "sudden": Sign(
        "sudden|out of|nowhere|second|from nothing|from zero|like|instant|at once|explo|as if",
        r"sudden(?:ly)?(?! (?:noise|movement|light|change|urge|turn|remember|realis|realiz)\w*)|"
        r"out of (?:nowhere|the blue)|from nowhere|all at once|(?:with)?in (?:a few )?seconds|"
        r"in a (?:split )?(?:second|flash|instant)|from (?:nothing|zero|0) to|"
        r"instant\w*|(?:like|as if)<4> (?:hit|kicked|whacked|smacked|shot|struck|explo\w+)|"
        r"exploded",
    ),
    "blow": Sign(
        "head|concuss|knocked|skull|walked into",
        r"(?:hit|hitting|bang|banged|banging|bump|bumped|bumping|knock|knocked|cracked|whacked|"
        r"smacked|clonked|bashed|struck|smashed|thumped|landed|fell|blow|bash|whack|kicked|kick|"
        r"elbowed|kneed|punched|punch|injury|ball)(?: to)?<my> (?:head|skull|forehead)|"
        r"walked into an? \w+|"
        r"(?:egg|lump) on<my> (?:head|forehead)|head (?:hit|struck|smacked|bounced)|"
        r"head (?:injury|trauma|knock)|concuss\w+|knocked (?:out|unconscious|myself out|me out)",
        # A bump of which the person says that nothing came.
        unless=r"(?:like|feel\w*) (?:im )?bang\w*<2> head against an?<1> wall|head against a brick "
        r"wall|(?:nail on the|banging) head(?! (?:on|against))|banging headache|hit the pillow",
        unless_in_all=r"(?!.*(?:(?<!no )(?:sick|vomit|nause|drows|dizz|confus|blur|worse|"
        r"head ?ache|bleed|lump)|still|but |fell|fall|crash|thinner|black|passed|knocked|not |"
        r"unconscious|"
        r"concuss|cant|numb|weak|sudden)).*, (?:i |im |feel |feels |all |now )?fine(?: now)?\Z",
    ),
    "speech": Sign(
        "slur|speak|talk|speech|word|remember|memory|forget",
        r"slurr\w*|<cant> (?:speak|talk)(?! (?:to|highly|about|with|right now|for|now|over))|"
        r"(?:trouble|diff(?!er)\w+|problems?|struggl\w+|hard)(?: (?:with|to|in|my|"
        r"even))* (?:speak\w*|"
        r"talk\w*|speech|remember\w*|memory|(?:find\w*|getting)<3> words)|"
        r"<cant> (?:find|get|say|form|remember)<3> words?|"
        r"words?<is> (?:come|comes|coming|came) out|"
        r"words? (?:wont|dont|didnt|wouldnt) (?:come|form)|"
        r"(?:keep|kept|keeps) forgetting what i (?:was|am|did)|"
        r"(?:mixing|mixed|muddling|jumbling)(?: up)?(?: my)? words|(?:wrong|jumbled) words?|"
        r"speech<is> (?:slurred|funny|weird|odd|wrong|gone|bad|jumbled|strange|thick)|"
        r"memory<is> (?:gone|blank|lost)|memory loss|(?:loss of|lost my) memory|"
        r"<cant> remember(?: (?:anything|things|my (?:own )?(?:name|address|birthday|phone)|"
        r"where i am|who|what (?:happened|day|month|year|i (?:did|was doing|said))|how i got|"
        r"names|much|yesterday|this morning)|$| ,)",
        unless=r"words (?:to|for)<1> (?:describe|explain|express|say (?:how|what)|it|this|how)",
    ),
    "no sight": Sign(
        "vision|sight|see|blind|everything",
        r"(?:lost|losing|loss of|lose)(?: (?:my|all|the|some|half|of|part|partial)){0,4} "
        r"(?:vision|sight|eyesight)|"
        r"(?:vision|sight|eyesight)(?: (?:has|just|completely|is|was|in|one|my|left|right|eye|all|"
        r"suddenly)){0,5} (?:gone|went|lost|disappeared|vanished|black\w*|missing)"
        r"(?! (?:all |a bit |very |so |quite )?(?:blur\w*|fuzzy|double|funny|back))|"
        r"everything<is> (?:black|dark) (?:in|on|out of)<2> (?:side|eyes?)|"
        r"(?:vision|sight) loss|"
        r"<cant> see(?: (?:out(?: of)?|anything|from|a thing|at all|half|through|with my|in my|"
        r"in one|on (?:my|the|one))|$| ,| and)|"
        r"(?:went|gone|going|go|completely|temporarily|totally) blind(?! (?:drunk|with))|"
        r"blind in (?:one|my|the)|blindness|half (?:of )?my (?:vision|sight)",
        unless=_NO_EYESIGHT,
    ),
    "confused": Sign(
        "confus|drows|disorient|awake|eyes open|sense|where i|wake|muddled|delirious",
        rf"{_NEWLY_CONFUSED}|(?<!non )drows\w+|<cant> (?:stay|keep)(?: awake| my eyes open)|"
        r"hard to wake|(?:dont|didnt) know where i (?:am|was)(?! going)|"
        r"not making (?:any |much )?sense|(?:feel|all|so|very) muddled",
        unless=rf"{_A_MEDICINE}<3> {_MAKES}<2> (?:drowsy|confused)|"
        rf"drowsy (?:from|after|because of|on|with)<3> {_A_MEDICINE}",
    ),
    # Beside a painful eye, "cannot keep my eyes open" is about the eye.
    "newly confused": Sign(
        "confus|disorient|delirious",
        _NEWLY_CONFUSED,
        unless=rf"{_A_MEDICINE}<3> {_MAKES}<2> confused",
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
        "weak|droop|limp|paraly|lift|move|raise|gave way|giving way|week|drop|use",
        r"(?:weak\w*|weekness)(?: (?:in|of|on|down|all|my|the|one|left|right|whole|both|an|and|or|"
        r"arms?))* (?:arms?|legs?|face|side)|"
        r"(?:arms?|legs?|face|(?:left|right|one) side)(?: (?:of|my|face|body))*<is> (?:weak\w*|"
        r"limp|droop\w*|paraly\w+|dropped|gave way|giving way|useless)|"
        r"(?:left|right|one) hand<is> (?:weak\w*|limp|paraly\w+|useless)|"
        r"droopy? (?:face|mouth|eyelid)|mouth<is> droop\w*|"
        r"<cant> (?:lift|move|raise|use)<2> (?:arms?|legs?|face)",
        unless=r"weak(?:er)? side of (?:the|my|our|his|her|their) (?!face|body|head|mouth)\w+|"
        r"(?:argument|case|excuse|point|team|signal|tea|coffee)<2> weak<3> side|"
        r"weak (?:tea|coffee|squash|signal|excuse|argument|points?|spots?|links?)",
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
        r"hair (?:itself )?hurts|(?:hurts?|sore|painful|cant)<2> (?:brush|comb|"
        r"touch)(?:ing)?<1> hair|"
        r"(?:brush|comb|touch)(?:ing)?<1> hair<is> <pains>",
    ),
    "blurred": Sign(
        "blur|double|fuzzy",
        r"blurr\w*|(?:vision|sight|eyes?)<is> (?:fuzzy|double)|double vision|seeing double",
    ),
    "red eye": Sign(
        "red|bloodshot|pink",
        r"(?:eye|eyes|white of<1> eye|eyeball|it)<is> (?:(?:bright|really|very|so|all|blood|quite|"
        r"bit) )*"
        r"(?:red|bloodshot|pink)|(?:red|bloodshot|bright red)(?: (?:and|very|painful|sore|angry|"
        r"left|right|one))* "
        r"eyes?|bloodshot",
        unless=r"hay ?fever|conjunctivitis|crying|cried|tired eyes|pollen|onions?|chlorine|"
        r"swimming|(?:red|pink) (?:light|socks?|car|wine|face|nose|skin|ankle|knee|foot)|"
        r"(?:socks?|car|wine|face|nose|skin|ankle|knee|foot)<4> it<is> (?:red|pink)",
    ),
    "eye bad": Sign(
        "light|sight|vision|blur|halo|lens|sick|vomit|severe|agony|pain|excruciat|splash|chemical|"
        "bleach|"
        "unbear|worst|operation|metal|grind",
        r"(?:light|brightness)(?: \w+){0,2} (?:hurts?|hurting|painful|agony|unbearable|kills)|"
        r"<cant>(?: \w+)? "
        r"(?:stand|bear|look at|open)(?: \w+)? (?:light|it|eye)|sensitive to light|(?:sight|"
        r"vision)<is> "
        r"(?:\w+ )?(?:blur\w*|worse|gone|dim|cloudy|misty|bad)|blurr\w*|halo(?:e?s)?|"
        r"contact lens\w*|lens in|"
        r"vomit\w*|throw\w* up|(?:being|been|feel|feeling) sick|severe|agony|(?:very|really|so|"
        r"extremely) "
        r"(?:painful|sore)|excruciating|unbearable|splash\w*|bleach|chemical|metal|"
        r"(?:after|since)(?: \w+){0,3} (?:operation|surgery|cataract\w*)",
    ),
    "lost sight": Sign(
        "sight|vision|blind|see|sparks|black|dim|curtain|shadow|veil|floater|double|eye",
        r"(?:curtain|shadow|veil|shutter|blind)(?: \w+){0,8} (?:eye|vision|sight|see)|(?:sparks|"
        r"black (?:bits|specks|dots|spots))(?: \w+){0,4} (?:float\w*|vision|eye|everywhere)|"
        r"everything(?: \w+)? dim|"
        r"(?:sudden\w*|new|lots of|loads of|shower of)(?: \w+){0,3} floaters|"
        r"floaters(?: \w+){0,6} (?:sudden\w*|"
        r"flash\w*|today|this morning)|flash\w*(?: \w+){0,4} floaters|"
        r"(?:sight|vision)(?: \w+){0,4} (?:gone|lost|vanished|went|disappeared|black)"
        r"(?! (?:blur\w*|fuzzy|back|funny))|(?:lost|losing)(?: \w+){0,3} (?:sight|vision)|"
        r"<cant> see(?: \w+){0,4} (?:eye|side)|(?:gone|went|going) blind(?! (?:drunk|with))|"
        r"blind in|"
        r"(?:seeing|see|vision) double|double vision|(?:sudden\w*)<4> (?:blurr\w*|dim|"
        r"cloudy)(?: \w+){0,3} "
        r"(?:eye|vision|sight)?|everything(?: \w+){0,2} (?:went|gone) (?:black|dark)(?: in (?:one|"
        r"my))?",
        unless=rf"{_NO_EYESIGHT}|"
        r"aura|(?:as|like|the|my)<1> usual|as always|before (?:my|the|every) migraine|"
        r"without<2> (?:glasses|varifocals)|new (?:glasses|varifocals)|"
        r"cataracts?(?! (?:op|operation|surgery|removal|removed|out|done))|"
        r"(?:shut|closed?|drew|opened?|pulled)<2> (?:curtains?|blinds?|shutters?)|"
        r"(?:curtains?|blinds?|shutters?)<2> (?:window|pole|rail)|blackout (?:curtains?|blinds?)",
    ),
}
