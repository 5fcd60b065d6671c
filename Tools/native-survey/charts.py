"""Charts as SVG: no scripts, no fonts to load, colours for light and dark, and each number also written."""

import html

import figures

WIDTH, LEFT, RIGHT = 760, 196, 24
STYLE = """
    .back { fill: #fbfbf9; stroke: #dcdcd6 } text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #33383d }
    .title { font-size: 16px; font-weight: 600 } .small { font-size: 12px; fill: #626a71 } .in { font-size: 12px; fill: #fff }
    .yes { fill: #2c7a7b } .partial { fill: #7a8f3a } .no { fill: #b4573a } .unknown { fill: #8b949c } .bar { fill: #3c6e9f }
    @media (prefers-color-scheme: dark) {
      .back { fill: #15191d; stroke: #2b3238 } text { fill: #d9dee2 } .small { fill: #9aa4ad } .in { fill: #fff }
      .yes { fill: #2f8586 } .partial { fill: #75893a } .no { fill: #b85f43 } .unknown { fill: #5f6870 } .bar { fill: #4a7fb3 }
    }"""
KINDS = [figures.YES, figures.PARTIAL, figures.NO, figures.UNKNOWN]


def all(survey):
    """The pictures by name."""
    files = "has it|in part|does not|cannot be told".split("|")
    projects = "in all own files that tell|in some, or in part|in none|cannot be told".split("|")
    return {
        "languages": bars(
            "Languages of the packages' own native code", "projects; one that mixes languages counts for each",
            [(figures.NAMES.get(name, name), count) for name, count in survey.projects_with("languages").most_common()], "projects"),
        "grades": bars(
            "Grades of the packages' own native code", "projects; beside them the median share of checks that could be decided",
            [(grade or "none", count) for grade, (count, _) in survey.grades().items()], "projects",
            [f"{coverage:.0f} % decided" if coverage is not None else "" for _, coverage in survey.grades().values()]),
        "projects": stacks(
            "Protections by project", "projects where the protection applies", projects,
            [(label, survey.by_projects(fact, words)) for fact, label, words in figures.PROTECTIONS]),
        "own": stacks(
            "Protections in the packages' own files", "native files", files,
            [(label, survey.by_files("own", fact, words)) for fact, label, words in figures.PROTECTIONS]),
        "vendored": stacks(
            "Protections in vendored libraries", "native files", files,
            [(label, survey.by_files("vendored", fact, words)) for fact, label, words in figures.PROTECTIONS]),
    }


def bars(title, subtitle, rows, unit, notes=None):
    """One bar a row, (label, count)."""
    most = max((count for _, count in rows), default=1) or 1
    room = WIDTH - LEFT - RIGHT - 150
    parts = []
    for index, (label, count) in enumerate(rows):
        y = 72 + index * 30
        note = f"  ·  {notes[index]}" if notes and notes[index] else ""
        parts.append(text(LEFT - 12, y + 15, label, anchor="end"))
        width = room * count / most
        if count:
            parts.append(f'<rect class="bar" x="{LEFT}" y="{y}" width="{width:.1f}" height="21" rx="2"/>')
        parts.append(text(LEFT + width + 8, y + 15, f"{count}{note}"))
    told = ", ".join(f"{label} {count}" for label, count in rows)
    return picture(title, subtitle, parts, 72 + len(rows) * 30 + 12, f"{title}, {unit}: {told}.")


def stacks(title, subtitle, names, rows):
    """One bar of a hundred per cent a row, (label, counts by verdict)."""
    room = WIDTH - LEFT - RIGHT - 44
    parts, x = [], LEFT
    for kind, name in zip(KINDS, names):
        parts.append(f'<rect class="{kind}" x="{x}" y="62" width="12" height="12" rx="2"/>')
        parts.append(text(x + 18, 72.5, name, "small"))
        x += 36 + round(5.9 * len(name))
    told = []
    for index, (label, counts) in enumerate(rows):
        y, x, total = 90 + index * 30, float(LEFT), sum(counts.values())
        parts.append(text(LEFT - 12, y + 15, label, anchor="end"))
        parts.append(text(WIDTH - RIGHT, y + 15, f"of {total}", "small", "end"))
        for kind, name in zip(KINDS, names):
            if not counts[kind]:
                continue
            width = room * counts[kind] / total
            parts.append(
                f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{max(width - 1, 1):.1f}" height="21">'
                f"<title>{html.escape(label)}: {html.escape(name)} {counts[kind]} of {total}</title></rect>")
            if width > 8 * len(str(counts[kind])) + 6:
                parts.append(text(x + width / 2, y + 15, counts[kind], "in", "middle"))
            x += width
        told.append(f"{label}: " + ", ".join(f"{name} {counts[kind]}" for kind, name in zip(KINDS, names) if counts[kind]))
    return picture(title, subtitle, parts, 90 + len(rows) * 30 + 12, f"{title}, {subtitle}. {'; '.join(told)}.")


def text(x, y, words, style=None, anchor=None):
    style = f' class="{style}"' if style else ""
    anchor = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:g}" y="{y:g}"{style}{anchor}>{html.escape(str(words))}</text>'


def picture(title, subtitle, parts, height, told):
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        ' aria-labelledby="title told">',
        f'<title id="title">{html.escape(title)}</title>', f'<desc id="told">{html.escape(told)}</desc>',
        f"<style>{STYLE}\n  </style>",
        f'<rect class="back" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="6"/>',
        text(24, 30, title, "title"), text(24, 49, subtitle, "small"), *parts, "</svg>"]
    return "\n  ".join(lines[:-1]) + "\n</svg>\n"
