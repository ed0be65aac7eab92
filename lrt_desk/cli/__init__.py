"""The command line: it only asks, the other rooms do the work."""

import argparse
import errno
import os
import sys
from collections.abc import Callable

from lrt_desk.cli.parser import parse
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

__all__ = ["parse", "run"]


def run(arguments: argparse.Namespace) -> int:
    """Run one verb; 0 is done, 1 is for the user to mend, 3 is a fault of ours.

    What goes wrong is one line on standard error. A fault of ours names the place in the
    program and never the words that were being handled.
    """
    try:
        status = _verb(arguments.verb)(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads us (head, a pager) has seen enough; Python would complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DeskError as error:
        print(f"lrt-desk: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"lrt-desk: {_file_trouble(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(t("lrt-desk: afgebroken."), file=sys.stderr)
        return 130
    except Exception as error:  # noqa: BLE001  the last wall: nothing confidential may be printed
        print(f"lrt-desk: {_fault(error)}", file=sys.stderr)
        return 3
    return status


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    from lrt_desk.cli import (
        archive_verbs,
        demo,
        document_verbs,
        publication_verbs,
        self_test,
        signing,
        verifying,
    )

    verbs: dict[str, Callable[[argparse.Namespace], int]] = {
        "new": archive_verbs.new,
        "sessions": archive_verbs.sessions,
        "show": archive_verbs.show,
        "import": archive_verbs.import_minutes,
        "logo": archive_verbs.logo,
        "search": archive_verbs.search_words,
        "check": archive_verbs.check_archive,
        "invite": document_verbs.invite,
        "export": document_verbs.export,
        "sign": signing.sign_file,
        "verify": verifying.verify_files,
        "redactions": publication_verbs.redact,
        "withdraw": publication_verbs.withdraw,
        "demo": demo.demo,
        "self-test": self_test.self_test,
    }
    return verbs[name]


def _file_trouble(error: OSError) -> str:
    return t(
        "{file} kan niet worden gelezen of geschreven: {reason}. Er is niets gewijzigd.",
        file=error.filename or t("Een bestand"),
        reason=_reason(error),
    )


def _reason(error: OSError) -> str:
    """Say in the language of the screen what the system says in its own."""
    reasons = {
        FileNotFoundError: t("het bestand of de map is er niet"),
        FileExistsError: t("er is al iets met die naam"),
        IsADirectoryError: t("het is een map"),
        NotADirectoryError: t("de map is een bestand"),
        PermissionError: t("u hebt er geen toegang toe"),
    }
    full = t("de schijf is vol") if error.errno == errno.ENOSPC else t("de schijf geeft een fout")
    return reasons.get(type(error), full)


def _fault(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
    return t(
        "Een fout in het programma ({kind} in {place}). Er is niets gewijzigd; meld dit.",
        kind=type(error).__name__,
        place=place,
    )
