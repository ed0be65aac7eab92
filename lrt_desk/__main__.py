"""The program's front door: the window when no verb is given, else the command line."""

import sys
from pathlib import Path


def main() -> int:
    """Run what the command line asks; gives the exit status."""
    from lrt_desk.cli import parse, run

    arguments = parse(sys.argv[1:])
    if arguments.verb is None:
        return _window(arguments.archive, arguments.passphrase_file)
    status = run(arguments)
    if arguments.verb == "demo" and status == 0 and not arguments.no_window:
        from lrt_desk.cli.demo import archive_path, passphrase_path

        return _window(archive_path(arguments.out), passphrase_path(arguments.out))
    return status


def _window(archive: Path | None, passphrase_file: Path | None) -> int:
    from ui.app import main as window

    return window(archive, passphrase_file)


if __name__ == "__main__":
    sys.exit(main())
