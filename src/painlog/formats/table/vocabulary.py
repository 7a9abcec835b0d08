"""Words of pain diaries: headings of columns, sides and intensities, in five languages."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from painlog.formats.table.scale import Scale
from painlog.model.day_parts import TIMES_OF_PARTS
from painlog.model.names import normal
from painlog.model.region import Side

# A field and the usual headings of its column: English; German; French; Spanish; Dutch.
_HEADINGS = {
    "felt_at": """
        date, day, when, timestamp, datetime, date time, date and time, entry date, recorded at,
        created at, logged at, felt at, start, start time, start date, started, started at, onset;
        datum, tag, zeitpunkt, datum uhrzeit, datum zeit, beginn;
        jour, date heure, date et heure, horodatage; fecha, dia, fecha y hora; datum tijd, dag
    """,
    "until": """
        until, end, end time, end date, ended, ended at, stop, stop time, stopped, finish, pain end,
        attack end; bis, ende, endzeit, enddatum; fin, heure de fin, date de fin; hora de fin,
        fecha de fin; einde, eindtijd, einddatum, tot
    """,
    "lasted": """
        lasted, duration, length, how long, attack duration, duration of attack, pain duration,
        headache duration, duration hours, duration in hours, duration minutes,
        duration in minutes, duration min, duration h, length hours; dauer, dauer stunden,
        dauer in stunden, dauer minuten, dauer in minuten, anfallsdauer; duree, duree heures;
        duracion, duracion horas; duur, duur uren, duur in uren
    """,
    "dose": """
        dose, doses, dosage, medication dose, medicine dose, dose taken, amount taken;
        dosis, dosierung, menge; posologie; dosis tomada; dosering
    """,
    "time": "time, time of day, hour, clock; uhrzeit, zeit; heure; hora; tijd, tijdstip",
    "region": """
        region, location, body part, bodypart, body area, area, site, body site, pain location,
        pain site, pain area, pain position, pain positions, pain locations, body parts, locations,
        where, place, body region, location of pain;
        ort, stelle, koerperstelle, koerperteil, koerperregion, schmerzort, lokalisation, bereich;
        lieu, zone, localisation, partie du corps, endroit, emplacement;
        lugar, zona, localizacion, ubicacion, parte del cuerpo; plaats, locatie, lichaamsdeel, plek
    """,
    "side": "side, laterality; seite; cote; lado, lateralidad; zijde, kant",
    "intensity": """
        intensity, pain, pain level, level, pain score, score, severity, pain severity, rating,
        pain rating, pain intensity, pain scale, pain after, pain after treatment, intensity after,
        nrs, vas, strength, level of pain, how bad;
        schmerz, schmerzen, schmerzstaerke, staerke, intensitaet, schmerzintensitaet, schmerzlevel,
        schmerzskala, schmerzwert, schmerz nachher;
        douleur, intensite, intensite de la douleur, niveau de douleur,
        niveau; dolor, intensidad, nivel de dolor, intensidad del dolor, nivel;
        pijn, pijnscore, intensiteit, pijnniveau, pijncijfer, ernst
    """,
    "intensity_before": """
        intensity before, before, pain before, pain before treatment; vorher, schmerz vorher;
        avant, douleur avant; antes, dolor antes; vooraf, pijn vooraf
    """,
    "interference": """
        interference, impact, disability, limitation, interference with activity; beeintraechtigung,
        einschraenkung; gene, retentissement; interferencia, limitacion; beperking, hinder
    """,
    "treatments": """
        treatment, treatments, medication, medications, medicine, medicines, meds, drug, drugs,
        relief, pain relief, therapy, remedy, remedies, what did you do, what helped, taken,
        helpful medication, somewhat helpful medication, unhelpful medication, unsure medication,
        helpful non drug relief methods, somewhat helpful non drug relief methods,
        unhelpful non drug relief methods, unsure non drug relief methods;
        behandlung, medikament, medikamente, massnahme, massnahmen, therapie, mittel;
        traitement, traitements, medicament, medicaments; tratamiento, tratamientos, medicamento,
        medicamentos, medicacion; behandeling, medicatie, medicijn, medicijnen, medicamenten
    """,
    "qualities": """
        quality, qualities, type, pain type, kind of pain, character, sensation, feels like,
        description of pain, symptom, symptoms, pain quality; art, schmerzart, qualitaet,
        schmerzqualitaet, charakter, symptome; type de douleur, qualite; tipo, tipo de dolor,
        calidad; soort pijn, soort, type pijn, aard
    """,
    "triggers": """
        trigger, triggers, cause, causes, possible cause, possible triggers, potential triggers,
        aggravated by, worse;
        ausloeser, ursache; declencheur, declencheurs; desencadenante, desencadenantes, causa;
        uitlokker, oorzaak, aanleiding
    """,
    "conditions": """
        condition, conditions, diagnosis; diagnose, erkrankung; diagnostic, maladie;
        diagnostico, enfermedad; aandoening
    """,
    "note": """
        note, notes, comment, comments, remark, remarks, description, details, journal, text, memo;
        notiz, notizen, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen;
        commentaire, commentaires, remarque, remarques; nota, notas, comentario, comentarios,
        observaciones; opmerking, opmerkingen, notitie, notities, aantekening
    """,
    "uid": "uid, uuid",
}
SIDE_WORDS: Mapping[str, Side] = {
    **dict.fromkeys(("links", "gauche", "izquierda", "izquierdo"), "left"),
    **dict.fromkeys(("rechts", "droite", "droit", "derecha", "derecho"), "right"),
    **dict.fromkeys(("beide", "beidseits", "les deux", "ambos", "ambas", "bilateraal"), "both"),
}
# The numbers that are proposed for words of intensity; the person is asked to check them.
INTENSITY_WORDS: Mapping[str, int] = {
    **dict.fromkeys(("none", "no", "no pain", "kein", "keine", "aucune", "ninguno", "geen"), 0),
    **dict.fromkeys(("mild", "slight", "light", "leicht", "legere", "leve", "licht"), 3),
    **dict.fromkeys(("moderate", "medium", "mittel", "maessig", "moderee", "moderado", "matig"), 5),
    **dict.fromkeys(("severe", "strong", "intense", "stark", "schwer", "forte", "fuerte"), 8),
    **dict.fromkeys(("severo", "hevig", "erg"), 8),
    **dict.fromkeys(
        (
            "worst",
            "unbearable",
            "very severe",
            "excruciating",
            "unertraeglich",
            "insupportable",
            "extreme",
        ),
        10,
    ),
}
_MORNING, _AFTERNOON, _EVENING, _NIGHT = (
    TIMES_OF_PARTS[part] for part in ("morning", "afternoon", "evening", "night")
)
# The times of day that are proposed for names of them; the person is asked to check them.
DAY_TIMES: Mapping[str, str] = {
    **dict.fromkeys(("am", "morning", "in the morning", "morgen", "morgens", "frueh"), _MORNING),
    **dict.fromkeys(("matin", "manana", "ochtend", "breakfast"), _MORNING),
    **dict.fromkeys(("mid", "midday", "noon", "lunch", "lunchtime", "mittag", "mittags"), "13:00"),
    **dict.fromkeys(("midi", "mediodia", "middag"), "13:00"),
    **dict.fromkeys(("afternoon", "nachmittag", "nachmittags", "apres midi", "tarde"), _AFTERNOON),
    **dict.fromkeys(("pm", "evening", "in the evening", "abend", "abends", "soir"), _EVENING),
    **dict.fromkeys(("avond", "dinner"), _EVENING),
    **dict.fromkeys(("pre", "night", "at night", "bedtime", "before bed", "nacht"), _NIGHT),
    **dict.fromkeys(("nachts", "nuit", "noche"), _NIGHT),
}
_LONGEST = 200
_SPAN = re.compile(r"(?<!\d)(\d{1,3})\s*(?:-|–|to|bis|/)\s*(\d{1,3})(?!\d)")
# A scale within a heading: "0-10", "/10", "out of 10". "Ribs 5-8" is none.
_OF_SPAN = re.compile(
    r"(?<!\d)[01]\s*(?:-|–|to|bis|/)\s*\d{1,3}(?!\d)|(?:/|\bout of)\s*\d{1,3}(?!\d)"
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UMLAUTS = {0xE4: "ae", 0xF6: "oe", 0xFC: "ue", 0xDF: "ss"}
_APART = re.compile(r"[_/]|(?<=[a-z])(?=[A-Z])")


def plain(text: str) -> str:
    """Return headings and words as they are compared: no accents, brackets or punctuation."""
    # No known heading or word is long, and a very long one would take forever to look at.
    german = text[:_LONGEST].casefold().translate(_UMLAUTS)
    bare = "".join(c for c in unicodedata.normalize("NFD", german) if not unicodedata.combining(c))
    return normal(bare)


def field_of(heading: str) -> str | None:
    """Return the field that a column of this heading usually holds; None for none."""
    apart = _APART.sub(" ", heading[:_LONGEST])
    for form in (apart, re.sub(r"[(\[].*?[)\]]", " ", apart), _SPAN.sub(" ", apart)):
        if (found := _FIELDS.get(plain(form))) is not None:
            return found
    return None


def is_recorded(heading: str) -> bool:
    """Return whether a column of this heading says when something was written down."""
    return plain(_APART.sub(" ", heading[:_LONGEST])) in _RECORDED


def is_unit(heading: str) -> bool:
    """Return whether a column of this heading has the units of another one."""
    return plain(_APART.sub(" ", heading[:_LONGEST])) in _UNITS


def is_relief(heading: str, values: Iterable[str]) -> bool:
    """Return whether a column says how much something helped, and not what was done."""
    if plain(heading) not in _RELIEF:
        return False
    return all(plain(value) in _HELPED or value.strip("%/ ").isdigit() for value in values)


def is_length(heading: str) -> bool:
    """Return whether a heading names a length of time, such as that of sleep."""
    return not _LENGTHS.isdisjoint(plain(_APART.sub(" ", heading[:_LONGEST])).split())


def rated_place(heading: str) -> str:
    """Return what a heading says is rated, without its scale: "Knee R pain level (VAS, 0-100)"."""
    text = _BRACKETS.sub(lambda found: "" if _is_of_a_scale(found[1]) else found[0], heading)
    words = _OF_SPAN.sub(" ", text[:_LONGEST]).split()
    while len(words) > 1 and (not (last := plain(words[-1])) or last in _OF_A_SCALE):
        words.pop()
    while len(words) > 1 and (not (first := plain(words[0])) or first in _BEFORE_A_PLACE):
        words.pop(0)
    return " ".join(words).rstrip(" ,:;")


def is_general(place: str) -> bool:
    """Tell whether words say that it hurts, and not where: "Pain", "Pain level"."""
    return set(plain(place).split()) <= _PAIN | _BEFORE_A_PLACE


def _is_of_a_scale(remark: str) -> bool:
    """Tell whether what stands in brackets is about a scale: "0 = none, 10 = worst", "VAS"."""
    words = re.findall(r"[^\W\d_]+", plain(_OF_SPAN.sub(" ", remark)))
    return all(word in _BESIDE_RATING or word in _ABOUT_A_SCALE for word in words)


def speaks_of_pain(heading: str) -> bool:
    """Return whether a heading has a word for pain."""
    words = plain(_APART.sub(" ", heading[:_LONGEST])).split()
    return any(word in _PAIN or word.endswith("ache") for word in words)


def near_field(heading: str) -> str | None:
    """Return the field of a heading that is written a little differently ("Intesity")."""
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

    near = get_close_matches(plain(_APART.sub(" ", heading[:_LONGEST])), _FIELDS, n=1, cutoff=0.84)
    return _FIELDS[near[0]] if near else None


def is_nothing(text: str) -> bool:
    """Return whether a program wrote this for an empty cell, or for a formula without a result."""
    word = text.casefold()
    return (
        word in NOTHING_WORDS
        or word in _SHEET_ERRORS
        or _SHEET_ERROR_NUMBER.fullmatch(word) is not None
    )


def is_of_several_days(text: str) -> bool:
    """Return whether a cell says that its row sums up others: "Mean", "Total days:"."""
    words = plain(text).split()
    return 0 < len(words) <= _MOST_WORDS_OF_A_SUM and words[0] in _SUMS


def is_yes_or_no(values: Iterable[str]) -> bool:
    """Return whether a column says yes or no, and not how much."""
    words = set(map(plain, values))
    return not words.isdisjoint(_YES) and words <= _YES | _NO


def is_beside_rating(word: str) -> bool:
    """Return whether a word may stand beside the number of a rating: "pain", "about", "severe"."""
    return word in _BESIDE_RATING


def span_of(heading: str) -> Scale | None:
    """Return the scale that a heading names, as "Pain (0-100)" does."""
    found = _SPAN.search(heading[:_LONGEST])
    return Scale(int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in re.split("[,;]", text)]


# Headings of when something was written down, which may be long after it was felt.
_RECORDED = frozenset(
    _phrases("created, created at, created on, logged at, recorded at, entry date, timestamp")
)
_UNITS = frozenset(
    _phrases("unit, units, dose unit, unit of dose, einheit, unite, unidad, eenheid")
)
_RELIEF = frozenset(_phrases("relief, pain relief, what helped"))
# How people and programs say whether something helped.
_HELPED = frozenset(
    _phrases("""
    yes, no, y, n, true, false, none, no relief, little, a little, a lot, slight, some, somewhat,
    partial, partly, moderate, good, great, full, complete, total, very good, poor, bad, helped,
    did not help, not helpful, helpful, unsure, unknown, better, worse, same, mild
    """)
)
_OF_A_SCALE = frozenset(
    _phrases("""
    level, score, severity, intensity, rating, strength, scale, vas, nrs, staerke, wert, niveau,
    intensite, nivel, intensidad, cijfer
    """)
)
_BEFORE_A_PLACE = _OF_A_SCALE | {"pain", "of", "in", "the"}
_ABOUT_A_SCALE = frozenset(
    _phrases(
        "numeric, visual, analog, analogue, mm, cm, imaginable, possible, to, the, is, out, of"
    )
)
_PAIN = frozenset(
    _phrases("""
    pain, pains, hurt, hurting, migraine, schmerz, schmerzen, kopfschmerzen, douleur, douleurs,
    dolor, dolores, pijn, hoofdpijn
    """)
)
_BESIDE_RATING = (
    _OF_A_SCALE
    | _PAIN
    | {word for phrase in INTENSITY_WORDS for word in phrase.split()}
    | frozenset(
        _phrases("""
        about, around, approx, approximately, almost, nearly, point, points, pts, nrs, vas;
        ca, circa, etwa, ungefaehr, fast, punkt, punkte; environ, presque; casi, puntos;
        ongeveer, bijna, punten
        """)
    )
)
_YES = frozenset(_phrases("yes, y, true; ja, wahr; oui, vrai; si, verdadero; waar; vero"))
_NO = frozenset(_phrases("no, n, false; nein, falsch; non, faux; falso; nee, onwaar"))
_LENGTHS = frozenset(
    _phrases("""
    sleep, slept, asleep, hours, minutes, duration, length, schlaf, schlafdauer, stunden, dauer,
    sommeil, heures, duree, sueno, horas, duracion, slaap, uren, duur
    """)
)
# How programs write an empty cell.
_MOST_WORDS_OF_A_SUM = 3
# English; German; French; Spanish; Dutch; Italian.
_SUMS = frozenset(
    _phrases(
        """
        total, totals, sum, mean, average, avg, median, min, max, minimum, maximum;
        summe, gesamt, mittelwert, mittel, durchschnitt; somme, moyenne; suma, media, promedio;
        totaal, gemiddelde, gemiddeld; totale, somma
        """
    )
)
NOTHING_WORDS = frozenset(
    _phrases(r"na, n/a, n.a., <na>, nan, nat, null, nil, \n, undefined, k.a., -, --, –, —")
)
# What spreadsheets show where a formula has no result: English; German; French; Spanish; Dutch;
# Italian. LibreOffice also has numbers: "Err:502".
_SHEET_ERRORS = frozenset(
    _phrases("""
    #n/a, #div/0!, #ref!, #value!, #name?, #num!, #null!, #spill!, #calc!, #error!;
    #nv, #n/v, #bezug!, #wert!, #zahl!, #überlauf!, #kalk!;
    #valeur!, #nom?, #nombre!, #nul!;
    #n/d, #¡div/0!, #¡ref!, #¡valor!, #¿nombre?, #¡num!, #¡nulo!;
    #n/b, #deel/0!, #verw!, #waarde!, #naam?, #getal!, #leeg!;
    #rif!, #valore!, #nome?, #nullo!
    """)
)
_SHEET_ERROR_NUMBER = re.compile(r"err:\d{3}")
# Words for no treatment at all, in addition to those that painlog knows everywhere.
UNTREATED_WORDS = frozenset(
    _phrases("""
    no, no medication, no medications, no medicine, no meds, none taken; kein, keine,
    keine medikamente; aucun, aucune; ninguno, ninguna; geen
    """)
)
_FIELDS = {
    plain(heading): field
    for field, headings in reversed(_HEADINGS.items())
    for heading in _phrases(headings)
}
