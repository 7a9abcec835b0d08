"""SNOMED CT codes of the catalogue's regions. Data only.

Every code was read in a published source that names code and term; docs/fhir-codes.md says which.
A region that is not here has none that fits, and is written as text alone.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Code(NamedTuple):
    """A SNOMED CT code and its term."""

    code: str
    term: str


class Codes(NamedTuple):
    """The codes of a region: without a side, and with each side that has a code of its own."""

    plain: Code
    left: Code | None = None
    right: Code | None = None
    both: Code | None = None


def _sided(plain: Code, left: Code, right: Code, both: Code | None = None) -> Codes:
    return Codes(plain, left, right, both)


_HEAD: Mapping[str, Codes] = {
    "head": _sided(
        Code("69536005", "Head structure"),
        Code("64237003", "Structure of left half of head"),
        Code("29624005", "Structure of right half of head"),
    ),
    "forehead": Codes(Code("52795006", "Forehead structure")),
    "temple": Codes(Code("450721000", "Structure of temporal region")),
    "face": Codes(Code("89545001", "Face structure")),
    "eye": _sided(
        Code("371398005", "Eye region structure"),
        Code("8966001", "Left eye structure"),
        Code("18944008", "Right eye structure"),
        Code("40638003", "Structure of both eyes"),
    ),
    "nose": Codes(Code("45206002", "Nasal structure")),
    "ear": _sided(
        Code("117590005", "Ear structure"),
        Code("89644007", "Left ear structure"),
        Code("25577004", "Right ear structure"),
        Code("34338003", "Both ears"),
    ),
    "jaw": Codes(Code("661005", "Jaw region structure")),
    "tooth": Codes(Code("38199008", "Tooth structure")),
    "mouth": Codes(Code("123851003", "Mouth region structure")),
}

_NECK_AND_ARM: Mapping[str, Codes] = {
    "neck": Codes(Code("45048000", "Neck structure")),
    "shoulder": _sided(
        Code("16982005", "Shoulder region structure"),
        Code("91775009", "Structure of left shoulder region"),
        Code("91774008", "Structure of right shoulder region"),
    ),
    "shoulder blade": Codes(Code("79601000", "Bone structure of scapula")),
    "collarbone": Codes(Code("51299004", "Bone structure of clavicle")),
    "armpit": _sided(
        Code("91470000", "Axillary region structure"),
        Code("20437008", "Structure of left axillary region"),
        Code("19654004", "Structure of right axillary region"),
    ),
    "upper arm": _sided(
        Code("40983000", "Upper arm structure"),
        Code("368208006", "Left upper arm structure"),
        Code("368209003", "Right upper arm structure"),
    ),
    "elbow": _sided(
        Code("127949000", "Elbow region structure"),
        Code("368148009", "Left elbow region structure"),
        Code("368149001", "Right elbow region structure"),
    ),
    "forearm": _sided(
        Code("14975008", "Forearm structure"),
        Code("66480008", "Structure of left forearm"),
        Code("64262003", "Structure of right forearm"),
    ),
    "wrist": _sided(
        Code("8205005", "Wrist region structure"),
        Code("5951000", "Structure of left wrist region"),
        Code("9736006", "Structure of right wrist region"),
    ),
    "hand": _sided(
        Code("85562004", "Hand structure"),
        Code("85151006", "Structure of left hand"),
        Code("78791008", "Structure of right hand"),
    ),
    "thumb": _sided(
        Code("76505004", "Thumb structure"),
        Code("734143007", "Structure of left thumb"),
        Code("734144001", "Structure of right thumb"),
    ),
    "finger": Codes(Code("7569003", "Finger structure")),
    "whole arm": _sided(
        Code("53120007", "Upper limb structure"),
        Code("80768000", "Structure of left upper limb"),
        Code("6921000", "Structure of right upper limb"),
    ),
}

_TRUNK: Mapping[str, Codes] = {
    "chest": _sided(
        Code("51185008", "Thoracic structure"),
        Code("40768004", "Left thorax structure"),
        Code("51872008", "Right thorax structure"),
    ),
    "breast": _sided(
        Code("76752008", "Breast structure"),
        Code("80248007", "Left breast structure"),
        Code("73056007", "Right breast structure"),
        Code("63762007", "Both breasts"),
    ),
    "ribs": Codes(Code("113197003", "Bone structure of rib")),
    "breastbone": Codes(Code("56873002", "Bone structure of sternum")),
    "upper abdomen": _sided(
        Code("80581009", "Upper abdomen structure"),
        Code("86367003", "Structure of left upper quadrant of abdomen"),
        Code("50519007", "Structure of right upper quadrant of abdomen"),
    ),
    "abdomen": Codes(Code("818983003", "Abdomen")),
    "lower abdomen": _sided(
        Code("27033000", "Lower abdomen structure"),
        Code("68505006", "Structure of left lower quadrant of abdomen"),
        Code("48544008", "Structure of right lower quadrant of abdomen"),
    ),
    "flank": Codes(Code("58602004", "Flank structure")),
    "whole body": Codes(Code("38266002", "Entire body as a whole")),
    "upper back": Codes(Code("3865001", "Structure of interscapular region of back")),
    "lower back": _sided(
        Code("37822005", "Lower back structure"),
        Code("1017210004", "Structure of left lumbar region of back"),
        Code("1017211000", "Structure of right lumbar region of back"),
    ),
    "tailbone": Codes(Code("64688005", "Bone structure of coccyx")),
    "sacroiliac joint": Codes(Code("39723000", "Sacroiliac joint structure")),
    "pelvis": Codes(Code("816092008", "Pelvis")),
    "groin": _sided(
        Code("26893007", "Inguinal region structure"),
        Code("85119005", "Left inguinal region structure"),
        Code("37117007", "Right inguinal region structure"),
    ),
    "anus": Codes(Code("53505006", "Anal structure")),
}

_LEG: Mapping[str, Codes] = {
    "hip": _sided(
        Code("29836001", "Hip region structure"),
        Code("287679003", "Left hip region structure"),
        Code("287579007", "Right hip region structure"),
    ),
    "buttock": _sided(
        Code("46862004", "Buttock structure"),
        Code("723979003", "Structure of left buttock"),
        Code("723980000", "Structure of right buttock"),
    ),
    "thigh": _sided(
        Code("68367000", "Thigh structure"),
        Code("61396006", "Structure of left thigh"),
        Code("11207009", "Structure of right thigh"),
    ),
    "knee": _sided(
        Code("72696002", "Knee region structure"),
        Code("82169009", "Structure of left knee region"),
        Code("6757004", "Structure of right knee region"),
        Code("36701003", "Both knees"),
    ),
    "back of the knee": Codes(Code("32361000", "Popliteal fossa structure")),
    "lower leg": _sided(
        Code("30021000", "Lower leg structure"),
        Code("48979004", "Structure of left lower leg"),
        Code("32696007", "Structure of right lower leg"),
    ),
    "shin": Codes(Code("78234002", "Shin structure")),
    "calf": _sided(
        Code("53840002", "Structure of calf of leg"),
        Code("722115008", "Structure of calf of left lower leg"),
        Code("722116009", "Structure of calf of right lower leg"),
    ),
    "whole leg": _sided(
        Code("61685007", "Lower limb structure"),
        Code("32153003", "Structure of left lower limb"),
        Code("62175007", "Structure of right lower limb"),
    ),
    "ankle": _sided(
        Code("344001", "Ankle region structure"),
        Code("51636004", "Structure of left ankle"),
        Code("6685009", "Structure of right ankle"),
        Code("69948000", "Both ankles"),
    ),
    "achilles tendon": Codes(Code("61352006", "Structure of achilles tendon")),
    "heel": _sided(
        Code("76853006", "Heel structure"),
        Code("723606006", "Structure of left heel"),
        Code("723607002", "Structure of right heel"),
    ),
    "top of the foot": Codes(Code("2402003", "Structure of dorsum of foot")),
    "big toe": _sided(
        Code("78883009", "Great toe structure"),
        Code("723724004", "Structure of left great toe"),
        Code("723730004", "Structure of right great toe"),
    ),
    "toe": Codes(Code("29707007", "Toe structure")),
    "foot": _sided(
        Code("56459004", "Foot structure"),
        Code("22335008", "Structure of left foot"),
        Code("7769000", "Structure of right foot"),
    ),
}

BODY_SITE_CODES: Mapping[str, Codes] = {**_HEAD, **_NECK_AND_ARM, **_TRUNK, **_LEG}

# http://hl7.org/fhir/ValueSet/bodystructure-relative-location, R4.
SIDE_CODES: Mapping[str, Code] = {
    "left": Code("419161000", "Unilateral left"),
    "right": Code("419465000", "Unilateral right"),
    "both": Code("51440002", "Bilateral"),
}
