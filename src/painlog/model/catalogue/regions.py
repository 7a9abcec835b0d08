"""The regions that painlog knows, head to toe.

A row gives the name, the sides ("paired", "optional" or "none"; see `Region`), the area and where
the region is. "also" lists its synonyms, and "near" the regions that it is mistaken for; each of
those names it in turn. "back" alone is no synonym, because it could mean three of them. The
organs of the pelvis are those that the NCI Dictionary of Cancer Terms names there; the tip of the
shoulder is where it ends and the arm begins (NHS, Symptoms of ectopic pregnancy).
CONTRIBUTING.md says what else a new region needs.
"""

from functools import cache
from typing import TYPE_CHECKING, cast

from painlog.model.catalogue import names_in, read_table
from painlog.model.region import Region, Regions

if TYPE_CHECKING:
    from painlog.model.region import Sides

TABLE = """\
head | optional | head | the head as a whole, or a part of it not listed here
  also: headache, head ache, migraine, tension headache, cluster headache, scalp, skull, top of the
    head, crown of the head, whole head, entire head, all over the head
  near: forehead, temple, back of the head
forehead | optional | head | the front of the head, from the brows to the hairline
  also: brow, eyebrow, front of the head
  near: head, temple, nose
temple | paired | head | the flat place between the eye and the top of the ear
  near: head, forehead, jaw
back of the head | optional | head | the back of the skull, down to where the neck begins
  also: occiput, occipital, base of the skull
  near: head, neck
face | optional | head | the face below the forehead, where no closer place fits
  also: facial, cheek, cheekbone, chin
  near: nose, jaw
eye | paired | head | the eye, its lids and its socket
  also: eyeball, eyelid, eye socket, behind the eye, behind eye, around the eye
nose | optional | head | the nose and the sinuses beside and above it
  also: nasal, sinus, sinuses, paranasal sinus
  near: forehead, face
ear | paired | head | the ear, outside and inside
  also: earache, ear ache, inner ear, earlobe
  near: jaw
jaw | paired | head | the lower jaw and its joint in front of the ear
  also: jawbone, tmj, tmd, jaw joint, temporomandibular joint
  near: temple, face, ear, tooth
tooth | optional | head | a tooth or the gum around it
  also: teeth, toothache, tooth ache, molar, wisdom tooth, wisdom teeth, gum
  near: jaw, mouth
mouth | optional | head | the lips, the tongue and the inside of the mouth
  also: tongue, lip, palate, roof of the mouth
  near: tooth, throat
throat | optional | head | the front of the neck and the inside of the throat
  also: sore throat, tonsil, larynx, adam's apple
  near: mouth, neck
neck | optional | neck and shoulder | the back and sides of the neck, from the skull to the
    shoulders
  also: nape, nape of the neck, back of the neck, side of the neck, cervical spine, stiff neck,
    whiplash
  near: back of the head, throat, top of the shoulder, upper back
top of the shoulder | paired | neck and shoulder | the muscle from the side of the neck to the tip
    of the shoulder
  also: trap, trapezius, upper trap, upper trapezius
  near: neck, shoulder, shoulder blade
shoulder | paired | neck and shoulder | the shoulder joint and the rounded muscle over it
  also: shoulder joint, rotator cuff, frozen shoulder, deltoid, shoulder tip, tip of the shoulder
  near: top of the shoulder, shoulder blade, collarbone, armpit, upper arm
shoulder blade | paired | neck and shoulder | the flat bone behind the shoulder and the muscles on
    it
  also: shoulderblade, scapula
  near: top of the shoulder, shoulder, upper back
collarbone | paired | neck and shoulder | the bone from the top of the breastbone to the shoulder
  also: collar bone, clavicle
  near: shoulder, breastbone
armpit | paired | neck and shoulder | the hollow under the shoulder
  also: arm pit, underarm, axilla
  near: shoulder
upper arm | paired | arm and hand | the arm from the shoulder to the elbow
  also: bicep, biceps, tricep, triceps, humerus
  near: shoulder, elbow, whole arm
elbow | paired | arm and hand | the elbow joint, its point and its inner and outer bumps
  also: elbow joint, tennis elbow, golfers elbow, golfer's elbow, funny bone
  near: upper arm, forearm
forearm | paired | arm and hand | the arm from the elbow to the wrist
  also: fore arm, lower arm
  near: elbow, wrist, whole arm
wrist | paired | arm and hand | the joint between the forearm and the hand
  also: wrist joint, carpal, carpal tunnel
  near: forearm, hand, thumb
hand | paired | arm and hand | the palm and the back of the hand, without the fingers
  also: palm, palm of the hand, back of the hand
  near: wrist, thumb, finger
thumb | paired | arm and hand | the thumb and the joint at its base
  also: thumb joint, base of the thumb
  near: wrist, hand, finger
finger | paired | arm and hand | one or more fingers and their joints, without the thumb
  also: index finger, forefinger, middle finger, ring finger, little finger, pinky, pinkie,
    fingertip, fingernail, knuckle
  near: hand, thumb
whole arm | paired | arm and hand | the arm from the shoulder to the hand, or pain that runs down it
  also: arm, entire arm, upper limb, down the arm
  near: upper arm, forearm
chest | optional | chest and belly | the front of the body between the neck and the belly
  also: thorax, pectoral, pec, chest wall, lung, heart
  near: breast, ribs, breastbone
breast | paired | chest and belly | the breast and the nipple
  also: nipple
  near: chest
ribs | paired | chest and belly | the ribs at the side, the front or the back, and between them
  also: rib, rib cage, ribcage, intercostal
  near: chest, middle back, flank
breastbone | none | chest and belly | the flat bone down the middle of the chest
  also: breast bone, sternum, middle of the chest
  near: chest, collarbone, upper abdomen
upper abdomen | optional | chest and belly | the belly above the navel, below the ribs
  also: upper belly, upper tummy, upper stomach, pit of the stomach, epigastric, solar plexus,
    liver, gallbladder, gall bladder, pancreas
  near: breastbone, abdomen
abdomen | optional | chest and belly | the belly as a whole, or around the navel
  also: abdominal, belly, bellyache, belly ache, tummy, tummy ache, stomach, stomach ache,
    stomachache, gut, bowel, intestine, navel, belly button
  near: upper abdomen, lower abdomen, flank
lower abdomen | optional | chest and belly | the belly below the navel
  also: lower belly, lower tummy, lower stomach, period pain, period cramp, menstrual pain,
    menstrual cramp, appendix
  near: abdomen, pelvis, groin
flank | paired | chest and belly | the side of the body between the lowest rib and the hip
  also: loin, kidney
  near: ribs, abdomen, lower back
whole body | none | chest and belly | all over, in no one place
  also: all over, all over the body, everywhere, body, full body, entire body, widespread,
    generalised, generalized
upper back | optional | back | the back below the neck, between the shoulder blades
  also: upper back pain, thoracic, thoracic spine, between the shoulder blades,
    between shoulder blades, rhomboid
  near: neck, shoulder blade, middle back
middle back | optional | back | the back from the tips of the shoulder blades to the waist
  also: mid back, midback, middle back pain, mid back pain, middle of the back
  near: upper back, ribs, lower back
lower back | optional | back | the back from the waist to the top of the buttocks
  also: low back, lowback, lowerback, lower back pain, low back pain, small of the back, lumbar,
    lumbar spine, lumbago
  near: middle back, flank, sacroiliac joint, tailbone, buttock
tailbone | none | back | the lowest tip of the spine, between the buttocks
  also: tail bone, coccyx
  near: lower back, sacroiliac joint, anus
sacroiliac joint | paired | hip and pelvis | the joint low in the back beside the dimple, where
    spine and pelvis meet
  also: sacroiliac, sacro iliac, si joint, sij, sacrum
  near: lower back, tailbone, buttock
pelvis | optional | hip and pelvis | the pubic bone, the pelvic floor and deep inside the pelvis
  also: pelvic, pelvic floor, pubic, pubic bone, pubis, perineum, bladder, womb, uterus, ovary,
    ovaries, cervix, prostate
  near: lower abdomen, groin, genitals
groin | paired | hip and pelvis | the crease where the belly meets the inside of the thigh
  also: inguinal, adductor, crease of the hip
  near: lower abdomen, pelvis, genitals, hip, thigh
genitals | optional | hip and pelvis | the outer and inner sexual organs
  also: genital, genitalia, private parts, penis, testicle, balls, scrotum, vulva,
    vagina
  near: pelvis, groin, anus
anus | none | hip and pelvis | the anus and the rectum just inside it
  also: anal, rectum, rectal, haemorrhoid, hemorrhoid
  near: tailbone, genitals
hip | paired | hip and pelvis | the hip joint and the outer side of the hip
  also: hip joint, hip bone, outer hip
  near: groin, buttock, thigh
buttock | paired | hip and pelvis | the muscles one sits on, behind the hip
  also: bum, butt, bottom, backside, glute, gluteal, gluteus, piriformis, sit bone, sitting bone
  near: lower back, sacroiliac joint, hip, hamstring
thigh | paired | leg | the front and the sides of the leg between hip and knee
  also: upper leg, front of the thigh, inner thigh, outer thigh, quad, quadriceps
  near: groin, hip, hamstring, knee, whole leg
hamstring | paired | leg | the muscles at the back of the thigh
  also: back of the thigh, rear thigh
  near: buttock, thigh, back of the knee
knee | paired | leg | the knee joint and the kneecap
  also: knee joint, kneecap, knee cap, patella, meniscus, runner's knee, runners knee
  near: thigh, back of the knee, shin
back of the knee | paired | leg | the hollow behind the knee
  also: behind the knee, hollow of the knee, popliteal
  near: hamstring, knee, calf
lower leg | paired | leg | the leg from the knee to the ankle, all round
  also: shank
  near: shin, calf, whole leg
shin | paired | leg | the front of the lower leg
  also: shinbone, shin bone, shin splint, tibia
  near: knee, lower leg
calf | paired | leg | the muscle at the back of the lower leg
  also: calves, calf muscle, gastrocnemius, soleus
  near: back of the knee, lower leg, achilles tendon
whole leg | paired | leg | the leg from the buttock to the foot, or pain that runs down it. Sciatica
    is noted here; pain that goes with it in the back is noted as lower back
  also: leg, entire leg, lower limb, down the leg, sciatica, sciatic, sciatic nerve
  near: thigh, lower leg
ankle | paired | foot | the joint between the lower leg and the foot, and its two bumps
  also: ankle joint, ankle bone, anklebone
  near: achilles tendon, heel, top of the foot
achilles tendon | paired | foot | the cord behind the ankle, from the calf down to the heel bone
  also: achilles, achilles tendonitis, achilles tendinitis, heel cord
  near: calf, ankle, heel
heel | paired | foot | the underside and back of the heel bone
  also: heel bone, heel pad, heel spur, calcaneus, plantar, plantar heel, plantar fascia, plantar
    fasciitis
  near: ankle, achilles tendon, sole
sole | paired | foot | the underside of the foot between the heel and the ball, with the arch
  also: sole of the foot, bottom of the foot, underside of the foot, arch, arch of the foot, foot
    arch
  near: heel, ball of the foot, foot
ball of the foot | paired | foot | the padded underside of the foot just behind the toes
  also: ball of foot, forefoot, fore foot, metatarsal, metatarsalgia
  near: sole, big toe, toe
top of the foot | paired | foot | the upper side of the foot, from the ankle to the toes
  also: top of foot, instep
  near: ankle, foot
big toe | paired | foot | the big toe and the joint at its base
  also: great toe, hallux, big toe joint, bunion
  near: ball of the foot, toe
toe | paired | foot | one or more of the smaller toes
  also: little toe, small toe, second toe, third toe, fourth toe, toenail
  near: ball of the foot, big toe
foot | paired | foot | the foot as a whole, where no closer place fits
  also: feet, whole foot, entire foot
  near: sole, top of the foot
"""

REGIONS: tuple[Region, ...] = tuple(
    Region(name, cast("Sides", sides), area, names_in(more, "also"), where, names_in(more, "near"))
    for (name, sides, area, where), more in read_table(TABLE)
)


@cache
def known_regions() -> Regions:
    """Return the regions of the catalogue, to be found by what people write."""
    return Regions(REGIONS)
