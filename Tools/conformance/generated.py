"""Seeded random questions, answered by the library and by the binary.

Run inside the virtual environment: generated.py BINARY [--rows N] [--seed S] [--op NAME].
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import sys
import warnings

import allowed
import oracle
from binary import agrees, ask
from generator import GENERATORS, WEIGHTS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--op", action="append", choices=sorted(GENERATORS))
    options = parser.parse_args()
    warnings.simplefilter("ignore")

    source = random.Random(options.seed)
    names = options.op or list(GENERATORS)
    drawn = source.choices(names, [WEIGHTS[name] for name in names], k=options.rows)
    questions = [{"op": name, **GENERATORS[name](source)} for name in drawn]
    expected = [oracle.answer(question) for question in questions]
    answers = ask([options.binary, "conform"], questions)

    counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    shown = collections.Counter()
    for question, wanted, answer in zip(questions, expected, answers, strict=True):
        count = counts[question["op"]]
        count["accepted" if wanted["ok"] else "refused"] += 1
        if agrees(wanted, answer):
            continue
        rule = allowed.reason(question, wanted, answer)
        count["differing" if rule is None else "allowed"] += 1
        if rule is None and shown[question["op"]] < 10:
            shown[question["op"]] += 1
            print("DIFFERS", json.dumps(question))
            print("   expected", wanted, "\n   answered", answer)

    kinds = ("accepted", "refused", "allowed", "differing")
    print(f"{'rows':>8}" + "".join(f"{kind:>10}" for kind in kinds))
    total: collections.Counter = collections.Counter()
    for name, count in sorted(counts.items()):
        total += count
        rows = count["accepted"] + count["refused"]
        print(f"{rows:>8}" + "".join(f"{count[kind]:>10}" for kind in kinds) + f"  {name}")
    rows = total["accepted"] + total["refused"]
    print(f"{rows:>8}" + "".join(f"{total[kind]:>10}" for kind in kinds) + "  in all")
    return int(total["differing"] > 0)


if __name__ == "__main__":
    sys.exit(main())
