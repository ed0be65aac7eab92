"""Every icon that is drawn ships, every icon that ships is drawn, each with its licence."""

import re

from lrt_desk.paths import RESOURCES

SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in (RESOURCES.parent / "ui").rglob("*.py")
)


def test_every_shipped_icon_is_used_and_free() -> None:
    shipped = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    assert {name for name in shipped if f'"{name}"' not in SOURCE} == set()
    assert "MIT License" in (RESOURCES / "icons" / "LICENSE").read_text(encoding="utf-8")
    fonts = (RESOURCES / "ui-fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License" in fonts


def test_every_named_icon_ships() -> None:
    named = re.findall(r'(?:icon|icon_name)\s*=\s*"([a-z0-9-]+)"', SOURCE)
    named += re.findall(r'Icon\("([a-z0-9-]+)"', SOURCE)
    assert named
    assert {name for name in named if not (RESOURCES / "icons" / f"{name}.svg").exists()} == set()
