"""Whom to call in a country: the emergency number, a crisis line, a poison line, health advice.

A number is here only with the page on which it was read. painlog never calls or looks anything up.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from painlog.model.catalogue import Fields, read_table

READ_ON = date(2026, 11, 30)


class Services(NamedTuple):
    """The services of one country, each as it stands in a sentence; "" for what is not known.

    `sources` are the pages on which they were read.
    """

    country: str
    emergency: str
    crisis: str = ""
    poison: str = ""
    advice: str = ""
    sources: tuple[str, ...] = ()


# The poisons centre of the Netherlands, the NVIC, answers doctors; others call their GP first.
# Codes as in ISO 3166. In every country of the European Union 112 works.
TABLE = """\
GB | 999
  crisis: Samaritans, 116 123; in Northern Ireland Lifeline, 0808 808 8000
  poison: NHS 111 (in Northern Ireland your GP or the GP out of hours)
  advice: NHS 111 (in Northern Ireland the GP out of hours)
  from: https://www.nidirect.gov.uk/conditions/anaphylaxis
  from: https://publichealth.hscni.net/news/world-suicide-prevention-day-contact-lifeline-if-youre-distress-or-despair
  from: http://npis.org/carbonmonoxide.html
IE | 112 or 999
  crisis: Samaritans, 116 123
  poison: the Poisons Information Line, 01 809 2166, from 8 to 22
  advice: your GP or the GP out of hours
  from: https://www2.hse.ie/conditions/anaphylaxis
  from: https://poisons.ie/public/first-aid-safety/
US | 911
  crisis: the 988 Suicide and Crisis Lifeline, call or text 988
  poison: Poison Control, 1-800-222-1222
  from: https://health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline
  from: https://thefounder.thedailyoutsider.com/2013/03/a-reminder-about-poisoning.html
CA | 911
  crisis: the Suicide Crisis Helpline, call or text 988
  poison: Poison Control, 1-844-764-7669; in Quebec 1-800-463-5060
  from: https://richmondhilluc.ca/news/988-hotline-launched
  from: https://pdmedia.org/new-suicide-crisis-helpline-in-canada/
  from: https://www.aboutkidshealth.ca/healthaz/na/poison-information-centres-in-canada/
AU | 000
  crisis: Lifeline, 13 11 14
  poison: the Poisons Helpline, 13 11 26
  from: https://2ser.com/world-suicide-prevention-day-2019
  from: https://www.poisonsinfo.health.qld.gov.au
NZ | 111
  crisis: Need to talk?, call or text 1737
  poison: the National Poisons Centre, 0800 764 766
  advice: Healthline, 0800 611 116
  from: https://metronews.co.nz/article/its-okay-to-not-be-okay
  from: https://nzfamilies.org.nz/?p=1578
  from: http://www.poisons.co.nz/calling.php
DE | 112
  crisis: TelefonSeelsorge, 0800 111 0 111
  poison: the Giftnotruf of your state, such as 030 19240 in Berlin or 089 19240 in Bavaria
  from: https://sr.de/sr/home/nachrichten/panorama/suizid_praeventionstag_telefonseelsorge_saarland_100~amp.html
  from: https://amp.infranken.de/ratgeber/technik/deutschland-plant-neue-notruf-nummer-wen-erreicht-man-unter-der-113-art-5989416
  from: https://www.rtl.de/cms/giftnotruf-hotline-in-jeder-stadt-anders-diese-nummern-sollten-sie-kennen-4436535.html
FR | 15 or 112
  crisis: 3114
  poison: the Centres Antipoison, 01 45 42 59 59
  from: https://axaprevention.fr/fr/article/prevention-suicide-journee-mondiale
  from: https://centres-antipoison.net/page/6?lang=en
NL | 112
  crisis: 113 Zelfmoordpreventie, 113 or 0800 0113
  poison: your GP or, when the practice is closed, the GP out of hours (huisartsen-spoedpost)
  advice: your GP or, when the practice is closed, the GP out of hours (huisartsen-spoedpost)
  from: https://www.nrc.nl/nieuws/2020/07/07/zelfmoordpreventie-voortaan-bereikbaar-op-113-a4005179
  from: https://www.gpinfo.nl/in-case-of-emergency
  from: https://nvic.umcutrecht.nl/nl/acute-vergiftigingen
FI | 112
  poison: the Poison Information Centre, 0800 147 111
  from: https://www.terveyskyla.fi/en/emergencyhub/when-to-come-to-the-emergency-department/poison-information-centre
"""

# For a country that painlog does not know, or of which it knows nothing.
ANYWHERE = Services("", "the emergency number (999, 112 or 911, for example)")
_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_PAGE_OF_THE_UNION = (
    "https://amp.infranken.de/ratgeber/technik/deutschland-plant-neue-notruf-nummer-wen-erreicht-"
    "man-unter-der-113-art-5989416"
)


def _known() -> dict[str, Services]:
    return {
        code: Services(
            code,
            emergency,
            crisis=_in(fields, "crisis"),
            poison=_in(fields, "poison"),
            advice=_in(fields, "advice"),
            sources=tuple(fields["from"]),
        )
        for (code, emergency), fields in read_table(TABLE)
    }


def _in(fields: Fields, name: str) -> str:
    return fields[name][0] if name in fields else ""


SERVICES: Mapping[str, Services] = _known()


def services_in(country: str) -> Services:
    """Return the services of a country.

    Args:
        country: Two letters of ISO 3166 in any case. For "" or an unknown one, the services name
            the numbers of several countries.
    """
    code = country.strip().upper()
    code = "GB" if code == "UK" else code
    if code in SERVICES:
        return SERVICES[code]
    if code in _UNION.split():
        return Services(code, "112", sources=(_PAGE_OF_THE_UNION,))
    return ANYWHERE
