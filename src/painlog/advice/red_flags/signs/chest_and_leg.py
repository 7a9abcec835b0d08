"""Words for the signs of the chest and of the calf, leg and heel."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign, calm

# A clot is in one leg; with its signs in the chest, that both are swollen explains nothing.
_BOTH_CALVES = calm(
    r"calves|both (?:of (?:them|my)|my|the|are|feel|hot|legs?|thighs?|calf)|both(?= ,|$)",
    without=r"breath\w*|chest|cough\w*|blood|(?:left|right|one) (?:calf|leg|thigh)",
)
# Sore afterwards; what comes during exercise may be the heart.
_EXERCISED = r"(?:chest )?muscles?|(?:after|from)<2> (?:gym|press ups|bench\w*|lifting)"

SIGNS_OF_THE_CHEST_AND_LEG: Mapping[str, Sign] = {
    # Chest.
    "tearing": Sign(
        "tear|rip|torn|shear",
        r"(?:tearing|ripping|shearing)(?! (?:up(?! my)|down|off|open the|paper|the (?:paper|"
        r"wrapping|carpet|cloth)|along|good))|torn (?:apart|in (?:two|half))|"
        r"(?:tears|rips|ripped|tore)<1> (?:through|into|apart)",
        unless=r"(?:pull\w*|strain\w*|tear\w*|tore|torn|ripp\w*)<3> (?:muscles?|hamstrings?|"
        r"ligaments?|tendons?|cuff|cartilage|meniscus)|carpets?|wallpaper|envelopes?|cardboard",
        unless_in_all=calm(
            r"when i stretch|pulled (?:a |my |the )?muscle",
            without=r"sudden\w*|severe|worst|agony|unbearable|excruciat\w+|faint\w*|sweat\w*|"
            r"clammy|dizzy|breath\w*|pale|grey|vomit\w*|sick",
        ),
    ),
    "spreads": Sign(
        "arm|neck|jaw|back",
        r"(?:spread\w*|ripp\w*|rips|tearing|radiat\w+|shoot\w*|go|goes|going|went|mov(?:e|es|ed|"
        r"ing|ements?)|travel\w*|run|runs|running|"
        r"reach\w*|creep\w*|through)(?: (?:all|the|way|right|out|up|straight))*(?: (?:to|into|in|"
        r"down|up|through|across|towards))+(?: the (?:in|out)side of)?<my> (?:arms?|neck|jaw|back)"
        r"(?! (?:garden|door|yard|room|seat|of|to|at))|"
        r"(?:down|into|along|up to|in)(?: (?:both|my|the|left|right|one))+ (?:arms?|neck|jaw)|"
        r"(?:arm|jaw)<is> (?:hurts?|aches?|aching|painful|heavy)|"
        r"chest and(?: (?:my|left|right|down|the))* (?:arms?|jaw)",
    ),
    "sweating": Sign(
        "sweat|clammy",
        r"sweat(?:s|ing|y|ed)?|clammy",
        unless=r"no sweat|hot day|sauna|menopaus\w+|hot flush\w*|"
        r"(?:at|in|after|from) (?:the |a |my )?(?:gym|workout|exercis\w+|treadmill)",
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
        r"(?:struggl|fight)\w* for (?:breath|air)|"
        r"(?:<cant>|trouble|diff(?!er)\w+|hard)(?: \w+)? (?:breathe?|breathing|(?:get|catch|"
        r"catching|"
        r"getting) (?:my |a |any |enough )*(?:breath|air))(?! (?:in|deep\w*))|gasping|"
        r"breathing<is> (?:hard|difficult|bad|laboured)",
    ),
    "heavy": Sign(
        "tight|heav|squeez|crush|elephant|vice|vise|weight|band|press|grip",
        r"tight(?:ness|ening|ened)?|heav(?:y|iness)|squeez\w+|crush\w+|(?:elephant|weight|band|"
        r"belt|vice|"
        r"vise)(?: \w+){0,3} (?:on|round|around|chest)|in a (?:vice|vise)|pressure|pressing|"
        r"gripp\w+",
        unless=rf"{_EXERCISED}|bra|pulled|heavy (?:lifting|box\w*|bags?|shopping|cold|day|"
        r"weights?|load)|blood pressure|under pressure|tight (?:shoulders?|neck|hamstring\w*)|"
        r"(?:arm|leg)s? (?:feels? )?heavy",
    ),
    "heavy chest": Sign(
        "chest|breast|sternum",
        r"(?:tight\w*|heav\w+|squeez\w+|crush\w+|pressure|weight|band|vice)<3> (?:chest|"
        r"breast ?bone|sternum)|"
        r"chest<is> (?:tight\w*|heavy|squeez\w*|crush\w*|gripped)|elephant<3> chest",
        unless=rf"{_EXERCISED}|colds?|cough|asthma|inhaler",
    ),
    "goes on": Sign(
        "min|hour|half|long|won|stop|still",
        r"(?:(?:1[5-9]|[2-9]\d) ?min(?:s|utes?)?|half an? hour|(?:an|one|two|three|\d) hours?|"
        r"(?:wont|not|"
        r"doesnt|hasnt)"
        r"(?: \w+){0,2} (?:go(?:es|ne|ing)?|stop\w*|eas(?:e|es|ed|ing|ier|y)|shift\w*|lets? up))",
    ),
    # Calf, heel and leg.
    "hot": Sign(
        "hot|warm",
        r"(?:hot|warm)(?! (?:water|bath|shower|day|weather|pack|stone|drink|tub|tea|up|flush|"
        r"compress|towel|night|bed|milk|yoga|coffee|outside|today|sun|room))",
        unless_in_all=_BOTH_CALVES,
    ),
    "red": Sign(
        "red",
        r"(?:red|redness|reddish|reddened)(?! (?:wine|socks?|light|meat|cross|bull|nose|car|bus|"
        r"shoes?|trousers|top))",
        unless_in_all=_BOTH_CALVES,
    ),
    "swollen": Sign(
        "swol|swel|puffy|size|bigger",
        r"swoll?en|swell\w*|puffy|(?:twice|double) (?:the|its) size|bigger than the other",
        unless_in_all=_BOTH_CALVES,
    ),
    "tender": Sign("tender", r"tender\w*", unless_in_all=_BOTH_CALVES),
    "no weight": Sign(
        "weight|stand|walk|step|put",
        r"<cant> (?:bear|put|take)(?: (?:any|my|full|much|the|a bit of)){0,2} weight|"
        r"<cant> stand(?! (?:it|the|this|that|for))|"
        r"<cant> (?:walk|step)(?! (?:far|the|fast|for|long|to|without))|"
        r"<cant> put<1> (?:foot|leg|heel) (?:down|to|on)|wont (?:take|hold|bear)<1> weight",
    ),
    "injury": Sign(
        "twist|roll|sprain|trip|fell|fall|slip|injur|kick|stamp|drop|jump|land|accident|crash|"
        "tackl|colli|knock|hit|went over|turned|stub|step|trod|crush|run over|ran over",
        r"twist\w*|roll(?:ed|ing) (?:it|my|over|the|on)|sprain\w*|tripp\w+|"
        r"fell(?! (?:asleep|out|ill|in love|behind))|(?:a|my|the|bad|nasty) fall|slipped|injur\w+|"
        r"kicked|stamped|dropped<4> on|jump\w*|land(?:ed|ing)?|accident|crash\w*|tackl\w+|collided|"
        r"knocked|hit|went over(?= on|$| ,| and| playing| in)|stubbed|turned<2> ankle|"
        r"stepped (?:off|in|on|awkward\w*)|trod|missed (?:a|the) step|crushed|(?:run|ran) over",
    ),
    "snap": Sign(
        "snap|pop|crack",
        r"(?:heard|felt|hear|loud|audible|sudden|went|go)(?: (?!cold)\w+){0,2} snap(?:ped|"
        r"ping)?(?! (?:decision|at|of))|"
        r"(?:something|achilles|tendon|ligament|it|<limb>)(?: (?:just|has))* snapped(?! at)|"
        r"snapped my<2> (?:achilles|tendon|ligament|hamstring|<limb>)|"
        r"(?:heard|felt|it went)<2> (?:pop|crack)",
    ),
    "out of place": Sign(
        "place|angle|shape|disloc|sticking|poking|joint|socket|popped out|wrong way|should",
        r"out of (?:place|joint|its socket)(?! (?:at|in|with|here|there|among))|"
        r"(?:funny|odd|weird|strange|wrong|bad) (?:angle|shape)|dislocat\w+|"
        r"pointing the wrong way|bone<3> (?:sticking|poking|coming) (?:out|through)|"
        r"<limb><2> popped out|<limb><7> where it shouldnt be|"
        r"<limb><3> (?:not|isnt) where it should",
    ),
}
