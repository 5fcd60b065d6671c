"""Writes the inputs that fuzzing begins with: seeds.py TARGET FOLDER.

Random bytes are hardly ever a zip file or a requirement; from valid ones the fuzzer soon finds what lies near them.
"""

import gzip
import io
import pathlib
import sys
import tarfile
import zipfile

import native_seeds


def zips():
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for zip64 in (False, True):
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w", method) as archive:
                archive.mkdir("p")
                for name in ("p/a", "p/b"):
                    with archive.open(name, "w", force_zip64=zip64) as member:
                        member.write(b"cheese " * 5)
            yield file.getvalue()


def tars():
    for style in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode="w", format=style) as archive:
            for kind, target in (
                (tarfile.DIRTYPE, ""),
                (tarfile.REGTYPE, ""),
                (tarfile.SYMTYPE, "0"),
                (tarfile.LNKTYPE, "p/0"),
            ):
                info = tarfile.TarInfo("p/" + kind.decode())
                info.type, info.linkname = kind, target
                info.size = 7 if kind == tarfile.REGTYPE else 0
                archive.addfile(info, io.BytesIO(b"cheese "))
            if style != tarfile.USTAR_FORMAT:
                archive.addfile(tarfile.TarInfo("p/" + "long" * 40))
        bytes_ = file.getvalue().rstrip(b"\0") + bytes(1024)
        bytes_ += bytes(-len(bytes_) % 512)
        yield bytes_
        yield gzip.compress(bytes_, mtime=0)


METADATA = """\
Metadata-Version: 2.4
Name: fancy
Version: 1.0
Summary: A summary
Requires-Dist: a>=1; extra == 'b'
Provides-Extra: b
Classifier: Programming Language :: Python
License-Expression: MIT
Description-Content-Type: text/markdown; charset=UTF-8

Text
"""

FORM = """\
\x07--b\r
Content-Disposition: form-data; name=":action"\r
\r
file_upload\r
--b\r
Content-Disposition: form-data; name="content"; filename="a.whl"\r
Content-Type: application/octet-stream\r
\r
PK\r
--b--\r
"""

SEEDS = {
    "filenames": ["a_b-1.0-1-py2.py3-none-any.whl", "a_b-1.0.tar.gz", "Foo._Bar"],
    "licenses": ["MIT OR (Apache-2.0 AND BSD-3-Clause)", "GPL-2.0+ WITH Classpath-exception-2.0"],
    "markers": ["python_version >= '3.8' and (os_name == 'nt' or 'x' in extras)"],
    "metadata": [METADATA],
    "multipart": [FORM],
    "requirements": ["a[b,c]>=1,<2 ; os_name == 'posix'", "a @ https://index.example/a.whl"],
    "specifiers": ["~=1.4,!=1.5.*,===x\n1.4.5", ">=1.0a1\n1.0+local"],
    "versions": ["1!2.3.4a5.post6.dev7+local.8", "v1.0-1"],
    "wheels": [
        "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "[console_scripts]\na = b.c:d [e]\n",
        'a.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n"b,c",,\n',
    ],
    "elf": native_seeds.elfs(),
    "macho": native_seeds.machos(),
    "native": native_seeds.natives(),
    "pe": native_seeds.pes(),
    "tar": tars(),
    "zip": zips(),
}


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for number, seed in enumerate(SEEDS[target]):
        data = seed if isinstance(seed, bytes) else seed.encode()
        (folder / str(number)).write_bytes(data)


main()
