"""The warning signs as a table of text: what is asked, what to do after a yes, and its sources.

A row gives the code, the urgency and the sign as a fragment. "ask" is the question and "such" what
a yes may look like; "kinds" is what public guidance is looking for with it. "do" is what to do, in
order, where a word with @ stands for a text in `actions`; "from" are pages in `pages`. The words
are painlog's own, as plain as those of the pages.
"""

TABLE = """\
infection | emergency | an infection with being very unwell
  ask: Very unwell with a fever or an infection?
  such: confused or slurred speech; shaking hard, or very cold; skin pale, blue, grey or blotchy;
    no pee all day; a rash that does not fade when pressed; a child floppy, hard to wake or
    breathing fast
  kinds: sepsis; meningitis; a child under 12 who is seriously ill
  do: @ambulance
  do: Ask: could it be sepsis?
  from: sepsis; sepsis-trust; child
airway | emergency | trouble breathing, or a swelling of throat, mouth or face
  ask: Hard to breathe, or a swelling in the throat, mouth or face?
  such: gasping, wheezing or no breath for words; throat tight or hard to swallow; lips or tongue
    swollen, blue or grey; faint with an itchy rash
  kinds: anaphylaxis; a closing airway; severe breathlessness
  do: @anaphylaxis
  from: anaphylaxis; anaphylaxis-hse; breath
self-harm | emergency | thoughts of ending one’s life, self-harm, or too much medicine
  ask: Thoughts of ending your life or hurting yourself, or too much medicine taken?
  such: a wish to be dead; a plan; tablets taken on purpose; more than the packet allows, also by
    mistake
  kinds: suicidal thoughts; self-harm; overdose of medicines
  do: @thoughts
  do: @overdose
  from: thoughts; poisoning; poisoning-wales; poisoning-harm
injury | emergency | a serious injury
  ask: Did it begin with a bad fall, crash or blow?
  such: a blow to the head; a limb that takes no weight, is bent or out of place, or snapped;
    bleeding that does not stop
  kinds: head injury; broken bone; dislocation; an injured spine
  do: @department
  do: After a blow to the head call {emergency} if you are drowsy or confused, are being sick or had
    a fit. Say so if you take a blood thinner.
  from: head-injury; head-injury-thinners; broken; back
cancer | urgent | signs that a doctor should check for cancer
  ask: Losing weight without trying, a new lump, bleeding without a cause, or cancer before?
  such: blood in pee or poo, or coughed up; sweats at night; bloated most days, a cough, a sore in
    the mouth or an unexplained pain for three weeks or more
  kinds: cancer, in the back and elsewhere
  do: Ask for a doctor’s appointment this week and name the sign. With back pain and cancer before,
    today or tomorrow.
  from: cancer; cancer-weeks; back
head-sudden | emergency | a sudden and extremely painful headache, the worst ever
  ask: A sudden headache, the worst ever?
  such: at its worst within seconds; as if hit from behind
  kinds: sudden severe headache
  do: @ambulance
  from: headaches
stroke | emergency | weakness on one side, a drooping face, or trouble speaking
  ask: Weak or numb on one side, face drooping, or trouble speaking?
  such: an arm or leg that does not obey; words slurred, wrong or missing; new confusion or lost
    memory; even if it has passed
  kinds: stroke
  do: @ambulance
  do: Do so even if it is over.
  from: stroke; headaches
head-fever | emergency | a stiff neck, a headache or light that hurts, with a high temperature
  ask: Headache or stiff neck with a high temperature?
  such: chin does not reach the chest; light hurts; a rash; very sleepy
  kinds: meningitis
  do: @ambulance
  from: headaches; child; meningitis
seizure | emergency | a fit, or passing out
  ask: A fit (seizure), or did you pass out?
  such: the first one ever; over 5 minutes; one after the other; hurt or short of breath after it
  kinds: seizure
  do: @ambulance
  do: It is no emergency if it was a fit as you usually have, it is over, and you are not pregnant.
  from: seizure; unconscious; pre-eclampsia
carbon-monoxide | emergency | a pain that is better outdoors, or that others at home have too
  ask: Better outdoors, or do others at home have it too?
  such: dizzy, sick, weak or confused; a boiler, heater, stove, fire or generator running; an alarm
  kinds: carbon monoxide poisoning
  do: Go outside now, leave the doors open, and stay out. Turn off what burns if that is quick.
  do: Call {emergency} if someone is confused, breathless or has passed out. Otherwise get medical
    advice at once: {advice}.
  from: carbon-monoxide; carbon-monoxide-home
arteritis | urgent | jaw pain when eating, a sore scalp or temple
  ask: Jaw pain when you eat, or a sore scalp or temple?
  such: a new headache at the side of the head; blurred or double sight; mostly over 50
  kinds: giant cell (temporal) arteritis
  do: See a doctor today: it can cost the sight. If sight is worse or gone, go to an emergency
    department now.
  from: arteritis; arteritis-wales; headaches
sight | emergency | sight that is suddenly lost or worse
  ask: Sight suddenly lost, dim or double?
  such: in one eye or both; a curtain or shadow; new flashes or black specks
  kinds: lost sight
  do: @department
  do: If it is both eyes, call {emergency}: it may be a stroke.
  from: eye; eye-durham
red-eye | emergency | a red and very painful eye
  ask: An eye that is red and very painful?
  such: light hurts; sight is worse; sick or a bad headache; with a contact lens; after an
    operation, an injury or a splash
  kinds: acute red eye
  do: @department
  do: After a splash rinse it first, with plenty of water.
  from: eye; red-eye
pre-eclampsia | emergency | signs of high blood pressure in pregnancy
  ask: Pregnant, or a baby born in the last six weeks, and one of these?
  such: a bad headache; flashing lights or blurred sight; pain just below the ribs; face, hands or
    feet suddenly swollen; being sick
  kinds: pre-eclampsia
  do: @maternity
  from: pre-eclampsia; pre-eclampsia-hse
heart | emergency | pain that may come from the heart
  ask: Tight, heavy or squeezing, or with sweating, sickness or breathlessness?
  such: in the chest, jaw, neck, arm, shoulder, back or upper belly; spreading; like indigestion;
    for more than a few minutes
  kinds: heart attack, also outside the chest
  do: @ambulance
  from: heart; chest
lung-clot | emergency | a sharp pain on breathing in, or sudden breathlessness
  ask: Sharp pain when you breathe in, or suddenly short of breath?
  such: coughing up blood; faint or dizzy; one leg or arm swollen
  kinds: clot in the lung
  do: Call {emergency} now if it is severe, or you faint or cough up blood. Otherwise see a doctor
    today.
  from: lung-clot; clot-glos
aneurysm | emergency | a sudden severe pain in chest, back or belly that tears or makes you faint
  ask: A sudden, severe pain in chest, back or belly that tears, or makes you faint?
  such: ripping, or between the shoulders; sweaty, pale or clammy; heart racing; a beat that you
    feel in the belly; passing out
  kinds: torn aorta; burst aneurysm
  do: @ambulance
  from: aorta; aneurysm
belly | emergency | a severe belly pain, or a belly that is hard or too sore to touch
  ask: Severe belly pain that came suddenly, spreads or soon gets worse?
  such: belly hard or too sore to touch; worse on walking or coughing; through to the back; fever
  kinds: rigid belly; appendicitis
  do: @department
  from: belly; belly-uclh; belly-nlm; appendix
bleeding | emergency | blood in vomit or poo, or black poo
  ask: Blood in vomit or poo, or poo as black as tar?
  such: vomit like coffee grounds; faint with it
  kinds: bleeding in the gut
  do: @department
  from: belly; belly-uclh
blocked | emergency | unable to pee, or to pass poo and wind
  ask: Unable to pee, or no poo and no wind?
  such: for a day; belly blown up; being sick again and again
  kinds: blocked bowel; a bladder that does not empty
  do: @department
  from: belly; belly-wa
hernia | emergency | a lump in groin or belly that is hard, sore or does not go back
  ask: A lump in groin or belly that is hard, sore or does not go back?
  such: sudden severe pain in it; being sick; no poo or wind
  kinds: strangulated hernia
  do: @department
  from: hernia
testicle | emergency | sudden or severe pain in a testicle
  ask: Sudden or severe pain in a testicle?
  such: swollen or red; sick with it; woken by it; the pain may be in the belly
  kinds: testicular torsion
  do: @department
  do: Do not wait: it must be treated within hours.
  from: testicle; testicle-urology
priapism | emergency | an erection that does not go down
  ask: An erection that does not go down?
  such: for hours; painful; with sickle cell disease
  kinds: priapism
  do: @department
  do: It is most urgent after four hours.
  from: priapism
kidney | urgent | fever or shivering with pain in the side or back
  ask: Fever or shivering, with pain in the side or back?
  such: burning when you pee; blood in pee; being sick
  kinds: kidney infection
  do: See a doctor today, or call {advice}.
  do: Call {emergency} if you are confused, drowsy or can hardly speak.
  from: kidney
pregnancy | emergency | pain or bleeding in pregnancy
  ask: Pregnant, or maybe so, with pain or bleeding?
  such: a missed period; pain low on one side or in the tip of the shoulder; faint or very pale;
    later on: waters gone, or the baby moving less
  kinds: ectopic pregnancy; bleeding in pregnancy
  do: Call {emergency} now if the pain is sharp and sudden, you are faint or you bleed heavily.
  do: Otherwise call your maternity unit, midwife or doctor now.
  from: ectopic; pregnancy; pregnancy-liverpool; pregnancy-nmh
cauda | emergency | numbness between the legs, or trouble with pee or poo
  ask: Numb between the legs or around the bottom, or trouble with pee or poo?
  such: cannot start to pee or feel it; wet or soiled without noticing; sex feels different
  kinds: squeezed nerves of the lower back (cauda equina)
  do: @department
  from: back
both-legs | emergency | pain, tingling, weakness or numbness in both legs
  ask: Weak, numb or tingling in both legs?
  such: legs that give way; pain down both
  kinds: a squeezed spinal cord or its nerves
  do: @department
  from: back
spine | urgent | back or neck pain with fever, or that no rest or night eases
  ask: Fever with it, or no ease from rest, or worse at night?
  such: worse on coughing, sneezing or pooing; at the top of the back; a lump or a change of shape
  kinds: infection, fracture or cancer of the spine
  do: @doctor
  from: back
foot-drop | urgent | a foot that drags or does not lift
  ask: A foot that drags or does not lift?
  such: toes that catch on the floor; new weakness of a leg
  kinds: foot drop
  do: @doctor
  do: If it is in both legs, or you are numb between them, go to an emergency department now.
  from: foot-drop; back
clot | urgent | one leg or arm swollen, warm and sore
  ask: One calf, thigh or arm swollen, warm or throbbing?
  such: red or darker skin; hard, sore veins; worse on walking; after an operation or days in bed
  kinds: clot in calf, thigh or arm
  do: See a doctor today, or call {advice}.
  do: Call {emergency} if you are breathless or your chest hurts.
  from: clot; clot-nhs
limb | emergency | a limb that is cold and pale or blue
  ask: An arm or leg suddenly cold, pale or blue?
  such: numb; cannot be moved; pain that does not stop at rest
  kinds: a limb without blood
  do: @ambulance
  from: limb; arteries
compartment | emergency | pain far worse than the injury, in a tight or swollen muscle
  ask: Pain far worse than the knock, in a tight or swollen muscle?
  such: worse when you move it; numb or pins and needles; a cast or bandage too tight
  kinds: compartment syndrome
  do: @ambulance
  from: compartment
joint | urgent | one joint that is hot, swollen and very painful
  ask: One joint hot, swollen and very painful, within days?
  such: fever or shivering; hardly moves; an artificial joint; a child that limps or does not stand
  kinds: infected joint
  do: See a doctor today, a child at once; or call {advice}.
  from: joint; joint-child
skin | emergency | redness that spreads, or pain much worse than the wound looks
  ask: Redness that spreads, or pain much worse than the wound looks?
  such: hot and swollen; fever; blisters; black, purple or grey patches; on brown or black skin
    redness is harder to see
  kinds: spreading infection of the skin (cellulitis, necrotising fasciitis)
  do: Go to an emergency department now if it spreads fast, has dark patches or blisters, or you
    have a fever or are confused. Otherwise see a doctor today.
  from: skin; fasciitis
diabetic-foot | urgent | diabetes, and a foot with a sore, heat, swelling or a new colour
  ask: Diabetes, and a foot with a sore, heat, swelling or a new colour?
  such: broken skin; redness that spreads; a new smell or wetness; unwell or sugar high
  kinds: diabetic foot
  do: Keep your weight off it, and call your foot team or doctor now; else {advice}.
  from: diabetic-foot
"""

# For everybody, in this order, and then by where it hurts.
FOR_EVERYBODY = "infection airway self-harm injury cancer"
_HEAD = "head-sudden stroke head-fever sight seizure arteritis pre-eclampsia carbon-monoxide"
_FACE = "stroke heart arteritis head-fever sight skin"
_SHOULDER = "heart lung-clot stroke pregnancy limb clot joint skin"
_ARM = "heart stroke limb compartment clot joint skin"
_CHEST = "heart lung-clot aneurysm pre-eclampsia skin"
_BELLY = "belly bleeding blocked aneurysm hernia pregnancy testicle kidney"
_BACK = "heart lung-clot aneurysm cauda both-legs spine kidney"
_SEAT = "cauda both-legs foot-drop spine limb clot joint skin"
_LEG = "limb compartment clot joint skin cauda both-legs foot-drop"
_FOOT = "limb diabetic-foot compartment clot joint skin both-legs foot-drop"

# Each region that the catalogue has, under the area that it belongs to.
BY_AREA = {
    "head": _HEAD,
    "neck and shoulder": _SHOULDER,
    "arm and hand": _ARM,
    "chest and belly": _CHEST,
    "back": _BACK,
    "hip and pelvis": _SEAT,
    "leg": _LEG,
    "foot": _FOOT,
}
# Where a region needs other questions than its area.
BY_REGION = {
    **dict.fromkeys(("face", "nose", "ear", "jaw", "tooth", "mouth", "throat"), _FACE),
    "eye": "sight red-eye head-sudden stroke arteritis skin",
    "shoulder blade": "heart lung-clot aneurysm stroke pregnancy limb joint skin",
    "neck": "heart stroke head-fever head-sudden both-legs cauda spine",
    "upper abdomen": "heart belly bleeding blocked aneurysm hernia pregnancy pre-eclampsia",
    "abdomen": _BELLY,
    "lower abdomen": _BELLY,
    "flank": "belly aneurysm blocked kidney pregnancy testicle lung-clot cauda",
    "whole body": "heart lung-clot stroke seizure carbon-monoxide bleeding pre-eclampsia skin",
    "lower back": "cauda both-legs foot-drop aneurysm spine kidney blocked pregnancy",
    "tailbone": "cauda both-legs foot-drop spine pregnancy skin",
    "pelvis": "belly blocked hernia pregnancy testicle cauda spine",
    "groin": "hernia testicle blocked cauda pregnancy aneurysm joint clot",
    "genitals": "testicle priapism hernia blocked cauda pregnancy skin",
    "anus": "bleeding blocked cauda pregnancy skin",
}
# A region of the person's own may be anywhere.
ANYWHERE = "heart stroke cauda limb clot joint skin pregnancy"
