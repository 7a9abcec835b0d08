"""The medicines that painlog knows by their own names, a line each under their class.

A row gives the name, the ATC code as the WHO's index has it ("-" where a name stands for a whole
class), other names and brands. Only brands that mean one medicine everywhere are here; those of
several products are in `brands`. What is known of a class, and what it is counted with, is in
`medicine_classes`. docs/medicines.md says where all of it comes from.
"""

from collections.abc import Iterator

_TABLE = """\
anti-inflammatory:
ibuprofen | M01AE01 | ibu
naproxen | M01AE02 | naproxen sodium | Naprosyn
ketoprofen | M01AE03
fenoprofen | M01AE04
flurbiprofen | M01AE09
tiaprofenic acid | M01AE11
oxaprozin | M01AE12
dexibuprofen | M01AE14
dexketoprofen | M01AE17
loxoprofen | M01AE19
indometacin | M01AB01 | indomethacin
sulindac | M01AB02
tolmetin | M01AB03
diclofenac | M01AB05 | diclofenac sodium, diclofenac potassium
etodolac | M01AB08
acemetacin | M01AB11
proglumetacin | M01AB14
ketorolac | M01AB15 | - | Toradol
aceclofenac | M01AB16
piroxicam | M01AC01
tenoxicam | M01AC02
lornoxicam | M01AC05
meloxicam | M01AC06 | - | Mobic
mefenamic acid | M01AG01 | - | Ponstan, Ponstel
tolfenamic acid | M01AG02
flufenamic acid | M01AG03
meclofenamic acid | M01AG04 | meclofenamate
celecoxib | M01AH01 | - | Celebrex
parecoxib | M01AH04
etoricoxib | M01AH05 | - | Arcoxia
nabumetone | M01AX01
niflumic acid | M01AX02
nimesulide | M01AX17
phenylbutazone | M01AA01
diclofenac with misoprostol | M01AB55 | diclofenac and misoprostol | Arthrotec
naproxen with esomeprazole | M01AE52 | naproxen and esomeprazole | Vimovo
diflunisal | N02BA11
salsalate | N02BA06
other anti-inflammatory | - | nsaid, other nsaid, anti-inflammatory (nsaid), antiinflammatory,
    anti-inflammatory
joint supplement:
glucosamine | M01AX05 | glucosamine sulfate
chondroitin | M01AX25 | chondroitin sulfate, chondroitin sulphate
joint medicine:
diacerein | M01AX21 | diacerhein
aspirin:
aspirin | N02BA01 | acetylsalicylic acid, asa, acetylsalicylate
paracetamol:
paracetamol | N02BE01 | acetaminophen, apap
other simple painkiller:
metamizole | N02BB02 | dipyrone, metamizol, metamizole sodium, novaminsulfone | Novalgin, Nolotil
phenazone | N02BB01 | antipyrine
propyphenazone | N02BB04
nefopam | N02BG06 | - | Acupan
flupirtine | N02BG07
two simple painkillers in one:
ibuprofen with paracetamol | N02BE51 | ibuprofen and paracetamol, paracetamol and ibuprofen,
    ibuprofen and acetaminophen
inhaled painkiller:
methoxyflurane | N02BG09 | - | Penthrox
spinal painkiller:
ziconotide | N02BG08 | - | Prialt
combination:
co-codamol | N02AJ06 | cocodamol, codeine and paracetamol, paracetamol and codeine, codeine with
    paracetamol, paracetamol with codeine | Solpadol, Zapain, Solpadeine Max
acetaminophen with codeine | N02AJ06 | acetaminophen and codeine, codeine and acetaminophen, codeine
    with acetaminophen | Tylenol with Codeine
co-dydramol | N02AJ01 | dihydrocodeine and paracetamol, paracetamol and dihydrocodeine
co-codaprin | N02AJ07 | codeine and aspirin, aspirin and codeine
ibuprofen with codeine | N02AJ08 | codeine and ibuprofen, ibuprofen and codeine | Nurofen Plus
tramadol with paracetamol | N02AJ13 | tramadol and paracetamol, tramadol and acetaminophen,
    paracetamol and tramadol | Ultracet, Zaldiar
tramadol with dexketoprofen | N02AJ14 | tramadol and dexketoprofen
tramadol with celecoxib | N02AJ16 | tramadol and celecoxib
oxycodone with paracetamol | N02AJ17 | oxycodone and paracetamol, oxycodone and acetaminophen |
    Percocet
oxycodone with ibuprofen | N02AJ19 | oxycodone and ibuprofen
hydrocodone with paracetamol | N02AJ22 | hydrocodone and paracetamol, hydrocodone and acetaminophen
    | Vicodin, Norco
hydrocodone with ibuprofen | N02AJ23 | hydrocodone and ibuprofen
paracetamol with caffeine | N02BE51 | paracetamol and caffeine, acetaminophen and caffeine |
    Excedrin Tension Headache, Panadol Extra
aspirin with caffeine | N02BA51 | aspirin and caffeine | Treo
aspirin with paracetamol and caffeine | N02BE51 | aspirin paracetamol and caffeine,
    aspirin/paracetamol/caffeine, acetaminophen/aspirin/caffeine, paracetamol/aspirin/caffeine,
    aspirin/acetaminophen/caffeine | Excedrin Migraine, Excedrin Extra Strength, Anadin Extra
aspirin with metoclopramide | N02BA51 | aspirin and metoclopramide
paracetamol with butalbital and caffeine | N02BE71 | butalbital, butalbital/acetaminophen/caffeine,
    butalbital/paracetamol/caffeine | Fioricet
aspirin with butalbital and caffeine | N02BA71 | butalbital/aspirin/caffeine
orphenadrine with paracetamol | M03BC51 | orphenadrine and paracetamol
combination painkiller | - | combination analgesic, compound painkiller, compound analgesic
opioid:
morphine | N02AA01 | morphine sulfate, morphine sulphate | Oramorph, Sevredol
hydromorphone | N02AA03
oxycodone | N02AA05 | - | OxyContin, OxyNorm, Shortec
oxycodone with naloxone | N02AA55 | oxycodone and naloxone | Targin, Targinact
oxymorphone | N02AA11
dihydrocodeine | N02AA08
codeine | R05DA04 | codeine phosphate
hydrocodone | R05DA03
diamorphine | N07BC06
fentanyl | N02AB03 | fentanyl patch, fentanyl patches | Durogesic, Durogesic
    DTrans, Duragesic, Matrifen
pethidine | N02AB02 | meperidine
ketobemidone | N02AB01
methadone | N07BC02
piritramide | N02AC03
dextropropoxyphene | N02AC04 | propoxyphene
pentazocine | N02AD01
buprenorphine | N02AE01 | buprenorphine patch, buprenorphine patches | Butrans, Butec
butorphanol | N02AF01
nalbuphine | N02AF02
tilidine | N02AX01
tilidine with naloxone | N02AX51 | tilidine and naloxone
tramadol | N02AX02 | - | Ultram, Tramal, Zydol
meptazinol | N02AX05
tapentadol | N02AX06 | - | Nucynta, Palexia
opioid | - | opiate, opioid painkiller
triptan:
sumatriptan | N02CC01 | - | Imigran, Imitrex
naratriptan | N02CC02 | - | Naramig, Amerge
zolmitriptan | N02CC03 | - | Zomig
rizatriptan | N02CC04 | - | Maxalt
almotriptan | N02CC05 | - | Almogran, Axert
eletriptan | N02CC06 | - | Relpax
frovatriptan | N02CC07 | - | Frova
sumatriptan with naproxen | N02CC51 | sumatriptan and naproxen, sumatriptan/naproxen | Treximet
triptan | -
ditan:
lasmiditan | N02CC08 | - | Reyvow
ergot:
dihydroergotamine | N02CA01 | dhe
ergotamine | N02CA02 | ergot
ergotamine with caffeine | N02CA52 | ergotamine and caffeine, ergotamine/caffeine | Cafergot
preventive for migraine:
methysergide | N02CA04
pizotifen | N02CX01 | pizotyline
clonidine | N02CX02
oxetorone | N02CX06
iprazochrome | N02CX03
memantine | N06DX01
cyproheptadine | R06AX02
gepant:
ubrogepant | N02CD04 | - | Ubrelvy
rimegepant | N02CD06 | - | Nurtec, Vydura
zavegepant | N02CD08 | - | Zavzpret
atogepant | N02CD07 | - | Qulipta, Aquipta
CGRP antibody:
erenumab | N02CD01 | - | Aimovig
galcanezumab | N02CD02 | - | Emgality
fremanezumab | N02CD03 | - | Ajovy
eptinezumab | N02CD05 | - | Vyepti
calcium channel blocker:
flunarizine | N07CA03 | - | Sibelium
cinnarizine | N07CA02
verapamil | C08DA01
nimodipine | C08CA06
beta blocker:
propranolol | C07AA05 | - | Inderal
timolol | C07AA06
nadolol | C07AA12
metoprolol | C07AB02
atenolol | C07AB03
bisoprolol | C07AB07
nebivolol | C07AB12
blood pressure medicine:
candesartan | C09CA06 | - | Atacand
lisinopril | C09AA03
gabapentinoid:
gabapentin | N02BF01 | - | Neurontin
pregabalin | N02BF02 | - | Lyrica
mirogabalin | N02BF03
anti-seizure medicine:
topiramate | N03AX11 | - | Topamax
valproate | N03AG01 | valproic acid, sodium valproate, divalproex, divalproex sodium, valproate
    sodium | Depakote, Epilim
carbamazepine | N03AF01 | - | Tegretol
oxcarbazepine | N03AF02 | - | Trileptal
eslicarbazepine | N03AF04
lamotrigine | N03AX09 | - | Lamictal
levetiracetam | N03AX14 | - | Keppra
zonisamide | N03AX15
lacosamide | N03AX18
phenytoin | N03AB02
benzodiazepine:
clonazepam | N03AE01
diazepam | N05BA01 | - | Valium
antidepressant:
amitriptyline | N06AA09 | - | Elavil
nortriptyline | N06AA10
imipramine | N06AA02
clomipramine | N06AA04
desipramine | N06AA01
doxepin | N06AA12
dosulepin | N06AA16 | dothiepin
trimipramine | N06AA06
maprotiline | N06AA21
fluoxetine | N06AB03
citalopram | N06AB04
paroxetine | N06AB05
sertraline | N06AB06
escitalopram | N06AB10
trazodone | N06AX05
mirtazapine | N06AX11
bupropion | N06AX12
venlafaxine | N06AX16 | - | Effexor
milnacipran | N06AX17 | - | Savella
duloxetine | N06AX21 | - | Cymbalta
desvenlafaxine | N06AX23
botulinum toxin:
botulinum toxin | M03AX01 | onabotulinumtoxin a, botulinum toxin a | Botox
abobotulinumtoxin a | M03AX01 | abobotulinumtoxina | Dysport
incobotulinumtoxin a | M03AX01 | incobotulinumtoxina | Xeomin
muscle relaxant:
carisoprodol | M03BA02
methocarbamol | M03BA03
chlorzoxazone | M03BB03
orphenadrine | M03BC01
baclofen | M03BX01 | - | Lioresal
tizanidine | M03BX02 | - | Zanaflex, Sirdalud
pridinol | M03BX03
tolperisone | M03BX04 | - | Mydocalm
thiocolchicoside | M03BX05
cyclobenzaprine | M03BX08 | - | Flexeril
eperisone | M03BX09
dantrolene | M03CA01
anti-sickness medicine:
metoclopramide | A03FA01
domperidone | A03FA03 | - | Motilium
ondansetron | A04AA01 | - | Zofran
granisetron | A04AA02
prochlorperazine | N05AB04 | - | Stemetil
chlorpromazine | N05AA01
promethazine | R06AD02
cyclizine | R06AE03
dimenhydrinate | R06AA11
antispasmodic:
hyoscine butylbromide | A03BB01 | butylscopolamine, scopolamine butylbromide
mebeverine | A03AA04
dicycloverine | A03AA07 | dicyclomine
trimebutine | A03AA05
otilonium bromide | A03AB06
pinaverium | A03AX04
alverine | A03AX08
drotaverine | A03AD02
phloroglucinol | A03AX12
peppermint oil capsules | A03AX15 | mentha piperita
corticosteroid:
prednisolone | H02AB06
prednisone | H02AB07
dexamethasone | H02AB02
methylprednisolone | H02AB04
hydrocortisone | H02AB09
triamcinolone | H02AB08
betamethasone | H02AB01
deflazacort | H02AB13
cannabinoid:
medical cannabis | N02BG10 | cannabis, medical marijuana, cannabinoids
nabiximols | N02BG10 | - | Sativex
cannabidiol | N03AX24 | cbd | Epidiolex, Epidyolex
dronabinol | A04AD10 | thc | Marinol
nabilone | A04AD11 | - | Cesamet
topical:
ibuprofen gel | M02AA13 | topical ibuprofen
diclofenac gel | M02AA15 | topical diclofenac
ketoprofen gel | M02AA10 | topical ketoprofen
piroxicam gel | M02AA07 | topical piroxicam
felbinac gel | M02AA08 | topical felbinac, felbinac
etofenamate gel | M02AA06 | topical etofenamate, etofenamate
indometacin gel | M02AA23 | topical indometacin
naproxen gel | M02AA12 | topical naproxen
nimesulide gel | M02AA26 | topical nimesulide
capsaicin cream | M02AB01 | topical capsaicin
capsaicin patch | N01BX04 | - | Qutenza
lidocaine patch | N01BB02 | lidocaine plaster | Lidoderm, Versatis
local anaesthetic:
lidocaine | N01BB02 | lignocaine
gout medicine:
colchicine | M04AC01
allopurinol | M04AA01
anaesthetic:
ketamine | N01AX03
opioid blocker:
naltrexone | N07BB04 | low dose naltrexone, ldn
mood stabiliser:
lithium | N05AN01 | lithium carbonate
sleep medicine:
melatonin | N05CH01
diuretic:
acetazolamide | S01EC01
rheumatism medicine:
methotrexate | L04AX03
sulfasalazine | A07EC01
hydroxychloroquine | P01BA02 | - | Plaquenil
medical gas:
oxygen | V03AN01 | o2, medical oxygen, pure oxygen, high-flow oxygen, oxygen therapy, 100% oxygen,
    oxygen 100%
bone medicine:
calcitonin | H05BA01 | calcitonin salmon
preventive:
preventive medicine | - | preventive, preventative, preventative medicine, preventive medication,
    daily preventive, daily preventative, prophylactic
other:
other medicine | - | other medication, other meds, other drug
"""


def medicine_rows() -> Iterator[tuple[str, list[str]]]:
    """Yield the class of each medicine, and its cells: name, ATC code, other names, brands."""
    name_of_class = ""
    for line in _TABLE.replace("\n    ", " ").splitlines():
        if line.endswith(":"):
            name_of_class = line[:-1]
        else:
            cells = line.split(" | ")
            yield name_of_class, [*cells, *["-"] * (4 - len(cells))]
