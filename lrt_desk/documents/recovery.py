"""Recovery kit: the sheet of paper that opens an archive on another computer."""

from lrt_desk.documents.tree import (
    BulletList,
    Document,
    Facts,
    Heading,
    ListItem,
    Paragraph,
    Text,
    Tone,
)
from lrt_desk.model.recovery import RecoveryKit
from lrt_desk.rules.dates import long_date

_STEPS = (
    "Zet een kopie van het archiefbestand op de andere computer en start LRT Desk.",
    "Open het archief en kies ervoor om de herstelcode te gebruiken.",
    "Typ de acht groepen over, in deze volgorde. Hoofdletters, spaties en streepjes maken niet "
    "uit. Een typefout wordt per groep gemeld.",
)
_CARE = (
    "Wie dit blad en het archiefbestand heeft, kan alles lezen. Bewaar dit blad dus afgesloten, "
    "niet bij de computer, en maak er geen foto of scan van.",
    "Zonder dit blad en zonder de sleutel op uw computer kan niemand het archief nog openen, "
    "ook de makers van LRT Desk niet.",
    "Verwijder het PDF-bestand nadat u het heeft afgedrukt.",
)


def recovery_kit(kit: RecoveryKit) -> Document:
    """Make the sheet to print and keep apart."""
    return Document(
        kind="Herstelkaart",
        title=f"Herstelkaart {kit.file_name}",
        letterhead="LRT Desk",
        date=kit.created,
        identifier=f"Herstelkaart {kit.key_id}",
        reference=(("Datum", long_date(kit.created)), ("Kenmerk", kit.key_id)),
        marking="Vertrouwelijk – bewaren als sleutel",
        nodes=(
            Facts(
                tuple(
                    (label, ((Text(value),),))
                    for label, value in (
                        ("Archief", kit.file_name),
                        ("Gemaakt op", long_date(kit.created)),
                        ("Kenmerk van de sleutel", kit.key_id),
                        ("Zout van het bestand", kit.salt),
                    )
                )
            ),
            Heading(1, (Text("Herstelcode"),)),
            *(
                Paragraph((Text(f"{place}.\u00a0\u00a0"), Text(group, bold=True)), Tone.CODE)
                for place, group in enumerate(kit.groups, start=1)
            ),
            Heading(1, (Text("Zo opent u het archief op een andere computer"),)),
            BulletList(tuple(ListItem((Text(step),)) for step in _STEPS)),
            Heading(1, (Text("Zo bewaart u dit blad"),)),
            BulletList(tuple(ListItem((Text(advice),)) for advice in _CARE)),
        ),
    )
