"""Small distributions in memory, the same bytes each time, that tests can take apart and spoil."""

import base64
import dataclasses
import gzip
import hashlib
import io
import tarfile
import zipfile

MOMENT = (2026, 1, 1, 0, 0, 0)


@dataclasses.dataclass(frozen=True)
class Distribution:
    """A file that can be uploaded."""

    name: str
    version: str
    filename: str
    content: bytes

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()

    @property
    def project(self):
        return self.name.replace("_", "-").lower()

    @property
    def is_wheel(self):
        return self.filename.endswith(".whl")

    def fields(self):
        """The form's fields, as twine fills them in."""
        return [
            (":action", "file_upload"), ("protocol_version", "1"), ("metadata_version", "2.1"),
            ("name", self.name), ("version", self.version),
            ("filetype", "bdist_wheel" if self.is_wheel else "sdist"),
            ("pyversion", "py3" if self.is_wheel else "source"),
            ("sha256_digest", self.sha256),
        ]

    def with_content(self, content):
        return dataclasses.replace(self, content=content)


def metadata(name, version):
    return f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: A test.\n".encode()


def record_line(path, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(content)}\n"


def wheel_members(name, version, text="", extra=()):
    """Paths and contents of a wheel, RECORD last and correct."""
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    members = [
        (f"{module}.py", f"VERSION = {version!r}\nTEXT = {text!r}\n".encode()),
        *extra,
        (f"{info}/METADATA", metadata(name, version)),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\n"
                          b"Tag: py3-none-any\n"),
    ]
    record = "".join(record_line(*member) for member in members) + f"{info}/RECORD,,\n"
    return [*members, (f"{info}/RECORD", record.encode())]


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """A zip file of paths, or ready-made ZipInfo, and contents."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", compression) as file:
        for path, content in members:
            info = path if isinstance(path, zipfile.ZipInfo) else zipfile.ZipInfo(path, MOMENT)
            info.compress_type = compression
            if info.external_attr == 0:
                info.external_attr = 0o100644 << 16
            file.writestr(info, content)
    return archive.getvalue()


def wheel(name, version="1.0", text="", extra=()):
    module = name.replace("-", "_")
    return Distribution(
        name, version, f"{module}-{version}-py3-none-any.whl",
        zipped(wheel_members(name, version, text, extra)),
    )


def tarred(members, compresslevel=6):
    """A tar.gz of TarInfo, or paths, and contents."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as file:
        for path, content in members:
            info = path if isinstance(path, tarfile.TarInfo) else tarfile.TarInfo(path)
            if content is not None:
                info.size = len(content)
            file.addfile(info, io.BytesIO(content) if content is not None else None)
    return gzip.compress(archive.getvalue(), compresslevel, mtime=0)


def sdist_members(name, version, text=""):
    module = name.replace("-", "_")
    top = f"{module}-{version}"
    setup = (
        "from setuptools import setup\n"
        f"setup(name={name!r}, version={version!r}, py_modules=[{module!r}])\n"
    )
    return [
        (f"{top}/PKG-INFO", metadata(name, version)),
        (f"{top}/setup.py", setup.encode()),
        (f"{top}/{module}.py", f"VERSION = {version!r}\nTEXT = {text!r}\n".encode()),
    ]


def sdist(name, version="1.0", text="", extra=()):
    module = name.replace("-", "_")
    return Distribution(
        name, version, f"{module}-{version}.tar.gz",
        tarred([*sdist_members(name, version, text), *extra]),
    )
