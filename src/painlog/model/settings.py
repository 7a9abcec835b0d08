"""What a person can set once for every command, and how each value is written.

A setting is written as text, in a variable or behind `painlog settings set`, or as a value of TOML.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Literal, NamedTuple, TypeAlias

from painlog.errors import NotUnderstoodError
from painlog.model.names import did_you_mean, normal

DateOrder: TypeAlias = Literal["day-first", "month-first"]
PaperSize: TypeAlias = Literal["a4", "letter"]
SettingValue: TypeAlias = str | bool | tuple[str, ...]

WEEK_STARTS = {"monday": 0, "saturday": 5, "sunday": 6}
_YES = ("yes", "true", "on", "y", "1")
_NO = ("no", "false", "off", "n", "0")
# The codes of ISO 3166-1, alpha-2.
_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM "
    "ZW"
)
# Countries as people write them who do not know the code.
_ALSO = {"UK": "GB", "USA": "US", "EL": "GR"}


class Settings(NamedTuple):
    """Every setting as a command uses it, with its default.

    `country` is a code of ISO 3166-1 in two capital letters, `week_start` the first day of a week
    (0 is Monday), `date_order` how a date such as 3/4/2026 is read, None for not at all. `pager`
    None leaves the choice to the variable PAGER; an empty one is none.
    """

    country: str | None = None
    week_start: int = 0
    date_order: DateOrder | None = None
    paper: PaperSize = "a4"
    short_advice: bool = False
    checkin_factors: tuple[str, ...] = ()
    pager: str | None = None


class Setting(NamedTuple):
    """One setting: its name, what it is for, what may be set, and its default in words.

    `understand` turns what was written into its value in the file; `field` turns that into the
    value that `Settings` has. `offers` are the choices where they are few.
    """

    name: str
    purpose: str
    choices: str
    default: str
    understand: Callable[[str], SettingValue]
    field: Callable[[SettingValue], object] = lambda value: value
    offers: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that overrides the file."""
        return "PAINLOG_" + self.field_name.upper()

    @property
    def field_name(self) -> str:
        """The field of `Settings` that holds it."""
        return self.name.replace("-", "_")


class SetValue(NamedTuple):
    """A setting with its value, None where nobody set it, and where that comes from."""

    setting: Setting
    value: SettingValue | None
    source: Literal["variable", "file", "default"]


def setting_named(name: str) -> Setting:
    """Return the setting that a person names.

    Raises:
        NotUnderstoodError: if there is none of that name.
    """
    wanted = normal(name.replace("_", " ")).replace(" ", "-")
    for setting in SETTINGS:
        if setting.name == wanted:
            return setting
    from difflib import get_close_matches  # noqa: PLC0415 - only for a refusal

    near = get_close_matches(wanted, [setting.name for setting in SETTINGS], n=2, cutoff=0.5)
    raise NotUnderstoodError(
        f'There is no setting "{name}".{did_you_mean(near)} See them all: painlog settings'
    )


def understood(setting: Setting, written: object, where: str = "") -> SettingValue:
    """Return the value of a setting from text or from a value of TOML.

    Args:
        setting: Which one.
        written: Text, true or false, or a list of texts.
        where: What holds it, for a refusal: "PAINLOG_PAPER", "settings.toml".

    Raises:
        NotUnderstoodError: if the setting does not allow it.
    """
    text = _as_text(written)
    if text is not None:
        with suppress(NotUnderstoodError):
            return setting.understand(text)
    begin = f"{where}: " if where else ""
    shown = written if text is None else text
    raise NotUnderstoodError(
        f'{begin}{setting.name} cannot be "{shown}". Set it to {setting.choices}. '
        "See: painlog settings"
    )


def settings_of(found: Mapping[str, SettingValue]) -> Settings:
    """Return all settings, from the values of those that were set, by name."""
    fields = {
        setting.field_name: setting.field(found[setting.name])
        for setting in SETTINGS
        if setting.name in found
    }
    # Each field has a type of its own, which a mapping cannot say.
    return Settings(**fields)  # type: ignore[arg-type]


def in_words(value: SettingValue) -> str:
    """Return a value as a person would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ", ".join(value)


def _as_text(written: object) -> str | None:
    if isinstance(written, bool):
        return "yes" if written else "no"
    if isinstance(written, (list, tuple)) and all(isinstance(item, str) for item in written):
        return ", ".join(written)
    return written if isinstance(written, str) else None


def _country(text: str) -> str:
    code = text.strip().upper()
    code = _ALSO.get(code, code)
    if not re.fullmatch("[A-Z]{2}", code) or code not in _COUNTRIES.split():
        raise NotUnderstoodError
    return code


def _one_of(*choices: str) -> Callable[[str], str]:
    def choose(text: str) -> str:
        wanted = normal(text).replace(" ", "-")
        found = [choice for choice in choices if choice.startswith(wanted)] if wanted else []
        if wanted in choices or len(found) == 1:
            return wanted if wanted in choices else found[0]
        raise NotUnderstoodError

    return choose


def _yes_or_no(text: str) -> bool:
    word = text.strip().lower()
    if word not in (*_YES, *_NO):
        raise NotUnderstoodError
    return word in _YES


def _list(text: str) -> tuple[str, ...]:
    names = [" ".join(name.split()) for name in re.split("[,;]", text)]
    return tuple(dict.fromkeys(filter(None, names)))


def _line(text: str) -> str:
    if not text.isprintable():
        raise NotUnderstoodError
    return "" if text.strip() in ("", "none", "cat") else text.strip()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "country",
        "the country whose emergency numbers are named",
        'the two letters of a country, such as "GB", "US" or "DE"',
        "not set: 999, 112 and 911 are named",
        _country,
    ),
    Setting(
        "week-start",
        "the first day of a week in calendars",
        "monday, saturday or sunday",
        "monday",
        _one_of(*WEEK_STARTS),
        lambda value: WEEK_STARTS[str(value)],
        tuple(WEEK_STARTS),
    ),
    Setting(
        "date-order",
        "how a date such as 3/4/2026 is read",
        "day-first or month-first",
        "not set: such a date is not read",
        _one_of("day-first", "month-first"),
        offers=("day-first", "month-first"),
    ),
    Setting(
        "paper",
        "the paper size of a PDF",
        "a4 or letter",
        "a4",
        _one_of("a4", "letter"),
        offers=("a4", "letter"),
    ),
    Setting(
        "short-advice",
        "only one line of advice below reports",
        "yes or no",
        "no",
        _yes_or_no,
        offers=("yes", "no"),
    ),
    Setting(
        "checkin-factors",
        "what checkin asks about your day",
        'names with a comma between, such as "sleep, steps"',
        "none",
        _list,
    ),
    Setting(
        "pager",
        "the program that shows a long report",
        'a command such as "less -R", or none',
        "the variable PAGER, else less",
        _line,
    ),
)
