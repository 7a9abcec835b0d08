"""The public pages on which the warning signs rest, and when each was read."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from painlog.model.catalogue import read_table

READ_ON = date(2026, 11, 30)


class PublicPage(NamedTuple):
    """A page of public guidance, with the day on which it was read.

    `read_on` is None for a page that was taken over from painlog's first catalogue of red flags.
    """

    name: str
    address: str
    read_on: date | None = READ_ON


# Stored copies were read. Some NHS pages were read where a surgery or a health service has them.
_TABLE = """\
sepsis | nidirect: Sepsis | https://www.nidirect.gov.uk/conditions/sepsis
sepsis-trust | UK Sepsis Trust, as Willington Medical Group has it | https://www.willingtonmedicalgroup.nhs.uk/about-us/news/804/
child | HSE: Get urgent medical help if your child is very unwell | https://www2.hse.ie/babies-children/parenting-advice/caring-for-a-child/baby-child-seriously-unwell/
anaphylaxis | nidirect: Anaphylaxis | https://www.nidirect.gov.uk/conditions/anaphylaxis
anaphylaxis-hse | HSE: Anaphylaxis | https://www2.hse.ie/conditions/anaphylaxis
breath | NHS: Shortness of breath, as Torbay and South Devon has it | https://torbayandsouthdevonenhancedaccess.nhs.uk/health-a-z/?condition=shortness-of-breath%2F
poisoning | nidirect: Poisoning | https://nidirect.gov.uk/conditions/poisoning
poisoning-wales | NHS 111 Wales: Poisoning | https://111.wales.nhs.uk/encyclopaedia/p/article/poisoning/
poisoning-harm | eMedicineHealth: Poisoning, when to seek care | https://www.emedicinehealth.com/poisoning/page3_em.htm
thoughts | Mental Health Foundation: Suicidal thoughts |
head-injury | NHS Lanarkshire: Adult head injury | https://www.nhslanarkshire.scot.nhs.uk/patient-information-leaflets/emergency-department/pil-adulhi-102610-l/
head-injury-thinners | Northern Care Alliance NHS: Head injury and blood thinners | https://northerncarealliance.nhs.uk/patient-information/patient-leaflets/emergency-urgent-care-head-injury-advice-adult-patients-blood-thinning-medication
broken | UK public guidance (NHS) on injuries of the leg |
back | NHS: Back pain |
headaches | NHS: Headaches |
meningitis | NHS: Meningitis, as St Catharine's College has it | https://caths.cam.ac.uk/meningitis
chest | UK public guidance (NHS) on chest pain |
cancer | NHS West Essex: Cancer symptoms | https://westessexccg.nhs.uk/your-health/cancer/cancer-symptoms
cancer-weeks | NHS: Cancer symptoms, as York Road Surgery has it | https://yorkroadgpsurgery.co.uk/News/eebbc338-c068-47d6-b26d-8f467feb4677
stroke | Ashford and St Peter's Hospitals NHS: Recognising a stroke | https://ashfordstpeters.nhs.uk/recognising-a-stroke
seizure | East of England Ambulance NHS: Epilepsy (fits/seizures) | https://eastamb.nhs.uk/your-service/emergency-advice/epilepsy
unconscious | South East Coast Ambulance NHS: When to call an ambulance | https://www.secamb.nhs.uk/stay-safe-and-cool-in-the-sun/
carbon-monoxide | NHS: Carbon monoxide poisoning | https://www.nhs.uk/conditions/carbon-monoxide-poisoning/
carbon-monoxide-home | City of New Berlin: Carbon monoxide exposure | http://www.newberlin.org/Faq.aspx?QID=94
arteritis | nidirect: Giant cell arteritis | https://nidirect.gov.uk/conditions/giant-cell-arteritis
arteritis-wales | NHS 111 Wales: Temporal arteritis | https://111.wales.nhs.uk/encyclopaedia/a/article/Arteritistemporal/
eye | NHS Oxfordshire: Eye emergencies | https://www.oxfordshireccg.nhs.uk/your-health/choose-the-right-service/eye-emergencies.htm
eye-durham | Durham student health: Eye problems | https://durhamstudenthealth.co.uk/eye-problems/
red-eye | NHS: Red eye, as Zana has it | https://zana.com/a/red-eye-introduction.1815
pre-eclampsia | nidirect: Pre-eclampsia | https://www.nidirect.gov.uk/conditions/pre-eclampsia
pre-eclampsia-hse | HSE on pre-eclampsia, as Her.ie reports it | https://www.herfamily.ie/pregnancy/eclampsia-pregnancy-signs-look-430474
heart | New Zealand Ministry of Health: Heart attack | https://www.health.govt.nz/your-health/conditions-and-treatments/diseases-and-illnesses/heart-disease/heart-attack
lung-clot | nidirect: Pulmonary embolism | https://www.nidirect.gov.uk/conditions/pulmonary-embolism
clot-glos | Gloucestershire Hospitals NHS: Deep vein thrombosis | https://www.gloshospitals.nhs.uk/your-visit/patient-information-leaflets/deep-vein-thrombosis-dvt/
aorta | HSE: Aortic dissection | https://www2.hse.ie/conditions/aortic-dissection/symptoms-of-aortic-dissection
aneurysm | NHS: Symptoms of an abdominal aortic aneurysm, as Zana has it | https://zana.com/a/aneurysm-abdominal-aortic-symptoms-abdominal-aortic-aneurysm.8
belly | NHS in Portsmouth: Stomach ache | https://healthandcare.portsmouth.gov.uk/stomach-ache/
belly-uclh | University College London Hospitals NHS: Abdominal pain | https://www.uclh.nhs.uk/patients-and-visitors/patient-information-pages/abdominal-pain
belly-nlm | US National Library of Medicine on stomach ache, as HealthDay reports it | http://ayurveda-asia.blogspot.com/2007/11/health-tip-when-stomachache-requires.html
belly-wa | HealthyWA, Western Australia: Stomach pain | https://rkpg.health.wa.gov.au/Healthy-WA/Articles/S_T/Stomach-pain
appendix | NHS inform, Scotland: Symptoms of appendicitis | http://www.nhsinform.co.uk/health-library/articles/a/appendicitis/symptoms/
hernia | NHS Borders: Hernia | https://www.rightdecisions.scot.nhs.uk/borders-ref-help-toolkit/colorectal/hernia
testicle | Fern House Surgery, NHS: Testicular torsion | https://www.fernhousesurgery.co.uk/News/45ec7942-6385-4f51-823b-11185ee7e73d
testicle-urology | The Urology Foundation: Testicular torsion | https://www.theurologyfoundation.org/urologyhealth/male-reproductive-organs/470-testicular-torsion
priapism | West London Health Centre, NHS: Priapism | https://www.westlondonhcc.nhs.uk/patient-hub/patient-resources/priapism
kidney | NHS: Kidney infection | https://nhs.uk/conditions/kidney-infection/treatment
ectopic | nidirect: Ectopic pregnancy | https://www.nidirect.gov.uk/conditions/ectopic-pregnancy
pregnancy | Rotunda Hospital: Serious problems in pregnancy | https://rotunda.ie/knowledgebase/serious-problems-in-pregnancy/
pregnancy-liverpool | University Hospitals of Liverpool NHS: Unwell in pregnancy | https://www.uhliverpool.nhs.uk/services/service-finder/maternity/who-to-contact-if-you-feel-unwell-or-are
pregnancy-nmh | National Maternity Hospital, Dublin: When should I come to hospital? | http://www.nmh.ie/labour-delivery/when-should-i-come-to-hospital.243.html
foot-drop | nidirect: Foot drop | https://nidirect.gov.uk/conditions/foot-drop
clot | HSE: Deep vein thrombosis | https://www2.hse.ie/conditions/deep-vein-thrombosis/
clot-nhs | NHS: DVT, as 1st Choice Pharmacy has it | https://1stchoicepharmacy.co.uk/nhs_conditions_deep-vein-thrombosis-dvt
limb | NSW Agency for Clinical Innovation: Acute limb ischaemia | https://aci.health.nsw.gov.au/networks/eci/clinical/tools/acute-limb-ischaemia
arteries | NHS: Symptoms of peripheral arterial disease | http://www.nhs.uk/Conditions/peripheralarterialdisease/Pages/Symptoms.aspx
compartment | NHS: Compartment syndrome, as Dr Pharmacy has it | https://drpharmacy.uk/health-detail/?topic=compartment-syndrome
joint | NHS: Septic arthritis | https://developer.api.nhs.uk/widgets/condition/?condition=/conditions/septic-arthritis/
joint-child | HealthInfo, New Zealand: Joint infection | https://www.healthinfo.org.nz/Septic-arthritis-joint-infection.htm
skin | NHS: Symptoms of cellulitis, as Clear Chemist has it | https://clearchemist.co.uk/az-health/cellulitis/symptoms-of-cellulitis
fasciitis | NHS: Necrotising fasciitis | https://developer.api.nhs.uk/widgets/condition/?condition=%2Fconditions%2Fnecrotising-fasciitis%2F
diabetic-foot | Queen Elizabeth Hospital King's Lynn NHS: Diabetes and feet | http://www.qehkl.nhs.uk/DiabetesFeetWorried.asp
"""


def _pages() -> dict[str, PublicPage]:
    return {
        key: PublicPage(name, address, READ_ON if address else None)
        for key, name, address in (
            (cells[0], cells[1].removesuffix(" |"), cells[2] if len(cells) > 2 else "")
            for cells, _ in read_table(_TABLE)
        )
    }


PAGES: Mapping[str, PublicPage] = _pages()
