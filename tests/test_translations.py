"""The screen speaks Dutch and English: every sentence goes through t() and has its English."""

import ast
import os
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrt_desk.i18n import language, t, tn, use_language
from tests.translations import (
    CATALOGUES,
    ENGLISH,
    ROOMS,
    ROOT,
    compiled,
    sentences,
    untranslated,
    updated,
)

SPOKEN = {"t", "tn"}
SHOWING = {
    *("setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setTitle", "setLabel"),
    *("setAccessibleDescription", "setStatusTip", "setWindowTitle", "addItem", "addTab", "label"),
    *("Button", "Field", "Heading", "Cell", "Chip", "print", "getpass", "error", "DeskError"),
    *("ReadRemark", "add_parser", "atomic"),
}
"""Calls whose plain words somebody will read."""
PROGRAM = {"LRT Desk", "lrt-desk: ", "Enter", "Esc"}
"""The program's own names and names of keys, the same in every language."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """List the calls in a module with the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def frozen(tree: ast.Module) -> list[int]:
    """List the lines where words are translated while a module is imported."""

    def walk(node: ast.AST) -> Iterator[int]:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = (*node.args.defaults, *filter(None, node.args.kw_defaults))
            children: Iterator[ast.AST] = iter((*node.decorator_list, *defaults))
        elif isinstance(node, ast.Lambda):
            return
        else:
            children = ast.iter_child_nodes(node)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPOKEN:
                yield node.lineno
        for child in children:
            yield from walk(child)

    return list(walk(tree))


def computed(tree: ast.Module) -> list[int]:
    """List the lines where t() or tn() gets something else than the sentence itself."""
    return [
        node.lineno
        for name, node in calls(tree)
        if name in SPOKEN and isinstance(node.func, ast.Name)
        for words in node.args[: 2 if name == "tn" else 1]
        if not (isinstance(words, ast.Constant) and isinstance(words.value, str))
    ]


def unspoken(tree: ast.Module) -> list[str]:
    """List words in calls that show something, which do not go through t() or tn()."""

    def words(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Call):
            return  # calls inside are judged on their own
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        for child in ast.iter_child_nodes(node):
            yield from words(child)

    return [
        text
        for name, node in calls(tree)
        if name in SHOWING
        for argument in (*node.args, *(pair.value for pair in node.keywords if pair.arg == "text"))
        for text in words(argument)
        if text not in PROGRAM and (" " in text.strip() or text[:1].isupper())
        and any(letter.isalpha() for letter in text)
    ]  # fmt: skip


def modules() -> dict[str, ast.Module]:
    """Parse every module of the program."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    }


def fields(text: str) -> set[str]:
    """Name the {fields} of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English, then what was spoken before."""
    before = language()
    use_language("en")
    yield
    use_language(before)


def test_the_catalogue_holds_the_sentences_of_the_source() -> None:
    text = ENGLISH.read_bytes()
    assert updated(text).decode() == text.decode(), "run: python3 dev.py words"


def test_every_sentence_has_its_english() -> None:
    assert untranslated(ENGLISH.read_bytes()) == []


def test_every_translation_has_the_fields_of_its_sentence() -> None:
    for message in sentences(ENGLISH.read_bytes()):
        pairs = (
            [(message.id, message.string)]
            if isinstance(message.id, str)
            else list(zip(message.id, message.string, strict=True))
        )
        for dutch, translated in pairs:
            assert fields(translated) == fields(dutch), dutch
            assert translated[-1:].isspace() == dutch[-1:].isspace(), dutch
            assert "!" not in translated


def test_compiled_catalogues_are_those_of_the_text() -> None:
    catalogues = list(CATALOGUES.rglob("*.po"))
    assert ENGLISH in catalogues
    for catalogue in catalogues:
        assert catalogue.with_suffix(".mo").read_bytes() == compiled(catalogue.read_bytes())


def test_the_screen_turns_english(english: None) -> None:
    assert t("Vergaderingen") == "Meetings"
    assert t("Pagina {page} van {all}", page=2, all=3) == "Page 2 of 3"
    assert tn("{n} uur", "{n} uur", 1) == "1 hour"
    assert tn("{n} uur", "{n} uur", 2) == "2 hours"


def test_dutch_comes_from_the_source() -> None:
    assert t("Pagina {page} van {all}", page=2, all=3) == "Pagina 2 van 3"
    assert tn("{n} alinea", "{n} alinea’s", 1) == "1 alinea"
    assert tn("{n} alinea", "{n} alinea’s", 0) == "0 alinea’s"


def test_nothing_is_translated_while_a_module_is_imported() -> None:
    assert {name: lines for name, tree in modules().items() if (lines := frozen(tree))} == {}


def test_every_sentence_stands_in_the_source_as_it_is() -> None:
    assert {name: lines for name, tree in modules().items() if (lines := computed(tree))} == {}


def test_everything_shown_goes_through_the_catalogue() -> None:
    assert {name: found for name, tree in modules().items() if (found := unspoken(tree))} == {}


@pytest.mark.parametrize(
    "line",
    [
        'WORDS = t("Zoek")',
        'def f(words=t("Zoek")): ...',
        'class A:\n    words = {1: tn("a", "b", 1)}',
    ],
)
def test_a_planted_frozen_sentence_is_found(line: str) -> None:
    assert len(frozen(ast.parse(line))) == 1


def test_sentences_of_functions_are_not_frozen() -> None:
    assert frozen(ast.parse('def f():\n    return t("Zoek")\ng = lambda: t("Zoek")')) == []


@pytest.mark.parametrize("line", ['t(f"{n} punten")', "t(WORDS[1])", 't("Zoek " + what)'])
def test_a_planted_computed_sentence_is_found(line: str) -> None:
    assert computed(ast.parse(line)) == [1]


@pytest.mark.parametrize(
    "line",
    [
        'field.setText("Zoek een vergadering")',
        'print(f"Archief gemaakt: {file}")',
        'raise DeskError("De tekst is leeg.", t("Schrijf iets."))',
        'Button("Bewaar" if new else "Wijzig", self.save)',
        'Chip(text="Te laat", tone="red")',
    ],
)
def test_a_planted_unspoken_sentence_is_found(line: str) -> None:
    assert unspoken(ast.parse(line)) != []


@pytest.mark.parametrize(
    "line",
    ['field.setText(t("Zoek"))', 'print(f"{name}: {line}")', 'label(words, "secondary")'],
)
def test_what_is_spoken_or_no_sentence_passes(line: str) -> None:
    assert unspoken(ast.parse(line)) == []


@pytest.mark.parametrize(
    ("code", "said", "unsaid"),
    [
        ("en", ("usage: ", "search all minutes", "show this help"), "zoek"),
        ("nl", ("gebruik: ", "zoek in alle verslagen", "toon deze uitleg"), "show"),
    ],
)
def test_the_program_is_told_its_language_by_the_environment(
    code: str, said: tuple[str, ...], unsaid: str, tmp_path: Path
) -> None:
    environment = {**os.environ, "LRT_DESK_LANGUAGE": code, "LRT_DESK_STATE": str(tmp_path)}
    command = [sys.executable, "-X", "utf8", "-m", "lrt_desk", "search", "--help"]
    full = [word for word in command if word != "search"]
    helps = [
        subprocess.run(
            line, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout
        for line in (command, full)
    ]
    assert [words for words in said if words not in "".join(helps)] == []
    assert unsaid not in helps[0]
