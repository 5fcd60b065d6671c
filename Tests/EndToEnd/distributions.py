"""Small distributions as files, for clients to upload and install."""

import hashlib
import pathlib

import packaging.utils
import requests

from small_distributions import record_line, tarred, zipped


def metadata(
    name, version, requires=(), extras=(), requires_python=None, description="Made for a test.",
    **fields,
):
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {each}" for each in requires]
    lines += [f"Provides-Extra: {each}" for each in extras]
    if requires_python:
        lines.append(f"Requires-Python: {requires_python}")
    lines += [f"{key.replace('_', '-').title()}: {value}" for key, value in fields.items()]
    return "\n".join(lines) + f"\n\n{description}\n"


def wheel(
    folder, name, version, tag="py3-none-any", files=None, metadata_text=None, **fields,
):
    """Writes a wheel whose module says its version; returns its path."""
    module = name.replace("-", "_").replace(".", "_").lower()
    info = f"{module}-{version}.dist-info"
    members = {
        f"{module}/__init__.py": f"__version__ = {version!r}\n".encode(),
        **(files or {}),
        f"{info}/METADATA": (metadata_text or metadata(name, version, **fields)).encode(),
        f"{info}/WHEEL": (
            "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\n" f"Tag: {tag}\n"
        ).encode(),
    }
    record = "".join(record_line(*member) for member in members.items())
    members[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    path = pathlib.Path(folder) / f"{module}-{version}-{tag}.whl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(members.items()))
    return path


def sdist(folder, name, version, **fields):
    """Writes a source distribution that setuptools builds; returns its path."""
    module = name.replace("-", "_").replace(".", "_").lower()
    top = f"{module}-{version}"
    members = {
        "PKG-INFO": metadata(name, version, **fields),
        "pyproject.toml": (
            '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
            f'[project]\nname = "{name}"\nversion = "{version}"\n'
        ),
        f"{module}/__init__.py": f"__version__ = {version!r}\n",
    }
    path = pathlib.Path(folder) / f"{top}.tar.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        tarred((f"{top}/{member}", text.encode()) for member, text in members.items()))
    return path


def publish(index, *paths, token):
    """Uploads files without a client; returns the last answer, which the caller judges."""
    for path in paths:
        path = pathlib.Path(path)
        data = path.read_bytes()
        if path.suffix == ".whl":
            name, version, _, tags = packaging.utils.parse_wheel_filename(path.name)
            kind = {"filetype": "bdist_wheel", "pyversion": min(tag.interpreter for tag in tags)}
        else:
            name, version = packaging.utils.parse_sdist_filename(path.name)
            kind = {"filetype": "sdist", "pyversion": "source"}
        answer = requests.post(
            index.upload, auth=("__token__", token), verify=index.certificate,
            data={
                ":action": "file_upload", "protocol_version": "1", "metadata_version": "2.1",
                "name": name, "version": str(version),
                "sha256_digest": hashlib.sha256(data).hexdigest(), **kind,
            },
            files={"content": (path.name, data, "application/octet-stream")},
            timeout=60,
        )
    return answer
