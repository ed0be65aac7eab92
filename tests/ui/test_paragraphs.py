"""Paragraphs go into a text document and come out as they were."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import BlockKind
from lrt_desk.model.people import Confidentiality
from lrt_desk.rules.text import one_line
from ui.minutes.paragraphs import Paragraph, load, read

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30).map(
    lambda text: one_line(text.replace("\u2028", "").replace("\ufffc", "").replace("\ufdd0", ""))
)
labels = st.sampled_from(("", "IBT", "Bod van Aedes"))
paragraphs = st.builds(
    Paragraph,
    id=st.none(),
    kind=st.sampled_from(list(BlockKind)),
    text=words,
    label=labels,
    level=st.integers(0, 3),
    confidentiality=st.sampled_from(list(Confidentiality)),
)


def with_ids(many: list[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            id=Id(str(at)),
            kind=one.kind,
            text=one.text,
            label=one.label,
            level=one.level,
            confidentiality=one.confidentiality,
        )
        for at, one in enumerate(many)
    )


@settings(max_examples=60, deadline=None)
@given(many=st.lists(paragraphs, min_size=1, max_size=6).map(with_ids))
def test_round_trip(qapp: QApplication, many: tuple[Paragraph, ...]) -> None:
    document = QTextDocument()
    load(document, many)
    assert read(document) == many


def test_an_empty_document_has_no_paragraphs(qapp: QApplication) -> None:
    document = QTextDocument()
    load(document, ())
    assert read(document) == ()
