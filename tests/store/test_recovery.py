"""The recovery kit really opens the archive, and a slip of the pen is found."""

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_desk.errors import DeskError
from lrt_desk.store.archive import Archive, create_archive, open_archive
from lrt_desk.store.keys import Key, key_from_recovery, recovery_kit
from lrt_desk.store.recovery import ALPHABET, GROUP, GROUPS, from_groups, to_groups


@given(st.binary(min_size=32, max_size=32))
def test_groups_go_and_come_back(key: bytes) -> None:
    groups = to_groups(key)
    assert [len(group) for group in groups] == [GROUP] * GROUPS
    assert from_groups(" ".join(groups)) == key


def test_the_kit_opens_the_archive(archive: Archive) -> None:
    kit = recovery_kit(archive)
    archive.close()
    open_archive(archive.path, key_from_recovery("\n".join(kit.groups))).close()
    assert kit.file_name == "tafel.lrt"
    assert kit.created == dt.date(2026, 11, 23)
    assert bytes.fromhex(kit.salt) == archive.path.read_bytes()[:16]


def test_the_kit_opens_an_archive_with_a_passphrase_without_it(tmp_path: Path) -> None:
    path = tmp_path / "zin.lrt"
    with create_archive(path, Key(passphrase="drie gele fietsen")) as archive:
        kit = recovery_kit(archive)
    open_archive(path, key_from_recovery("-".join(kit.groups))).close()


def test_the_kit_shows_no_key(archive: Archive) -> None:
    kit = recovery_kit(archive)
    assert not any(group in repr(kit) for group in kit.groups)
    assert kit.key_id == recovery_kit(archive).key_id
    assert kit.key_id not in archive.key.raw.hex()


KEY = bytes(range(100, 132))
TYPED = " ".join(to_groups(KEY))


@pytest.mark.parametrize(
    "typed",
    [
        TYPED.lower(),
        TYPED.replace(" ", ""),
        TYPED.replace(" ", "-"),
        TYPED.replace(" ", "\r\n"),
        TYPED.replace("0", "O").replace("1", "l"),
        f"  {TYPED} ",
    ],
)
def test_however_it_is_typed(typed: str) -> None:
    assert from_groups(typed) == KEY


def test_no_single_wrong_character_goes_unnoticed_and_its_group_is_named() -> None:
    chance = random.Random(7)
    named = 0
    for _ in range(60):
        groups = list(to_groups(chance.randbytes(32)))
        place, at = chance.randrange(GROUPS), chance.randrange(GROUP)
        group = groups[place]
        other = chance.choice([one for one in ALPHABET if one != group[at]])
        groups[place] = group[:at] + other + group[at + 1 :]
        with pytest.raises(DeskError) as caught:
            from_groups(" ".join(groups))
        named += f"Groep {place + 1} " in caught.value.message
    assert named >= 59


def test_two_characters_swapped_names_the_group() -> None:
    groups = list(to_groups(KEY))
    assert groups[4][2] != groups[4][3]
    groups[4] = groups[4][:2] + groups[4][3] + groups[4][2] + groups[4][4:]
    with pytest.raises(DeskError, match="Groep 5 "):
        from_groups(" ".join(groups))


@pytest.mark.parametrize(
    ("place", "group", "said"),
    [
        (2, "ABC", "Groep 3 "),
        (5, "ABCDEFGH", "Groep 6 "),
        (7, "ABCDEF!", "Groep 8 "),
        (0, "ABCDEFU", "Groep 1 "),
    ],
)
def test_a_group_that_cannot_be_is_named(place: int, group: str, said: str) -> None:
    groups = list(to_groups(KEY))
    groups[place] = group
    with pytest.raises(DeskError, match=said):
        from_groups(" ".join(groups))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Groep 1 "),
        (" ".join(to_groups(KEY)[:5]), "Groep 6 "),
        (TYPED + " ABCDEFG", "Groep 9 "),
        (" ".join(reversed(to_groups(KEY))), "meer dan één verschil"),
    ],
)
def test_too_few_too_many_or_another_order(typed: str, said: str) -> None:
    with pytest.raises(DeskError) as caught:
        from_groups(typed)
    assert said in str(caught.value)
    assert not any(group in str(caught.value) for group in to_groups(KEY))
