"""Reads the QR codes of pages with zbar, as a phone's camera would."""

import re
import subprocess


def read(svg, folder, scale=6):
    """What a QR code says that stands in SVG as this site draws it."""
    side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    dark = re.search(r'fill="#000" d="([^"]+)"', svg)[1]
    rows = [bytearray(b"\xff" * side) for _ in range(side)]
    for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", dark):
        for place in range(int(column), int(column) + int(length)):
            rows[int(row)][place] = 0
    picture = folder / "code.pgm"
    lines = b"".join(bytes(b for b in row for _ in range(scale)) * scale for row in rows)
    picture.write_bytes(b"P5 %d %d 255\n" % (side * scale, side * scale) + lines)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n")
