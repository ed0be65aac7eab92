"""Words that stand in files of ours whoever is withheld: of the house, of the file formats.

Some people are called like that: as a bare surname these words, so written, are no alarm.
"""

import re

from lrt_desk.documents.grounds import GROUND_LABELS
from lrt_desk.rules.dates import MONTHS, WEEKDAYS

HOUSE_PHRASES = tuple(GROUND_LABELS.values())
"""Sentences that public copies print by themselves; a word of them alone excuses nothing."""
HOUSE_WORDS = frozenset(MONTHS + WEEKDAYS) | frozenset(
    re.findall(
        r"\w+",
        "aangehouden aangenomen Aanwezig aanwezig Aanwezigheid Actie Actielijst Acties acties "
        "afgesproken afwezig Afwezig Agenda agenda ambtelijke artikel Besluit besluiten Besluiten "
        "Besluitenlijst bij CONCEPT Datum de deelnemers deels deze Deze eerste en gast geen "
        "gelakt genomen gereed gesteund Hamerstuk Handtekening heeft hoofdlijnen In is Kenmerk "
        "kennisgeving kennisneming lid met Mondeling Naam nog Nr of Omschrijving onder "
        "ondersteuning Ondertekening op open Openbare Organisatie overgedragen Pagina "
        "plaatsvervanger Presentielijst punt Punt punten Rol secretariaat Stand Ter Termijn tijd "
        "tot tweede Uitgenodigd uitgenodigd Uitkomst uur van vanaf vastgelegd Vergaderdatum "
        "vergadering Vergaderplaats versie Verslag vertrouwelijk vervallen vervangen vervangt "
        "vijfde Voor voor voorbehoud voorzitter Wat Wie Woo zijn",
    )
)
"""Words that documents print by themselves."""
FORMAT_WORDS = frozenset(
    re.findall(
        r"\w+",
        "auto black body bold bullet caption center contents example footer form graphic header "
        "heading index left list modern none normal numbering page paragraph portrait right roman "
        "simple single small solid standard start strong swiss symbol symbols table text title",
    )
)
"""Styles and attribute values of ODF and OOXML that some people are called as well."""
PDF_WORDS = frozenset(
    re.findall(
        r"\w+",
        "li lbl lbody td th tr mcr mcid objr sect art div rdf alt bag seq dc sig tx "
        "action actualtext adobe annot annots artifact ascent attached author background basefont "
        "border bottom caption catalog center circle color colors columns contents count creator "
        "descent dest dests differences document encoding endobj endstream event extends false "
        "fields figure filter first flags fonts footer form function group header height identity "
        "image index info inline kids label lang language last layout length limits line link "
        "list matrix mediabox metadata name names next note null numbering obj objects outlines "
        "page pagemode pages paragraph parent pattern placement predictor prev private producer "
        "reason rect resources roman root rotate scope separation size space span square start "
        "startxref stream style subtype summary table title trailer transparency true type viewer "
        "width xref",
    )
)
"""Words of PDF itself, which some people are called as well."""
