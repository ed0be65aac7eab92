"""What the codes on withheld passages mean (Woo art. 5.1, 5.2 and 5.4)."""

from collections.abc import Iterable

from lrt_desk.documents.tree import Facts, Heading, Node, Text, Withheld, lines
from lrt_desk.model.publication import Ground

GROUND_LABELS = {
    Ground.CROWN: "Eenheid van de Kroon",
    Ground.STATE_SECURITY: "Veiligheid van de Staat",
    Ground.BUSINESS_DATA: "Bedrijfs- en fabricagegegevens (vertrouwelijk verstrekt)",
    Ground.SPECIAL_PERSONAL_DATA: "Bijzondere persoonsgegevens",
    Ground.IDENTIFICATION_NUMBERS: "Identificatienummers",
    Ground.FOREIGN_RELATIONS: "Internationale betrekkingen",
    Ground.STATE_FINANCES: "Economische of financiële belangen van de Staat",
    Ground.PROSECUTION: "Opsporing en vervolging",
    Ground.INSPECTION: "Inspectie, controle en toezicht",
    Ground.PRIVACY: "Persoonlijke levenssfeer",
    Ground.COMPETITION: "Concurrentiegevoelige gegevens",
    Ground.ENVIRONMENT: "Milieu",
    Ground.SECURITY: "Beveiliging van personen en bedrijven",
    Ground.FUNCTIONING_OF_STATE: "Goed functioneren van de Staat",
    Ground.DISPROPORTIONATE_HARM: "Onevenredige benadeling",
    Ground.POLICY_OPINIONS: "Persoonlijke beleidsopvattingen",
    Ground.FORMATION: "Formateur",
}


def legend(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Explain the grounds that occur in a document, in order of the act; nothing when none does."""
    used = {box.ground for line in lines(nodes) for box in line if isinstance(box, Withheld)}
    known = [(ground, label) for ground, label in GROUND_LABELS.items() if ground in used]
    rows = [(ground.value, ((Text(f"{label} (artikel {_article(ground)}, Woo)"),),))
            for ground, label in known]  # fmt: skip
    if "" in used:
        rows.append(("leeg kader", ((Text("al onleesbaar gemaakt in het oorspronkelijke stuk"),),)))
    if not rows:
        return ()
    return (Heading(1, (Text("Wat is gelakt"),)), Facts(tuple(rows)))


def _article(ground: Ground) -> str:
    """Write an article as the act does: 5.1, tweede lid, onder e."""
    article, _, rest = ground.value.partition(".1.")
    if not rest:
        return ground.value
    paragraph = {"1": "eerste", "2": "tweede", "5": "vijfde"}[rest[0]]
    return f"{article}.1, {paragraph} lid" + (f", onder {rest[1:]}" if rest[1:] else "")
