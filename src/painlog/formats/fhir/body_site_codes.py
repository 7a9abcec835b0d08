"""SNOMED CT codes of the catalogue's regions. Data only.

A row gives a region and its code without a side, and under it the sides that have a code of their
own. Every code was read in a published source that names code and term; docs/fhir-codes.md says
which. Where no code fits a region, the row is its name alone, and the export gives only text.
"""

from collections.abc import Mapping
from typing import NamedTuple

from painlog.model.catalogue import Fields, read_table
from painlog.model.region import Side


class Code(NamedTuple):
    """A SNOMED CT code and its term."""

    code: str
    term: str


class Codes(NamedTuple):
    """The codes of a region: without a side, and with each side that has a code of its own."""

    plain: Code | None
    left: Code | None = None
    right: Code | None = None
    both: Code | None = None


_TABLE = """\
head | 69536005 Head structure
  left: 64237003 Structure of left half of head
  right: 29624005 Structure of right half of head
forehead | 52795006 Forehead structure
temple | 450721000 Structure of temporal region
back of the head
face | 89545001 Face structure
eye | 371398005 Eye region structure
  left: 8966001 Left eye structure
  right: 18944008 Right eye structure
  both: 40638003 Structure of both eyes
nose | 45206002 Nasal structure
ear | 117590005 Ear structure
  left: 89644007 Left ear structure
  right: 25577004 Right ear structure
  both: 34338003 Both ears
jaw | 661005 Jaw region structure
tooth | 38199008 Tooth structure
mouth | 123851003 Mouth region structure
throat
neck | 45048000 Neck structure
top of the shoulder
shoulder | 16982005 Shoulder region structure
  left: 91775009 Structure of left shoulder region
  right: 91774008 Structure of right shoulder region
shoulder blade | 79601000 Bone structure of scapula
collarbone | 51299004 Bone structure of clavicle
armpit | 91470000 Axillary region structure
  left: 20437008 Structure of left axillary region
  right: 19654004 Structure of right axillary region
upper arm | 40983000 Upper arm structure
  left: 368208006 Left upper arm structure
  right: 368209003 Right upper arm structure
elbow | 127949000 Elbow region structure
  left: 368148009 Left elbow region structure
  right: 368149001 Right elbow region structure
forearm | 14975008 Forearm structure
  left: 66480008 Structure of left forearm
  right: 64262003 Structure of right forearm
wrist | 8205005 Wrist region structure
  left: 5951000 Structure of left wrist region
  right: 9736006 Structure of right wrist region
hand | 85562004 Hand structure
  left: 85151006 Structure of left hand
  right: 78791008 Structure of right hand
thumb | 76505004 Thumb structure
  left: 734143007 Structure of left thumb
  right: 734144001 Structure of right thumb
finger | 7569003 Finger structure
whole arm | 53120007 Upper limb structure
  left: 80768000 Structure of left upper limb
  right: 6921000 Structure of right upper limb
chest | 51185008 Thoracic structure
  left: 40768004 Left thorax structure
  right: 51872008 Right thorax structure
breast | 76752008 Breast structure
  left: 80248007 Left breast structure
  right: 73056007 Right breast structure
  both: 63762007 Both breasts
ribs | 113197003 Bone structure of rib
breastbone | 56873002 Bone structure of sternum
upper abdomen | 80581009 Upper abdomen structure
  left: 86367003 Structure of left upper quadrant of abdomen
  right: 50519007 Structure of right upper quadrant of abdomen
abdomen | 818983003 Abdomen
lower abdomen | 27033000 Lower abdomen structure
  left: 68505006 Structure of left lower quadrant of abdomen
  right: 48544008 Structure of right lower quadrant of abdomen
flank | 58602004 Flank structure
whole body | 38266002 Entire body as a whole
upper back | 3865001 Structure of interscapular region of back
middle back
lower back | 37822005 Lower back structure
  left: 1017210004 Structure of left lumbar region of back
  right: 1017211000 Structure of right lumbar region of back
tailbone | 64688005 Bone structure of coccyx
sacroiliac joint | 39723000 Sacroiliac joint structure
pelvis | 816092008 Pelvis
groin | 26893007 Inguinal region structure
  left: 85119005 Left inguinal region structure
  right: 37117007 Right inguinal region structure
genitals
anus | 53505006 Anal structure
hip | 29836001 Hip region structure
  left: 287679003 Left hip region structure
  right: 287579007 Right hip region structure
buttock | 46862004 Buttock structure
  left: 723979003 Structure of left buttock
  right: 723980000 Structure of right buttock
thigh | 68367000 Thigh structure
  left: 61396006 Structure of left thigh
  right: 11207009 Structure of right thigh
hamstring
knee | 72696002 Knee region structure
  left: 82169009 Structure of left knee region
  right: 6757004 Structure of right knee region
  both: 36701003 Both knees
back of the knee | 32361000 Popliteal fossa structure
lower leg | 30021000 Lower leg structure
  left: 48979004 Structure of left lower leg
  right: 32696007 Structure of right lower leg
shin | 78234002 Shin structure
calf | 53840002 Structure of calf of leg
  left: 722115008 Structure of calf of left lower leg
  right: 722116009 Structure of calf of right lower leg
whole leg | 61685007 Lower limb structure
  left: 32153003 Structure of left lower limb
  right: 62175007 Structure of right lower limb
ankle | 344001 Ankle region structure
  left: 51636004 Structure of left ankle
  right: 6685009 Structure of right ankle
  both: 69948000 Both ankles
achilles tendon | 61352006 Structure of achilles tendon
heel | 76853006 Heel structure
  left: 723606006 Structure of left heel
  right: 723607002 Structure of right heel
sole
ball of the foot
top of the foot | 2402003 Structure of dorsum of foot
big toe | 78883009 Great toe structure
  left: 723724004 Structure of left great toe
  right: 723730004 Structure of right great toe
toe | 29707007 Toe structure
foot | 56459004 Foot structure
  left: 22335008 Structure of left foot
  right: 7769000 Structure of right foot
"""


def _codes(plain: str, fields: Fields) -> Codes:
    sides = {side: Code(*text.split(" ", 1)) for side, (text,) in fields.items()}
    return Codes(Code(*plain.split(" ", 1)) if plain else None, **sides)


BODY_SITE_CODES: Mapping[str, Codes] = {
    region: _codes("".join(plain), fields) for (region, *plain), fields in read_table(_TABLE)
}

# http://hl7.org/fhir/ValueSet/bodystructure-relative-location, R4.
SIDE_CODES: Mapping[Side, Code] = {
    "left": Code("419161000", "Unilateral left"),
    "right": Code("419465000", "Unilateral right"),
    "both": Code("51440002", "Bilateral"),
}
