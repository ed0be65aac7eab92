"""How the OpenDocument texts look: styles, lists, tables, and what stands on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrt_desk.documents.tree import Document, Table, Text, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    import odfdo

_FONT = "Liberation Sans"
_MEASURE = 170  # millimetres between the margins
_BELOW = "fo:margin-top='0mm' fo:margin-bottom='{0}mm'"
_HEADING = "fo:margin-top='{0}mm' fo:margin-bottom='1mm' fo:keep-with-next='always'"
_PARAGRAPHS = (
    ("Title", _BELOW.format(3), "fo:font-size='22pt' fo:font-weight='bold'"),
    ("Heading_20_1", _HEADING.format(5), "fo:font-size='13pt' fo:font-weight='bold'"),
    ("Heading_20_2", _HEADING.format(4), "fo:font-size='11pt' fo:font-weight='bold'"),
    ("Heading_20_3", _HEADING.format(3), "fo:font-size='10pt' fo:font-weight='bold'"),
    ("Text_20_body", _BELOW.format(2), ""),
    ("Cell", _BELOW.format(0), "fo:font-size='9pt'"),
    ("Small", _BELOW.format(1), "fo:font-size='8pt'"),
    ("Decision", _BELOW.format(2), "fo:font-weight='bold'"),
    ("Action", _BELOW.format(2), "fo:font-style='italic'"),
    ("Approval", _BELOW.format(2), "fo:font-weight='bold'"),
    ("Code", _BELOW.format(1), "style:font-name='Liberation Mono'"),
    ("Marking", _BELOW.format(1), "fo:font-weight='bold'"),
)
_WORDS = (
    ("Strong", "fo:font-weight='bold'"),
    ("Withheld", "fo:border='0.5pt solid #000000' fo:padding='0.4mm'"),
)


def dress(file: odfdo.Document, document: Document) -> None:
    """Set language and styles, and the marking and footer of every page."""
    file.set_language(document.lang)
    for properties in file.styles.get_elements(
        "//style:default-style[@style:family='paragraph']/style:text-properties"
    ):
        properties.set_attribute("style:font-name", _FONT)
        properties.set_attribute("fo:font-size", "10pt")
    for level in file.styles.get_elements("//text:outline-level-style"):
        for name in ("style:num-format", "style:num-suffix", "loext:num-list-format"):
            level.set_attribute(name, "")  # the numbers are words of the heading
    for style in _styles(document):
        file.insert_style(style)
    for style in _table_styles(document):
        file.insert_style(style, automatic=True)
    _page(file, document)


def _styles(document: Document) -> Iterator[str]:
    for name, spacing, look in _PARAGRAPHS:
        parent = "Heading" if name.startswith("Heading") else "Standard"
        yield (
            f"<style:style style:family='paragraph' style:name='{name}'"
            f" style:parent-style-name='{parent}'><style:paragraph-properties {spacing}/>"
            f"<style:text-properties {look}/></style:style>"
        )
    for name, look in (*_WORDS, *_languages(document)):
        yield (
            f"<style:style style:family='text' style:name='{name}'>"
            f"<style:text-properties {look}/></style:style>"
        )
    yield f"<text:list-style style:name='Bullets'>{''.join(_bullets())}</text:list-style>"


def _languages(document: Document) -> Iterator[tuple[str, str]]:
    runs = (run for line in lines(document.nodes) for run in line if isinstance(run, Text))
    for lang in sorted({run.lang for run in runs} - {""}):
        language, _, country = lang.partition("-")
        yield f"Lang_{lang}", f"fo:language='{language}' fo:country='{country or 'none'}'"


def _bullets() -> Iterator[str]:
    for level in range(1, 11):
        yield (
            f"<text:list-level-style-bullet text:level='{level}'"
            f" text:bullet-char='{'•' if level == 1 else '–'}'><style:list-level-properties"
            " text:list-level-position-and-space-mode='label-alignment'>"
            "<style:list-level-label-alignment text:label-followed-by='listtab'"
            f" fo:text-indent='-5mm' fo:margin-left='{5 * level}mm'/>"
            "</style:list-level-properties></text:list-level-style-bullet>"
        )


def _table_styles(document: Document) -> Iterator[str]:
    yield (
        "<style:style style:family='table-cell' style:name='Cell'><style:table-cell-properties"
        " fo:border-bottom='0.5pt solid #808080' fo:padding='1mm'/></style:style>"
    )
    for index, node in enumerate(document.nodes):
        if isinstance(node, Table):
            yield (
                f"<style:style style:family='table' style:name='Tabel{index}'>"
                f"<style:table-properties style:width='{_MEASURE}mm' table:align='left'/>"
                "</style:style>"
            )
            for place, share in enumerate(node.widths):
                width = _MEASURE * share / sum(node.widths)
                yield (
                    f"<style:style style:family='table-column' style:name='Tabel{index}.{place}'>"
                    f"<style:table-column-properties style:column-width='{width:.1f}mm'/>"
                    "</style:style>"
                )


def _page(file: odfdo.Document, document: Document) -> None:
    import odfdo

    page = file.styles.get_master_page()
    if page is None:
        raise AssertionError("the template has a master page")
    if document.marking:
        page.set_page_header(odfdo.Paragraph(document.marking, style="Marking"))
    words = "".join(f"{words} · " for words in (document.footer, document.marking) if words)
    foot = odfdo.Paragraph(f"{words}Pagina ", style="Small")
    foot.append(odfdo.Element.from_tag("<text:page-number text:select-page='current'/>"))
    foot.append(" van ")
    foot.append(odfdo.Element.from_tag("<text:page-count/>"))
    page.set_page_footer(foot)
