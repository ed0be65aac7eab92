"""Metadata for the archivist: MDTO-XML 1.0.1 of the Nationaal Archief.

What is kept per signature follows Archiefregeling art. 24c. Own code over lxml: the library that
makes these files is in no package index, and its licence (GPL) is not ours.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from lxml.etree import _Element

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SOURCE = "LRT Desk"

# What the National Archives call these formats in the PRONOM register.
_FORMATS = {
    "pdf": ("Acrobat PDF/A - Portable Document Format 2a", "fmt/476"),
    "odt": ("OpenDocument Text 1.2", "fmt/291"),
    "docx": ("Microsoft Word for Windows 2007 onwards", "fmt/412"),
    "txt": ("Plain Text File", "x-fmt/111"),
}


class Appraisal(StrEnum):
    """Whether an archive keeps something for ever (B) or for a time (V)."""

    KEEP = "B"
    DESTROY = "V"


_APPRAISALS = {
    Appraisal.KEEP: "Blijvend te bewaren",
    Appraisal.DESTROY: "Tijdelijk te bewaren",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that was done with a document; `at` is aware."""

    kind: str
    at: dt.datetime
    actor: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What there is to say of one document and its file.

    `creator` is who is responsible for it (archiefvormer), `restriction` and `explanation` how
    it may be used, `derived_from` the identifier of the version that a public copy was made of,
    `category` its TOOI code and label.
    """

    identifier: str
    name: str
    date: dt.date
    creator: str
    appraisal: Appraisal
    restriction: str
    file_name: str
    content: bytes
    made_at: dt.datetime
    explanation: str = ""
    events: tuple[Event, ...] = ()
    category: tuple[str, str] | None = None
    derived_from: str = ""


def information_object(about: Description) -> bytes:
    """Describe the document (informatieobject)."""
    parts: list[_Element] = [*_identity(about.identifier, about.name)]
    parts.append(_term("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"))
    if about.category:
        code, label = about.category
        parts.append(_term("classificatie", label, "TOOI Woo-informatiecategorieën", code))
    covered = _term("dekkingInTijdType", "Vergaderdatum", SOURCE)
    day = _text("dekkingInTijdBegindatum", about.date.isoformat())
    parts += [_node("dekkingInTijd", covered, day), _text("taal", "nl")]
    parts += [_event(event) for event in about.events]
    lists = "Begrippenlijst Waarderingen MDTO"
    parts.append(_term("waardering", _APPRAISALS[about.appraisal], lists, about.appraisal.value))
    parts.append(_reference("heeftRepresentatie", about.file_name, about.file_name))
    if about.derived_from:
        source = _reference(
            "gerelateerdInformatieobjectVerwijzing", about.derived_from, about.derived_from
        )
        relation = _term("gerelateerdInformatieobjectTypeRelatie", "Is afgeleid van", SOURCE)
        parts.append(_node("gerelateerdInformatieobject", source, relation))
    parts.append(_reference("archiefvormer", about.creator))
    limits = [_term("beperkingGebruikType", about.restriction, "Openbaarheid volgens de Woo")]
    if about.explanation:
        limits.append(_text("beperkingGebruikNadereBeschrijving", about.explanation))
    parts.append(_node("beperkingGebruik", *limits))
    return _document(_node("informatieobject", *parts))


def file_object(about: Description) -> bytes:
    """Describe the file (bestand), with its size, format and checksum."""
    label, code = _FORMATS[about.file_name.rpartition(".")[2].lower()]
    algorithm = _term("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    checksum = _node(
        "checksum",
        algorithm,
        _text("checksumWaarde", hashlib.sha256(about.content).hexdigest()),
        _text("checksumDatum", _moment(about.made_at)),
    )
    return _document(
        _node(
            "bestand",
            *_identity(about.file_name, about.file_name),
            _text("omvang", str(len(about.content))),
            _term("bestandsformaat", label, "PRONOM-register", code),
            checksum,
            _reference("isRepresentatieVan", about.name, about.identifier),
        )
    )


def _event(event: Event) -> _Element:
    parts = [_term("eventType", event.kind, SOURCE), _text("eventTijd", _moment(event.at))]
    if event.actor:
        parts.append(_reference("eventVerantwoordelijkeActor", event.actor))
    if event.result:
        parts.append(_text("eventResultaat", event.result))
    return _node("event", *parts)


def _identity(identifier: str, name: str) -> tuple[_Element, _Element]:
    return _identification("identificatie", identifier), _text("naam", name)


def _identification(tag: str, identifier: str) -> _Element:
    return _node(tag, _text("identificatieKenmerk", identifier), _text("identificatieBron", SOURCE))


def _reference(tag: str, name: str, identifier: str = "") -> _Element:
    parts = [_text("verwijzingNaam", name)]
    if identifier:
        parts.append(_identification("verwijzingIdentificatie", identifier))
    return _node(tag, *parts)


def _term(tag: str, label: str, listed_in: str, code: str = "") -> _Element:
    parts = [_text("begripLabel", label)]
    if code:
        parts.append(_text("begripCode", code))
    return _node(tag, *parts, _reference("begripBegrippenlijst", listed_in))


def _node(tag: str, *parts: _Element) -> _Element:
    from lxml import etree

    default = {None: NAMESPACE}
    node = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap=default)  # type: ignore[arg-type]  # stubs know no default
    node.extend(parts)
    return node


def _text(tag: str, words: str) -> _Element:
    node = _node(tag)
    # XML 1.0 has no control characters, and lxml refuses them.
    node.text = "".join(c for c in words if c >= " " or c in "\t\n")
    return node


def _document(described: _Element) -> bytes:
    from lxml import etree

    root = _node("MDTO", described)
    schema = f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd"
    root.set("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", schema)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _moment(at: dt.datetime) -> str:
    return at.isoformat(timespec="seconds")
