"""The real clients, each in its newest release and in a virtual environment of its own.

They are kept in `.build-e2e/clients` and renewed once a day. `python clients.py` installs them all.
"""

import concurrent.futures
import fcntl
import importlib.metadata
import os
import pathlib
import shutil
import subprocess
import sys
import time

import packaging.requirements

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build-e2e" / "clients"
DAY = 24 * 60 * 60

# What goes into each environment, the client itself first.
CLIENTS = {
    "pip": ["pip"],
    "pip-23.2": ["pip==23.2"],
    "uv": ["uv"],
    "uv-0.11": ["uv<0.12"],
    "twine": ["twine", "build", "setuptools"],
    "poetry": ["poetry"],
    # With what its makers lock: pdm 2.29 claims to work with any newer hishel, and does not.
    "pdm": ["pdm[locked]", "pdm-backend"],
    "hatch": ["hatch", "hatchling"],
    "flit": ["flit"],
    "bandersnatch": ["bandersnatch"],
}

# What a user's own settings or the machine's might say to a client; the tests say it themselves.
PREFIXES = (
    "PIP_", "UV_", "POETRY_", "PDM_", "HATCH_", "FLIT_", "TWINE_", "CHEESEBOARD_", "PYTHON",
    "VIRTUAL_ENV", "XDG_", "NETRC", "SSL_CERT_", "REQUESTS_CA_", "CURL_CA_",
)


class ClientEnded(AssertionError):
    """A client ended with a code that the test did not expect."""


class Client:
    """One installed client."""

    def __init__(self, name):
        self.name = name
        self.folder = FOLDER / name
        self.bin = self.folder / "bin"
        self.python = self.bin / "python"

    @property
    def version(self):
        package = packaging.requirements.Requirement(CLIENTS[self.name][0]).name
        paths = [str(path) for path in self.folder.glob("lib/python*/site-packages")]
        found = importlib.metadata.distributions(name=package, path=paths)
        return next((each.version for each in found), None)

    def ensure(self):
        """Installs the client where it is missing or more than a day old."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        stamp = self.folder / "installed"
        with open(FOLDER / f"{self.name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            wanted = "\n".join(CLIENTS[self.name])
            if (
                stamp.exists() and stamp.read_text() == wanted
                and time.time() - stamp.stat().st_mtime < DAY
            ):
                return self
            if not stamp.exists():
                shutil.rmtree(self.folder, ignore_errors=True)
                self._run(sys.executable, "-m", "venv", "--without-pip", str(self.folder))
            self._run(
                sys.executable, "-m", "pip", "--python", str(self.python), "install", "--quiet",
                "--upgrade", *CLIENTS[self.name],
            )
            stamp.write_text(wanted)
        return self

    @staticmethod
    def _run(*words):
        done = subprocess.run(words, capture_output=True, text=True, timeout=600)
        if done.returncode != 0:
            raise ClientEnded(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr}")


class Machine:
    """A person's machine: a home folder without settings, from which only loopback is reached."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.home = self.folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            key: value for key, value in os.environ.items()
            if not key.startswith(PREFIXES) and not key.lower().endswith("_proxy")
        }
        nowhere = "http://127.0.0.1:9"
        self.environment |= {
            "HOME": str(self.home), "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INPUT": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_RETRIES": "0",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "UV_PYTHON": sys.executable, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_CONFIG": "1",
            "UV_LINK_MODE": "copy", "UV_HTTP_RETRIES": "0", "PDM_CHECK_UPDATE": "false",
            "POETRY_VIRTUALENVS_IN_PROJECT": "true", "POETRY_NO_INTERACTION": "1",
            "http_proxy": nowhere, "https_proxy": nowhere, "HTTP_PROXY": nowhere,
            "HTTPS_PROXY": nowhere, "no_proxy": "127.0.0.1,localhost",
            "NO_PROXY": "127.0.0.1,localhost", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200",
        }

    def run(self, client, *words, cwd=None, code=0, env=None, input=None):
        """Runs a client's program; returns all that it printed.

        `words` begin with the program's name. `code` is the exit code that it must end with;
        None stands for any but 0.
        """
        client = Client(client).ensure()
        program, *rest = map(str, words)
        environment = self.environment | {k: str(v) for k, v in (env or {}).items()}
        environment["PATH"] = f"{client.bin}{os.pathsep}{environment['PATH']}"
        done = subprocess.run(
            [str(client.bin / program), *rest], cwd=cwd or self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300,
            input=input if input is not None else "",
        )
        said = f"$ {program} {' '.join(rest)}\n{done.stdout}"
        print(said)
        if done.returncode != code if code is not None else done.returncode == 0:
            raise ClientEnded(f"{said}\nended with {done.returncode}")
        return done.stdout

    def pip(self, *words, version="pip", **options):
        """Runs pip: `pip` for the newest, `pip-23.2` for the old one."""
        return self.run(version, "python", "-m", "pip", *words, **options)

    def uv(self, *words, **options):
        return self.run("uv", "uv", *words, **options)

    def venv(self, name="venv"):
        """Makes an empty virtual environment and returns its Python."""
        folder = self.folder / name
        self.uv("venv", "--quiet", folder)
        return folder / "bin" / "python"

    def says(self, python, code):
        """What a line of code prints in a virtual environment."""
        done = subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, timeout=60,
            cwd=self.folder, env=self.environment,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def installed():
    """Name and version of every client that is there."""
    return {name: Client(name).version for name in CLIENTS if Client(name).version}


def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for client in pool.map(lambda name: Client(name).ensure(), CLIENTS):
            print(client.name, client.version)


if __name__ == "__main__":
    main()
