"""Brands that name several products, each with the medicines that it may be.

painlog never picks one of them: it asks, or refuses the name. What a brand holds is common
knowledge about the products; docs/medicines.md says how to report one that is wrong.
"""

from collections.abc import Mapping

_TABLE = """\
advil: ibuprofen, ibuprofen with paracetamol
aleve: naproxen
anadin: aspirin with caffeine, aspirin with paracetamol and caffeine, paracetamol, ibuprofen
buscopan: hyoscine butylbromide
calpol: paracetamol
capsaicin: capsaicin cream, capsaicin patch
excedrin: aspirin with paracetamol and caffeine, paracetamol with caffeine
feldene: piroxicam, piroxicam gel
motrin: ibuprofen, ibuprofen with paracetamol
norgesic: orphenadrine with paracetamol
nurofen: ibuprofen, ibuprofen gel, ibuprofen with codeine
panadol: paracetamol, paracetamol with caffeine
solpadeine: co-codamol, paracetamol with caffeine
tylenol: paracetamol, acetaminophen with codeine
voltaren: diclofenac, diclofenac gel
voltarol: diclofenac, diclofenac gel
"""

# By the normal form of the brand.
PRODUCTS: Mapping[str, tuple[str, ...]] = {
    brand: tuple(products.split(", "))
    for brand, products in (line.split(": ") for line in _TABLE.splitlines())
}
