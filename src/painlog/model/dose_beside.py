"""What may stand beside an amount and is part of the dose: release and route, a rate.

"6 mg s.c." is 6 mg under the skin, "15 min of oxygen at 12 l/min" a flow and how long it ran,
"5 mcg/h" what a patch gives off, and "100 mg retard" is released slowly.
"""

import re
from functools import cache

from painlog.model.how_often import without_how_often
from painlog.model.release import RELEASES, is_release, release_at_end, without_release

FLOW = "l/min"
# What patches give off, as the names of products have it: Butec 5 micrograms/hour, Neupro 3 mg/24 h
# (electronic medicines compendium). The keys are what the reader of doses finds.
PER_HOUR = "micrograms/hour"
PATCH_RATES = {PER_HOUR: PER_HOUR, "micrograms/24h": "micrograms/24 h", "mg/24h": "mg/24 h"}
INTO_THE_NOSE, BY_INJECTION, INTO_THE_RECTUM = "into the nose", "by injection", "into the rectum"
# How painlog writes each route, and how people do. What is put on the skin is no route of a
# medicine, but a medicine of its own; "pr" is left out, as it also means prolonged release.
_ROUTES = {
    "by mouth": r"p\.?o\.?|per os|orally|by mouth",
    "under the tongue": r"s\.?l\.?|sublingual(?:ly)?|under (?:the|my) tongue",
    INTO_THE_NOSE: r"intranasal(?:ly)?|nasally|(?:in|into|up) (?:the|my) nose|nasal spray",
    "under the skin": (
        r"(?:s\.?c\.?|s\.?q\.?|sub-?cut\.?|subcutaneous(?:ly)?)(?: injection)?"
        r"|under (?:the|my) skin"
    ),
    "into a muscle": (
        r"(?:i\.?m\.?|intramuscular(?:ly)?)(?: injection)?|in(?:to)? (?:a|the|my) muscle"
    ),
    "into a vein": r"(?:i\.?v\.?|intravenous(?:ly)?)(?: injection)?|in(?:to)? (?:a|the|my) vein",
    BY_INJECTION: r"by (?:an )?injection|injected",
    INTO_THE_RECTUM: r"rectally|per rectum|in(?:to)? the rectum",
    "inhaled": r"inhaled|by inhalation",
}
# These end names as well ("zolmitriptan nasal 5 mg"), so they are routes only at the very end.
_AT_THE_END = {
    "oral": "by mouth",
    "nasal": INTO_THE_NOSE,
    "rectal": INTO_THE_RECTUM,
    **dict.fromkeys(("injection", "injections"), BY_INJECTION),
    **dict.fromkeys(("suppository", "suppositories"), INTO_THE_RECTUM),
}
_ENDS = (*_ROUTES, *RELEASES, "minute", "minutes", "hour", "hours")

_ANY = "|".join(_ROUTES.values())
_BETWEEN = r"(?:\s*,\s*|\s+)"
_LAST = rf"(?P<before>.*\S){_BETWEEN}\(?(?P<route>{_ANY}|{'|'.join(_AT_THE_END)})\)?"
_INSIDE = rf"(?P<before>.*\S){_BETWEEN}\(?(?P<route>{_ANY})\)?{_BETWEEN}(?P<after>.*\S)"
_LITRES_A_MINUTE = r"(?<=\d)\s*(?:l|lit(?:re|er)s?)\s*(?:/|per\s|an?\s|p)\s*m(?:in(?:ute)?s?)?\b"
_OF_PATCH = (
    r"(?<![^\W\d_])\s*(?:(?P<micro>micro\s?gram(?:me)?s?|mcgs?|[uµμ]g)|mgs?|milligram(?:me)?s?)"
    r"\s*(?:/|per\b|an?\b)\s*(?P<day>24\s*)?(?:1\s*)?(?:h|hrs?|hours?)(?![\w/])\.?"
)


# What only compares doses needs none of the patterns.
@cache
def _pattern(text: str) -> "re.Pattern[str]":
    return re.compile(text, re.IGNORECASE)


def in_one_rate(words: str) -> str:
    """Return words with a rate in its one unit: "12 l/min" for "12 litres per minute".

    What a patch gives off becomes a key of `PATCH_RATES`.
    """
    of_flow = _pattern(_LITRES_A_MINUTE).sub(f" {FLOW}", words)
    return _pattern(_OF_PATCH).sub(_rate_of_patch, of_flow)


def without_route(words: str) -> tuple[str, str] | None:
    """Return words without the route that stands among them, and that route; None for none."""
    if found := _pattern(_LAST).fullmatch(words):
        before, route = found["before"].rstrip(" ,"), _route(found["route"])
        if route != BY_INJECTION:
            return before, route
        # "subcutaneous injection" says more than that it was one.
        before = re.sub(r"\s+by(?: an)?$", "", before)
        return without_route(before) or (before, route)
    if found := _pattern(_INSIDE).fullmatch(words):
        return f"{found['before'].rstrip(' ,')} {found['after']}", _route(found["route"])
    return None


def without_beside(words: str) -> tuple[str, str] | None:
    """Return words without the release and the route among them, and these; None for none."""
    released = without_release(words)
    routed = without_route(released[0] if released else words)
    if not released:
        return routed
    rest, release = released
    return (routed[0], f"{release} {routed[1]}") if routed else (rest, release)


def is_beside(words: str) -> bool:
    """Tell whether words are a release or a route as painlog writes them: "MR", "by injection"."""
    return is_release(words) or (bool(words) and _beside_once(f"of {words}") == words)


def beside(written: str) -> str:
    """Return what stands beside the amount of a dose as painlog writes it, "" for nothing.

    "under the skin" in "6 mg under the skin", "for 15 minutes" in "12 l/min for 15 minutes", and
    with how often: "by mouth twice a day" in "500 mg by mouth twice a day".
    """
    once = without_how_often(written)
    return f"{_beside_once(once)}{written[len(once) :]}".strip()


def release_in(written: str) -> str:
    """Return the release in a written dose: "MR" in "10 mg MR by mouth"; "" for none."""
    if not any(release in written for release in RELEASES):
        return ""
    once = f"of {without_how_often(written)}"
    route = next((route for route in _ROUTES if once.endswith(f" {route}")), "")
    return release_at_end(once.removesuffix(route).rstrip())


def _beside_once(written: str) -> str:
    if not written.endswith(_ENDS):
        return ""
    _, timed, lasted = written.rpartition(" for ")
    if timed:
        return f"for {lasted}"
    route = next((route for route in _ROUTES if written.endswith(f" {route}")), "")
    return f"{release_in(written)} {route}".strip()


def _rate_of_patch(found: "re.Match[str]") -> str:
    if not found["day"]:
        return f" {PER_HOUR}" if found["micro"] else found[0]
    return " micrograms/24h" if found["micro"] else " mg/24h"


def _route(words: str) -> str:
    for route, forms in _ROUTES.items():
        if re.fullmatch(forms, words, re.IGNORECASE):
            return route
    return _AT_THE_END[words.casefold()]
