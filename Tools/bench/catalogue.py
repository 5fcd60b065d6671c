#!/usr/bin/env python3
"""Makes a catalogue of as many projects as the largest index has: names and summaries in the shapes that people give them.

usage: catalogue.py [COUNT] > catalogue.jsonl

Nothing is random: the same lines come on each run.
"""

import json
import random
import sys

RANKED = 15_000

COMMON = """
api app async auth aws azure bot browser cache calendar chart chat check cli client cloud code color command common config
connect console container context control convert core crypto csv data database date db debug deploy design dev device diff
django docker docs download drive edit email engine env event excel export fast feed file filter finance flask flow font
form format forms frame framework game gen geo git github google graph grid group gui handler hash health helper home hook
html http hub image import index info input install io ip iot jira job json jupyter kafka key kit kube lab lambda lang
language learn learning lib light link lint list lite live llm load local lock log logger logging mail manager map mark
markdown math mcp media memory menu message meta metrics micro mini ml mock model module monitor music name net network
news node note notebook notify numpy oauth object odoo open openai parse parser password path pay pdf perf photo pipe
pipeline plot plugin plus pool port price print process project prompt protocol proxy pull push py pytest python qr query
queue quick random rate react reader redis remote render report request requests response rest robot router rpc rule run
runner scan schema scraper script sdk search secure sensor sentry serial server service session shell simple simulator
site sky smart sms social socket solver sort spark speech sql stack state static stats storage store stream string style
super sync system table tag task telegram template tensor term test testing text theme time tiny token tool toolkit tools
torch trace track trade train translate tree twitter type ui unit update upload url user util utils validator vault
vector video view viewer vision voice vpn watch weather web widget wiki win word work worker wrapper xml yaml youtube zip
""".split()

PARTS = ["b", "br", "c", "cr", "d", "dr", "f", "fl", "g", "gl", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "pl",
         "pr", "qu", "r", "s", "sc", "sh", "sk", "sl", "sp", "st", "t", "th", "tr", "v", "w", "x", "y", "z"]
VOWELS = ["a", "e", "i", "o", "u"] * 3 + ["ai", "ea", "io", "ou", "ee", "oo", "y"]
ENDS = [""] * 20 + ["n", "r", "s", "t", "l", "x", "m", "ck", "nd", "rt", "st", "ng", "th", "ly", "fy", "er", "io"]

BEFORE = ["py", "python-", "django-", "flask-", "pytest-", "odoo-addon-", "my", "open", "fast", "auto", "easy-",
          "mcp-server-", "airflow-provider-", "types-", "lib", "jupyter-", "llama-index-", "azure-", "aws-cdk-"]
AFTER = ["-py", "py", "-client", "-sdk", "-api", "-cli", "-utils", "-python", "-core", "-tools", "kit", "lib", "-mcp",
         "ify", "hub", "ai", "-plugin", "-lite", "2", "3", "-server"]

SENTENCES = [
    "A Python {b} for {a}", "{A} {b} for Python", "Python client for the {w} API", "A simple {a} {b}",
    "Tools for {a} and {b}", "{W}: {a} {b} made easy", "Unofficial Python wrapper for {w}", "A {a} plugin for {b}",
    "{A} utilities", "Command line {b} for {a} {c}", "Fast and simple {a} {b} with {c} support", "My first Python package",
    "A lightweight library for {a} {b}", "Async {a} client for {w}", "Django app for {a}", "Machine learning {a} for {b}",
    "Python bindings for {w}", "{W} {a} integration for {b}", "Extract {a} from {b} files", "An implementation of {w} in Python",
    "",
]


def word(random):
    """A word that no dictionary has, as brands are."""
    parts = []
    for _ in range(random.choices([1, 2, 3], [3, 5, 1])[0]):
        parts.append(random.choice(PARTS) + random.choice(VOWELS) + random.choice(ENDS))
    return "".join(parts)


def name(random, words):
    """A name: a brand, words of the trade, or both, with what people put before and behind."""
    shape = random.random()
    pick = lambda: random.choice(COMMON) if random.random() < 0.55 else random.choice(words)
    separator = random.choices(["-", "_", "", "."], [70, 12, 17, 1])[0]
    if shape < 0.22:
        text = word(random)
    elif shape < 0.67:
        text = pick() + separator + pick()
    elif shape < 0.87:
        text = separator.join([pick(), pick(), pick()])
    else:
        text = random.choice(words)
    if random.random() < 0.22:
        text = random.choice(BEFORE) + text
    if random.random() < 0.18:
        text += random.choice(AFTER)
    if random.random() < 0.02:
        text += str(random.randrange(2, 1000))
    return text.capitalize() if random.random() < 0.05 else text


def summary(random, words):
    """One line about it."""
    a, b, c = (random.choice(COMMON) for _ in range(3))
    w = random.choice(words)
    return random.choice(SENTENCES).format(a=a, b=b, c=c, w=w, A=a.capitalize(), W=w.capitalize())


def normalized(name):
    """The name as indexes compare it."""
    text = name.lower()
    for separator in "_.":
        text = text.replace(separator, "-")
    while "--" in text:
        text = text.replace("--", "-")
    return text


def lines(count):
    """So many projects, each name once; the first ones are the most used."""
    generator = random.Random(886_000)
    words = [word(generator) for _ in range(60_000)]
    seen = set()
    ranks = 0
    while len(seen) < count:
        text = name(generator, words)
        key = normalized(text)
        if key in seen:
            continue
        seen.add(key)
        # The used ones lie all over the alphabet, as they come.
        ranks += 1
        yield {
            "name": text, "version": f"{generator.randrange(9)}.{generator.randrange(20)}.{generator.randrange(9)}",
            "summary": summary(generator, words), "rank": ranks if ranks <= RANKED else None,
        }


if __name__ == "__main__":
    for entry in lines(int(sys.argv[1]) if len(sys.argv) > 1 else 886_000):
        print(json.dumps(entry))
