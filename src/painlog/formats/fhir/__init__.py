"""A journal as HL7 FHIR R4 (4.0.1). The contract is docs/formats.md."""
