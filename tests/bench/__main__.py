"""Ratios to what does the same job elsewhere: `python3 dev.py bench [NAME…]`.

Both sides take turns in one run and their medians are compared, so that a busy machine slows
both. A ratio above 1 means that we are slower.
"""

import sys

from tests.bench import autosave, documents, startup

BENCHES = {"startup": startup, "documents": documents, "autosave": autosave}


def main(names: list[str]) -> int:
    """Run the named benches, or all."""
    if unknown := set(names) - set(BENCHES):
        print(f"No bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}.")
        return 2
    print(f"{'':48}{'ours':>10}{'theirs':>10}  ratio")
    for name in names or BENCHES:
        for line in BENCHES[name].lines():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
