"""Reads a PDF back as assistive software does: by its structure tree, not by where ink lies."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_CHARACTER = re.compile(rb"^<(\w+)> <(\w+)>$", re.MULTILINE)


def structure(content: bytes) -> str:
    """Write the structure tree, one element a line: indent, role, what it says, its text."""
    with pikepdf.open(BytesIO(content)) as pdf:
        marked = [_marked(page) for page in pdf.pages]
        pages = {page.objgen: place for place, page in enumerate(pdf.pages)}
        return "\n".join(_lines(pdf.Root.StructTreeRoot.K, 0, marked, pages)) + "\n"


def spoken(content: bytes) -> str:
    """Give all words in reading order, spaces evened out."""
    texts = re.findall(r'"(.*)"$', structure(content), re.MULTILINE)
    return " ".join("".join(texts).split())


def untagged(content: bytes) -> list[str]:
    """List operators that paint outside every marked content."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [found for page in pdf.pages for found in _outside(page)]


def artifacts(content: bytes) -> list[str]:
    """Give, page by page, the words that are no part of the document: header and footer."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [_marked(page).get(None, "") for page in pdf.pages]


def _lines(
    element: pikepdf.Object, depth: int, marked: list[dict[int | None, str]], pages: dict
) -> Iterator[str]:
    said = [f"{key[1:]}={element[key]}" for key in ("/Lang", "/Alt") if key in element]
    if "/A" in element:
        said += [f"{key[1:]}={value}" for key, value in element.A.items() if key != "/O"]
    yield "  " * depth + " ".join([str(element.S)[1:], *said])
    for kid in element.get("/K", []):
        kind = kid.get("/Type")
        if kind == "/StructElem":
            yield from _lines(kid, depth + 1, marked, pages)
        elif kind == "/MCR":
            text = marked[pages[kid.Pg.objgen]].get(int(kid.MCID), "")
            yield "  " * (depth + 1) + f'"{text}"'
        else:
            annotation = kid.Obj
            name = annotation.get("/T") or annotation.get("/Contents")
            yield "  " * (depth + 1) + f"{str(annotation.Subtype)[1:]} {name}"


def _marked(page: pikepdf.Page) -> dict[int | None, str]:
    """Give the text of each marked content by number, of the artifacts under None."""
    fonts = {name: _characters(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int | None, str] = {}
    stack: list[int | None] = []
    instead: list[bool] = []  # within text that says for itself how it reads
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC":
                stack.append(None)
                instead.append(False)
            case "BDC":
                known = operands[1]
                stack.append(int(known.MCID) if "/MCID" in known else stack[-1])
                instead.append("/ActualText" in known)
                if instead[-1]:
                    texts[stack[-1]] = texts.get(stack[-1], "") + str(known.ActualText)
            case "EMC":
                stack.pop()
                instead.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" if not instead[-1]:
                words = "".join(font[code] for code in bytes(operands[0]))
                texts[stack[-1]] = texts.get(stack[-1], "") + words
            case _:
                pass
    return texts


def _outside(page: pikepdf.Page) -> Iterator[str]:
    depth = 0
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
        if not depth and name in {"Tj", "TJ", "S", "s", "f", "F", "B", "b", "Do", "sh"}:
            yield name


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """Read a ToUnicode map (ISO 32000-1 section 9.10.3) of single characters."""
    _, _, block = font.ToUnicode.read_bytes().partition(b"beginbfchar")
    return {
        int(code, 16): bytes.fromhex(value.decode()).decode("utf-16-be")
        for code, value in _CHARACTER.findall(block)
    }
