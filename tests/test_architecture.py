"""Imports run one way; heavy libraries wait until they are used; nothing opens a connection."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODEL, RULES, STORE = "lrt_desk.model", "lrt_desk.rules", "lrt_desk.store"
COMMANDS, DOCUMENTS, INTAKE = "lrt_desk.commands", "lrt_desk.documents", "lrt_desk.intake"
OPEN = tuple(f"lrt_desk.{name}" for name in ("__version__", "errors", "paths", "settings", "i18n"))
STORE_FRONT = tuple(
    f"{STORE}.{name}" for name in ("archive", "check", "keys", "queries", "snapshots")
)
ASKING = (COMMANDS, DOCUMENTS, INTAKE, RULES, MODEL, *STORE_FRONT)

# What each room may import of ours besides itself and what is open to all.
ROOMS = {
    MODEL: (),
    RULES: (MODEL,),
    STORE: (MODEL,),
    DOCUMENTS: (RULES, MODEL),
    INTAKE: (RULES, MODEL),
    COMMANDS: (RULES, STORE, MODEL),
    "lrt_desk.cli": ASKING,
    "ui": ASKING,
    "lrt_desk.__main__": ("lrt_desk.cli", "ui.app"),
}
# Who alone may know a library.
OWNERS = {
    "sqlite3": (STORE,),
    "sqlcipher3": (STORE,),
    "sqlite_utils": (STORE,),
    "pyhanko": (f"{DOCUMENTS}.sign*", f"{DOCUMENTS}.verify*"),
    "pyhanko_certvalidator": (f"{DOCUMENTS}.sign*", f"{DOCUMENTS}.verify*"),
    "reportlab": (f"{DOCUMENTS}.pdf*", f"{DOCUMENTS}.tagging*"),
    "icalendar": (f"{DOCUMENTS}.invitation*", f"{DOCUMENTS}.calendar*", f"{INTAKE}.calendar*"),
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
}
# Not to be imported by starting: 45 to 550 ms each.
HEAVY = "reportlab pyhanko cryptography icalendar pikepdf pypdfium2 docx odfdo lxml".split()  # noqa: SIM905
START = ("lrt_desk.__main__", "lrt_desk.cli", "ui.app")
NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib"),
    *("poplib", "xmlrpc", "requests", "urllib3", "httpx", "aiohttp"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
)


@dataclass(frozen=True)
class Import:
    """One imported name in full ("lrt_desk.store.queries.sessions"), and whether at import time."""

    name: str
    at_start: bool


def within(name: str, prefix: str) -> bool:
    """Tell whether a dotted name is this package, in it, or matches this pattern up to a dot."""
    parts, depth = name.split("."), prefix.count(".") + 1
    return fnmatchcase(".".join(parts[:depth]), prefix)


def imports(source: str, module: str) -> Iterator[Import]:
    """List what a module imports, wherever in it."""

    def walk(node: ast.AST, at_start: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, at_start) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level]) + "." if node.level else ""
            start = f"{base}{node.module or ''}".strip(".")
            yield from (Import(f"{start}.{alias.name}", at_start) for alias in node.names)
        elif getattr(node, "id", getattr(node, "attr", "")) in {"__import__", "import_module"}:
            yield Import("import_module", at_start)
        for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, at_start and not for_types and not function)

    return walk(ast.parse(source), True)


def violations(sources: dict[str, str]) -> list[str]:
    """Find what breaks a rule in modules given by dotted name; empty when all is well."""
    known = {name: tuple(imports(text, name)) for name, text in sources.items()}
    found = []
    for module, uses in known.items():
        room = next((room for room in ROOMS if within(module, room)), module)
        allowed = (*OPEN, *ROOMS.get(room, ()), room)
        for use in (use.name for use in uses):
            ours = within(use, "lrt_desk") or within(use, "ui")
            if ours and not any(within(use, prefix) for prefix in allowed):
                found.append(f"{module} may not import {use}")
            owners = next((who for library, who in OWNERS.items() if within(use, library)), None)
            if owners and not any(within(module, owner) for owner in owners):
                found.append(f"{module} may not know {use}")
            if use == "import_module" or any(within(use, name) for name in NETWORK):
                found.append(f"{module} may not use {use}")
    return found + heavy_at_start(known)


def heavy_at_start(known: dict[str, tuple[Import, ...]]) -> list[str]:
    """Follow imports from the start and name the heavy ones that starting would bring along."""
    todo, seen, found = [name for name in START if name in known], set(), []
    while todo:
        module = todo.pop()
        seen.add(module)
        for use in (use.name for use in known[module] if use.at_start):
            if any(within(use, library) for library in HEAVY):
                found.append(f"starting imports {module}, which imports {use}")
            todo += [name for name in known if within(use, name) and name not in seen]
    return found


def test_the_house_keeps_its_rules() -> None:
    sources = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text(encoding="utf-8")
        )
        for room in ("lrt_desk", "ui", "resources")
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    assert len(sources) > len(ROOMS)
    assert violations(sources) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("lrt_desk.model.people", "from lrt_desk.rules import dates"),
        ("lrt_desk.rules.redact", "import lrt_desk.store.archive"),
        ("lrt_desk.store.archive", "from lrt_desk.rules.dates import clock"),
        ("lrt_desk.documents.minutes", "from lrt_desk.store import snapshots"),
        ("lrt_desk.documents.minutes", "from ..commands import minutes"),
        ("lrt_desk.commands.minutes", "from lrt_desk.documents import minutes"),
        ("lrt_desk.intake.text", "from lrt_desk.store.archive import Archive"),
        ("lrt_desk.errors", "from lrt_desk.model.ids import Id"),
        ("lrt_desk.commands.minutes", "def f():\n    from ui.desk import Desk"),
        ("ui.desk", "from lrt_desk.store.tables import put"),
        ("ui.desk", "from lrt_desk.store import Archive"),
        ("lrt_desk.cli", "import ui.app"),
        ("lrt_desk.newroom.thing", "from lrt_desk.model.ids import Id"),
        ("lrt_desk.commands.people", "import sqlite3"),
        ("lrt_desk.documents.pdf", "from pyhanko.sign import signers"),
        ("lrt_desk.documents.minutes", "def f():\n    import reportlab.pdfgen"),
        ("lrt_desk.intake.text", "import icalendar"),
        ("lrt_desk.rules.dates", "from PySide6.QtCore import QDate"),
        ("lrt_desk.store.keys", "import socket"),
        ("ui.desk", "from urllib import request"),
        ("ui.desk", "from PySide6.QtNetwork import QTcpSocket"),
        ("lrt_desk.cli", "import importlib\nimportlib.import_module('ui.app')"),
        ("ui.app", "import pikepdf"),
        ("ui.app", "try:\n    from docx import Document\nexcept ImportError: ..."),
    ],
)
def test_a_planted_violation_is_found(module: str, line: str) -> None:
    assert violations({module: line}) != []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("ui.desk", "from lrt_desk.store.queries import sessions"),
        ("ui.desk", "from lrt_desk.store import queries, keys"),
        ("lrt_desk.documents.sign", "from pyhanko.sign import signers"),
        ("lrt_desk.documents.pdf_lists", "from reportlab.platypus import Table"),
        ("lrt_desk.__main__", "def main():\n    from ui.app import main"),
        ("lrt_desk.cli", "def export():\n    import pikepdf"),
        ("lrt_desk.cli", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pikepdf"),
        ("ui.desk", "from urllib.parse import quote"),
        ("lrt_desk.i18n", "from lrt_desk.paths import RESOURCES"),
    ],
)
def test_what_is_allowed_passes(module: str, line: str) -> None:
    assert violations({module: line}) == []


def test_starting_may_not_bring_a_heavy_library_along_from_afar() -> None:
    sources = {
        "lrt_desk.cli": "from lrt_desk.documents import export",
        "lrt_desk.documents.export": "from lrt_desk.documents.pdf import render",
        "lrt_desk.documents.pdf": "import reportlab",
    }
    assert violations(sources) == [
        "starting imports lrt_desk.documents.pdf, which imports reportlab"
    ]
    sources["lrt_desk.documents.export"] = "def export():\n    import lrt_desk.documents.pdf"
    assert violations(sources) == []
