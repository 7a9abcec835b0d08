"""Words in dates, such as "Mo", "janvier", "5th" and "20 Uhr", in six languages."""

import re
from functools import lru_cache

from painlog.formats.table.vocabulary import plain

# English; German; French; Spanish; Dutch; Italian.
_MONTHS = {
    "Jan": "jan january; januar jaenner; janvier janv; enero ene; januari; gennaio gen",
    "Feb": "feb february; februar; fevrier fevr fev; febrero; februari; febbraio",
    "Mar": "mar march; maerz mrz; mars; marzo; maart mrt",
    "Apr": "apr april; avril avr; abril abr; aprile",
    "May": "may; mai; mayo; mei; maggio mag",
    "Jun": "jun june; juni; juin; junio; giugno giu",
    "Jul": "jul july; juli; juillet juil; julio; luglio lug",
    "Aug": "aug august; aout; agosto ago; augustus",
    "Sep": "sep sept september; septembre; septiembre; settembre set sett",
    "Oct": "oct october; oktober okt; octobre; octubre; ottobre ott",
    "Nov": "nov november; novembre; noviembre",
    "Dec": "dec december; dezember dez; decembre; diciembre dic; dicembre",
}
# Monday first, as in `date.weekday`. No word names two days.
_WEEKDAYS = {
    "Mon": "mon monday; montag mo; lundi lun; lunes; maandag ma; lunedi",
    "Tue": "tue tues tuesday; dienstag di die; mardi mar; martes; dinsdag; martedi",
    "Wed": "wed wednesday; mittwoch mi mit; mercredi mer; miercoles mie; woensdag wo; mercoledi",
    "Thu": "thu thur thurs thursday; donnerstag do don; jeudi jeu; jueves jue; donderdag; "
    "giovedi gio",
    "Fri": "fri friday; freitag fr fre; vendredi ven; viernes vie; vrijdag vr; venerdi",
    "Sat": "sat saturday; samstag sonnabend sa sam; samedi; sabado sab; zaterdag za; sabato",
    "Sun": "sun sunday; sonntag so son; dimanche dim; domingo dom; zondag zo; domenica",
}
_SHORT_DAY = re.compile("|".join(_WEEKDAYS))


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: short for short, words in table.items() for word in re.split(r"\W+", words)}


_MONTH_OF, _WEEKDAY_OF = _by_word(_MONTHS), _by_word(_WEEKDAYS)
_NAME = re.compile(r"[^\W\d_]{2,}\.?")
# "5th Jan 2026", "January 5th, 2026".
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_HALF = re.compile(r"\b([ap])\.?\s?m\b\.?", re.IGNORECASE)
_UHR = re.compile(r"(?:\bum )?\b(\d{1,2})(?:[:.](\d\d))? ?Uhr\b(?: (\d\d)\b)?", re.IGNORECASE)
_NAME_IN_FORMAT = re.compile(r"%([AaBb])\.?")


def without_ending(text: str) -> str:
    """Return a date without the words around its numbers: "5" for "5th", "20:00" for "20 Uhr"."""
    plain_day = _ORDINAL.sub(r"\1", text)
    return _UHR.sub(lambda found: f"{found[1]}:{found[2] or found[3] or '00'}", plain_day)


def is_weekday(word: str) -> bool:
    """Tell whether a word is the name of a weekday, or its abbreviation."""
    return plain(word) in _WEEKDAY_OF


@lru_cache(maxsize=1024)
def in_english(text: str, format_: str) -> str:
    """Return a date in a format with English short names of months and weekdays."""
    names = iter(_NAME_IN_FORMAT.findall(format_))

    def english(found: re.Match[str]) -> str:
        word = plain(found[0])
        if word not in _MONTH_OF and word not in _WEEKDAY_OF:
            return found[0]
        # "mar" is March in some languages and Tuesday in others.
        first, other = _MONTH_OF, _WEEKDAY_OF
        if next(names, "b") in "Aa":
            first, other = other, first
        return first.get(word) or other[word]

    return _HALF.sub(r"\1m", _NAME.sub(english, without_ending(text)))


@lru_cache(maxsize=16)
def short_names(format_: str) -> str:
    """Return a format that reads what `in_english` returns."""
    return _NAME_IN_FORMAT.sub(lambda name: f"%{name[1].lower()}", format_)


def weekday_said(text: str, format_: str) -> int | None:
    """Return the weekday that a date in a format names, 0 for Monday; None if it names none."""
    if "%a" not in format_.casefold():
        return None
    found = _SHORT_DAY.search(in_english(text, format_))
    return list(_WEEKDAYS).index(found[0]) if found else None
