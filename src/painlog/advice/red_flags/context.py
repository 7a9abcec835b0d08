"""Tell whether the words of a sign count: not denied, over, somebody else's or only feared."""

import re
from collections.abc import Iterator

from painlog.advice.red_flags.patterns import Sign, compiled, whole_words
from painlog.advice.red_flags.sentences import LONG_AGO, Clause

# How far a "no", a fear, another person or another meaning reaches at most.
_FURTHEST = 12
_FURTHEST_CHARACTERS = 160
# What may stand between a sign and the words that give it another meaning ("black poo from the
# iron tablets"). "And" and a comma may not: what follows them is about something else.
_LINKED = (
    r"(?: ?(?:a|about|after|all|am|an|at|because|been|being|by|due|during|for|from|had|i|im|in|"
    r"is|it|its|just|me|my|of|off|on|only|or|probably|since|so|that|the|these|this|those|to|too|"
    r"was|were|when|where|while|with)(?!\w)){0,4} ?"
)

_NO = (
    r"\b(?:no|without|denie[sd]|deny|nor|neither|nothing|zero|free of|free from|negative for|"
    r"ruled out|clear(?:ed)? of(?! (?:\w+ )?cancer (?:since|for))|(?:dont|doesnt|didnt|havent|"
    r"hasnt|hadnt|not|never)(?: (?:really|currently|ever|even|actually|think i))* "
    r"(?:have|has|had|having|get|got|getting|feel|felt|feeling|notice|noticed|experience|"
    r"experienced|been|any))\b"
)
_NOT = (
    r"\b(?:not|isnt|wasnt|arent|werent|aint|dont|doesnt|didnt|never|havent|hasnt|hadnt|wont|"
    r"wouldnt|hardly|cant (?:feel|find|see|say) (?:any|a|im))\b(?! (?:only|just|sure|because|due))"
)
# Words that are themselves a "no" are not denied by one before them ("no fever cant pee").
_CANNOT = (
    r"(?:cant|couldnt|unable|not able|havent|(?:bladder|waterworks)(?: (?:is|has|have|are))? "
    r"(?:not|isnt|arent|hasnt|wont|doesnt|stopped|failed|quit))\b"
)
# Between a "no" and the words, these take the "no" for themselves ("doesn't help the numbness").
_TAKES_THE_NO = (
    r"\b(?:help|eas|stop|touch|shift|work|fix|cur|settl|reduc|improv|bring|brought|relie|chang|"
    r"sleep|slept|cop|know|want|eat|energy|appetite|idea|wonder|doubt|better|matter|longer|point|"
    r"strength|choice|cool|budg|tired|well|right|good|great|fun|usual|normal|diet|trying|rest|"
    r"warning|noticing|realis|realiz)\w*"
)
_A_THING = (
    r"(?:numbness|tingling|weakness|pins|fever|high temp|temperature|weight|loss|rash|nausea|"
    r"vomit|sweats|sweating|breathless|short|chest pain|incontin|confusion|drows|swelling|redness|"
    r"trouble|difficult|problem|history|cancer|lump|vision|slurred|stiff|saddle|blurred|double|"
    r"leg weakness|head injury|accident|bladder|bowel)\w*(?! \d)"
)
_FIRST_TIME = r"\b(?:before|like this|until|till|this bad)\b"
_DENIED = (
    r"(?: in| of)?(?: (?!not\b|and\b|hasnt|havent|never|wont|doesnt|isnt|if|until|when)\w+){0,4}? "
    r"(?:(?:is|are|has|have|had|all|its|was|finally|completely) (?:passed|cleared(?: up)?|resolved|"
    r"disappeared|subsided|settled|worn off|stopped|over|better now)|gone(?= (?:now|today|away|"
    r"completely|since|and)|$| ,)|went away|cleared up|wore off|isnt there|not there|ruled out|"
    r"broke)\b|"
    r"(?: ,)? (?:no|none|nope|nah|nil|never|absent|negative|not really)(?= ,|$)"
)
_PERSON = (
    r"\b(?:mother|mum|mom|mam|dad|father|husband|hubby|wife|partner|son|daughter|sister|brother|"
    r"boyfriend|girlfriend|friend|mate|neighbou?r|colleague|boss|aunt|auntie|uncle|gran|grandma|"
    r"granny|nan|grandad|grandpa|grandfather|grandmother|kid|child|children|baby|toddler|cousin|"
    r"nephew|niece|grandson|granddaughter|dog|cat|he|hes|she|shes|his|her|someone|somebody|people|"
    r"family|everyone)s?\b"
)
_ME = (
    r"\b(?:i|im|ive|me|my|myself|and|when|while|after|so|sa(?:y|ys|id)|tells?|told|notic\w+|saw|"
    r"sees|thinks?|thought|reckons?|found|finds|felt|feels|spotted)\b|,"
)
_IN_THE_FAMILY = r"(?: \w+){0,3} in (?:my|the|our) family\b"
# What to do if it ever comes, and words after it that say that it has come.
_ADVISED = (
    r"\b(?:(?:told|tells?|said|says?|advi[cs]e\w*|warn\w*|label|leaflet)(?: \w+){0,6} stop\w*|"
    r"call|ring|phone|(?:come|go)(?: straight)? (?:back|in)|go to|return|seek|contact)"
    r"(?: \w+){0,4} if\b"
)
_HAS_COME = (
    r"\b(?:(?<!havent )(?<!not )(?<!dont )(?:had|got|have)|which|today|yesterday|tonight|again|"
    r"happened|"
    r"(?:this|last) (?:morning|night))\b"
)
_FEARED = (
    r"\b(?:(?:worried|worrying|worry|anxious|paranoid) (?:about|that|of|i (?:might|may|will))(?! "
    r"(?:my|this|these|the)\b)|(?:afraid|scared|frightened|terrified|fear) of|read\w*(?: \w+)? "
    r"(?:about|that|on|an? \w+ (?:on|about))|googl\w+|looked up|(?:article|leaflet|programme|"
    r"podcast|video|book|film|documentary|poster)(?: \w+)? (?:about|on|says|said)|(?<!as )if (?:i|"
    r"it|there|theres|you|any|anything|my)(?! (?:cough|sneeze|laugh|stand|walk|sit|bend|move|lie|"
    r"chew|eat|bite|look|touch|press|push|lift|turn|twist|climb|do|try|even|put)\w*)|in case|what "
    r"if|wonder\w* (?:if|whether|about)|could (?:it|this|that) be|might (?:be|get|have)|ask\w*"
    r"(?: \w+)? (?:about|if|whether)|watch(?:ing)?(?: out)? for|look(?:ing)? out for|dream\w*|"
    r"nightmare\w*|risk of|chance of|check(?:ed|ing)? (?:me )?for|hope i dont)\b"
)
_ONCE = r"\b(?:used to (?:have|get|be|suffer|feel|wake|lose|go)|history of)\b"
_STILL = r"\b(?:start\w*|began|begun|still|ever since|returned|again)\b"


def words_told(sign: Sign, clause: Clause) -> str | None:
    """Return the words that say that the writer has a sign now; None without any."""
    words = compiled(whole_words(sign.pattern))
    found = words.search(clause.words)
    while found:
        if _means_otherwise(found, sign, clause):
            # It may have swallowed the beginning of words that are meant.
            found = words.search(clause.words, found.start() + 1)
        elif _is_meant(found, sign, clause):
            return found.group()
        else:
            found = words.search(clause.words, max(found.end(), found.start() + 1))
    return None


def _is_meant(found: re.Match[str], sign: Sign, clause: Clause) -> bool:
    before, after = clause.words[: found.start()], clause.words[found.end() :]
    rest = found.group() + after
    return not (
        _is_denied(before, rest, after)
        or _is_somebody_elses(before, after)
        or _is_reached(_FEARED, before, rest)
        or (_is_reached(_ADVISED, before, rest) and not compiled(_HAS_COME).search(after))
        or (not sign.past_counts and _is_over(clause.words, before, rest))
    )


def _means_otherwise(found: re.Match[str], sign: Sign, clause: Clause) -> bool:
    if sign.unless_in_all and compiled(sign.unless_in_all).match(clause.sentence):
        return True
    if not sign.unless:
        return False
    first, last = clause.start + found.start(), clause.start + found.end()
    others = compiled(whole_words(sign.unless)).finditer(
        clause.sentence, max(0, first - _FURTHEST_CHARACTERS), last + _FURTHEST_CHARACTERS
    )
    # Nothing is between where the two overlap.
    between = (
        clause.sentence[other.end() : first] + clause.sentence[last : other.start()]
        for other in others
    )
    return any(compiled(_LINKED).fullmatch(words) for words in between)


def _is_denied(before: str, rest: str, after: str) -> bool:
    if compiled(_DENIED).match(after):
        return True
    if compiled(_CANNOT).match(rest):
        return False
    if "never" in before.split() and compiled(_FIRST_TIME).search(after):
        return False
    return _is_reached(_NO, before, rest) or any(
        _touches(before[no.end() :]) for no in _near(_NOT, before)
    )


def _is_somebody_elses(before: str, after: str) -> bool:
    return compiled(_IN_THE_FAMILY).match(after) is not None or any(
        not compiled(_ME).search(before[person.end() :]) for person in _near(_PERSON, before)
    )


def _is_over(words: str, before: str, rest: str) -> bool:
    if compiled(_STILL).search(words):
        return False
    return compiled(LONG_AGO).search(words) is not None or _is_reached(_ONCE, before, rest)


def _is_reached(pattern: str, before: str, rest: str) -> bool:
    return any(_reaches(before[found.end() :], rest) for found in _near(pattern, before))


def _near(pattern: str, before: str) -> Iterator[re.Match[str]]:
    return compiled(pattern).finditer(before, max(0, len(before) - _FURTHEST_CHARACTERS))


def _reaches(between: str, rest: str) -> bool:
    """Tell whether a "no" or a fear reaches the sign across the words between, as in a list."""
    words = between.split()
    if len(words) > _FURTHEST or compiled(_TAKES_THE_NO).search(between):
        return False
    breaks = [i for i, word in enumerate(words) if word in {",", "and"}]
    if not breaks:
        return True
    last = breaks[-1]
    if "or" in words[last:] or "nor" in words[last:]:
        return True
    return "or" not in words[:last] and compiled(_A_THING).match(rest) is not None


def _touches(between: str) -> bool:
    """Tell whether a "not" is so near that it can only be meant for the sign."""
    words = between.split()
    near = len(words) <= 4 and "," not in words and "and" not in words
    return near and not compiled(_TAKES_THE_NO).search(between)
