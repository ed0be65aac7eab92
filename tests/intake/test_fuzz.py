"""Whatever bytes come in, the reader answers with minutes or with a sentence for the user."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrt_desk.errors import DeskError
from lrt_desk.intake.minutes import read_minutes

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in FIXTURES]
HEAD = "Verslag LRT 10 november 2023\nAanwezig: dhr. A. Bos (VNG)\n1. Opening\n- "
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes) -> None:
    """Read, and let through only the error that is meant for the user."""
    with suppress(DeskError):
        read_minutes("verslag.txt", data)


@QUICK
@given(st.binary(max_size=400))
def test_random_bytes_never_break_the_reader(data: bytes) -> None:
    attempt(data)


@QUICK
@given(st.sampled_from((b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")), st.binary())
def test_the_start_of_a_format_alone_never_breaks_the_reader(start: bytes, rest: bytes) -> None:
    attempt(start + rest)


@QUICK
@given(st.sampled_from(TEXTS), st.data())
def test_cut_doubled_and_shuffled_lines_never_break_the_reader(
    text: str, data: st.DataObject
) -> None:
    lines = text.splitlines()
    chosen = data.draw(st.lists(st.sampled_from(lines), max_size=60))
    attempt("\n".join(chosen).encode())


@QUICK
@given(st.sampled_from(TEXTS), st.data())
def test_stray_characters_never_break_the_reader(text: str, data: st.DataObject) -> None:
    signs = "()[]<>|:;,.-–•*\t\f\r\n \u00ad█0123456789aA'’→"
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.text(signs, max_size=6)) + text[at:]
    attempt(text.encode())


@QUICK
@given(st.text(max_size=300))
def test_any_words_after_a_real_head_are_kept(words: str) -> None:
    attempt((HEAD + words).encode("utf-8", errors="replace"))


@pytest.mark.parametrize(
    "unit",
    ["(Actie: ", "<AP ", "a ", ". ", "verslag ", "met ", "10-", "VNG en ", "1) ", "A", "5.1.", "— ",
     "Dhr. ", "((((", "actie ", "x. ", "voor-\n", "(", "█", "van de ", "Besluit: ", "1.1.",
     "*a ", "5.1.2e en ", "VNG en A ", "A. (Teun) ", "namens ", "- 1 maart ", "Actie (", "\nI. A\n",
     "\nAanwezig:   Afwezig:\n dhr. A. Bos (VNG)   mw. C. Dal (IPO)\n",
     "woord-\nwoord ", "pagina 4 ", "Stuurgroep A"],
)  # fmt: skip
def test_long_lines_take_linear_time(unit: str) -> None:
    for size in (20_000, 200_000):
        started = time.perf_counter()
        attempt((HEAD + unit * (size // len(unit)) + "\n2. Rondvraag\n- Geen.\n").encode())
        spent = time.perf_counter() - started
        assert spent < 4, f"{size} characters of {unit!r} took {spent:.1f} s"
