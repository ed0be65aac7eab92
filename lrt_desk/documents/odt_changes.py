"""Tracked changes of OpenDocument: Writer and Word can accept or reject each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrt_desk.documents.tree import Change

if TYPE_CHECKING:
    import odfdo

    from lrt_desk.documents.tree import Document


def track(body: odfdo.Body, document: Document) -> None:
    """Turn every span whose style is a `Change` into one (ODF 1.3 part 3, section 5.5).

    The letterhead and the document's date stand for who changed it and when: nothing personal.
    """
    import odfdo

    spans = [span for span in body.get_elements("//text:span")
             if span.get_attribute("text:style-name") in set(Change)]  # fmt: skip
    if not spans:
        return
    regions = odfdo.Element.from_tag("text:tracked-changes")
    for number, span in enumerate(spans, start=1):
        change = Change(str(span.get_attribute("text:style-name")))
        regions.append(_region(f"ct{number}", change, span, document))
        _mark(f"ct{number}", change, span)
    body.insert(regions, position=0)


def _region(key: str, change: Change, span: odfdo.Element, document: Document) -> odfdo.Element:
    import odfdo

    region = odfdo.Element.from_tag("text:changed-region")
    region.set_attribute("xml:id", key)
    region.set_attribute("text:id", key)
    kind = "text:deletion" if change is Change.DELETED else "text:insertion"
    what = odfdo.Element.from_tag(kind)
    info = odfdo.Element.from_tag("office:change-info")
    for tag, value in (
        ("dc:creator", document.letterhead or document.kind),
        ("dc:date", f"{document.date.isoformat()}T00:00:00"),
    ):
        element = odfdo.Element.from_tag(tag)
        element.text = value
        info.append(element)
    what.append(info)
    if change is Change.DELETED:
        line = odfdo.Paragraph(style="Text_20_body")
        for kid in span.children:
            line.append(kid.clone)
        what.append(line)
    region.append(what)
    return region


def _mark(key: str, change: Change, span: odfdo.Element) -> None:
    """Say in the text where the change is; what was deleted stands only in its region."""
    import odfdo

    def mark(tag: str) -> odfdo.Element:
        element = odfdo.Element.from_tag(tag)
        element.set_attribute("text:change-id", key)
        return element

    if change is Change.DELETED and span.parent:
        span.parent.replace_element(span, mark("text:change"))
        return
    span.del_attribute("text:style-name")
    span.insert(mark("text:change-start"), position=0)
    span.append(mark("text:change-end"))
