"""The words of the command line; their names are fixed, scripts depend on them."""

import argparse
from pathlib import Path

from lrt_desk import __version__
from lrt_desk.documents.export import REASON
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.i18n import lend_to_argparse, t
from lrt_desk.model.publication import Category
from lrt_desk.rules.publication import ground_of


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line; on wrong usage it says how and leaves with status 2."""
    lend_to_argparse()
    parser = argparse.ArgumentParser(
        prog="lrt-desk", description=t("Het secretariaat van de LRT, zonder netwerk.")
    )
    parser.add_argument(
        "--version",
        action="version",
        version=__version__,
        help=t("toon het nummer van deze versie"),
    )
    parser.add_argument("--archive", type=Path, metavar="FILE", help=t("het archief"))
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=t("bestand met de wachtwoordzin, voor een computer zonder sleutelbos"),
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _archive_verbs(verbs)
    _document_verbs(verbs)
    _publication_verbs(verbs)
    _program_verbs(verbs)
    arguments = parser.parse_args(argv)
    if arguments.verb in _NEED_ARCHIVE and arguments.archive is None:
        parser.error(t("geef het archief op: --archive FILE vóór {verb}", verb=arguments.verb))
    return arguments


_NEED_ARCHIVE = {
    "sessions", "show", "import", "logo", "invite", "export", "redactions", "withdraw", "search",
    "check", "sign",
}  # fmt: skip


def _json(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help=t("als JSON, voor andere programma’s"))


def _archive_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    new = verbs.add_parser("new", help=t("maak een archief en de herstelkaart (PDF)"))
    new.add_argument("file", type=Path)
    sessions = verbs.add_parser("sessions", help=t("toon de vergaderingen"))
    _json(sessions)
    show = verbs.add_parser("show", help=t("toon alles van één vergadering"))
    show.add_argument("session", metavar="SESSION", help="LRT/2023-11-10")
    _json(show)
    imported = verbs.add_parser("import", help=t("lees oude verslagen in (tekst, PDF, DOCX, ODT)"))
    imported.add_argument("files", type=Path, nargs="+", metavar="FILE")
    imported.add_argument(
        "--body", default="", help=t("het overleg, waar het verslag dat niet zegt")
    )
    logo = verbs.add_parser("logo", help=t("zet een logo op de documenten van een overleg"))
    logo.add_argument("body", metavar="BODY", help="LRT")
    logo.add_argument("file", type=Path, metavar="FILE", help=t("PNG of JPEG"))
    logo.add_argument(
        "--text", required=True, help=t("wat het logo toont, voor wie het niet kan zien")
    )
    search = verbs.add_parser("search", help=t("zoek in alle verslagen"))
    search.add_argument("words", nargs="+", metavar="WORDS")
    _json(search)
    verbs.add_parser("check", help=t("controleer of bestand en logboek van het archief kloppen"))


def _document_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    invite = verbs.add_parser("invite", help=t("schrijf een uitnodiging voor elke genodigde"))
    invite.add_argument("session", metavar="SESSION")
    invite.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=t("de map waarin alles komt")
    )
    export = verbs.add_parser("export", help=t("schrijf een document van een vergadering"))
    export.add_argument("session", metavar="SESSION")
    export.add_argument("kind", type=Kind, choices=list(Kind))
    export.add_argument("--public", action="store_true", help=t("de openbare versie"))
    export.add_argument(
        "--category",
        type=Category,
        choices=list(Category),
        default=Category.MEETING,
        help=t("TOOI-categorie van een openbare versie; de tweede is bijlage bij een Woo-besluit"),
    )
    export.add_argument(
        "--format",
        type=FileFormat,
        choices=list(FileFormat),
        help=t("de vorm, als de naam van het bestand die niet noemt"),
    )
    _signing_options(export, required=False)
    export.add_argument("--function", default="", help=t("waarvoor de ondertekenaar tekent"))
    export.add_argument(
        "--sign-later",
        action="append",
        default=[],
        metavar="FUNCTION",
        help=t("houd een veld vrij voor wie later tekent; mag vaker"),
    )
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=t("het bestand dat geschreven wordt"),
    )
    sign = verbs.add_parser("sign", help=t("voeg een handtekening toe aan een getekend verslag"))
    sign.add_argument("file", type=Path, metavar="FILE")
    _signing_options(sign, required=True)
    sign.add_argument("--function", default="", help=t("het vrije veld waarin wordt getekend"))
    sign.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=t("het bestand dat geschreven wordt, als dat een ander is"),
    )
    verify = verbs.add_parser("verify", help=t("controleer handtekening, wijzigingen en lekken"))
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")


def _signing_options(verb: argparse.ArgumentParser, *, required: bool) -> None:
    verb.add_argument(
        "--sign",
        required=required,
        default="",
        metavar="P12|pkcs11:URI",
        help=t("onderteken met dit certificaat, of met een kaart (RFC 7512)"),
    )
    verb.add_argument(
        "--sign-password-file",
        type=Path,
        metavar="FILE",
        help=t("bestand met het wachtwoord van het certificaat of de pincode van de kaart"),
    )
    verb.add_argument(
        "--remember-password",
        action="store_true",
        help=t("bewaar wachtwoord of pincode in de sleutelbos"),
    )
    verb.add_argument(
        "--crl", type=Path, metavar="FILE", help=t("intrekkingslijst van de uitgever")
    )
    verb.add_argument("--reason", default=REASON, help=t("reden van ondertekening"))
    verb.add_argument("--officer", default="", help=t("wie verantwoordelijk is (Archiefregeling)"))
    verb.add_argument(
        "--mdto",
        nargs="?",
        const="B",
        choices=["B", "V"],
        help=t("schrijf er MDTO-metagegevens naast: B blijvend, V tijdelijk te bewaren"),
    )
    verb.add_argument(
        "--creator",
        default="",
        metavar="NAME",
        help=t("de archiefvormer, als dat niet het overleg is"),
    )


def _publication_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    redactions = verbs.add_parser(
        "redactions", help=t("toon wat in een openbare versie gelakt zou worden, en beslis erover")
    )
    redactions.add_argument("session", metavar="SESSION")
    _json(redactions)
    redactions.add_argument(
        "--confirm", nargs="+", default=[], metavar="all|certain|ID", help=t("lak deze woorden")
    )
    redactions.add_argument(
        "--reject", nargs="+", default=[], metavar="ID", help=t("laat deze woorden leesbaar")
    )
    redactions.add_argument("--reason", default="", help=t("waarom ze leesbaar blijven"))
    redactions.add_argument(
        "--phrase", default="", help=t("meer woorden, waaruit blijkt dat het geen naam is")
    )
    redactions.add_argument(
        "--ground", type=ground_of, metavar="CODE", help=t("andere grond van de Woo: 5.1.2e")
    )
    withdraw = verbs.add_parser("withdraw", help=t("trek een openbare versie in"))
    withdraw.add_argument("number", metavar="NUMBER")


def _program_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = verbs.add_parser("demo", help=t("doe al het werk voor op een verzonnen archief"))
    demo.add_argument(
        "--out",
        type=Path,
        default=Path("demo-out"),
        metavar="DIR",
        help=t("de map waarin alles komt"),
    )
    demo.add_argument(
        "--no-window", action="store_true", help=t("zonder daarna het venster te openen")
    )
    verbs.add_parser("self-test", help=t("controleer of het programma op deze computer goed werkt"))
