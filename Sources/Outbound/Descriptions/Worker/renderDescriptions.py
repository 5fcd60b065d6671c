"""Renders descriptions for the index, by the library that PyPI uses.

Reads frames from standard input and writes one to standard output for each: four bytes of length,
then JSON. The first frame that it writes says which versions it renders with.
"""

import ctypes
import io
import json
import os
import resource
import signal
import sys
import warnings

SECONDS, MEMORY = int(sys.argv[1]), int(sys.argv[2])
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


def leave_network():
    """Moves into a network of its own, in which there is nothing; says whether it could."""
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (AttributeError, OSError):
        return False
    return unshare(CLONE_NEWNET) == 0 or unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0


def limit():
    """What a description may make this process use."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            pass


def send(value):
    data = json.dumps(value).encode()
    out.write(len(data).to_bytes(4, "big") + data)
    out.flush()


def receive():
    head = source.read(4)
    return json.loads(source.read(int.from_bytes(head, "big"))) if len(head) == 4 else None


# Whatever a library prints goes nowhere near the frames.
source, out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
warnings.simplefilter("ignore")
is_isolated = leave_network()
limit()
try:
    from importlib.metadata import version

    import readme_renderer.markdown
    import readme_renderer.rst
    import readme_renderer.txt
except Exception as error:
    send({"missing": f"{type(error).__name__}: {error}"[:200]})
    sys.exit(3)


def versions():
    parts = []
    for name in ("readme_renderer", "docutils", "comrak", "cmarkgfm", "Pygments", "nh3"):
        try:
            parts.append(f"{name} {version(name)}")
        except Exception:
            pass
    return ", ".join(parts)


def render(text, kind, variant):
    """The HTML or None, and what docutils complained about."""
    if kind == "text/markdown":
        return readme_renderer.markdown.render(text, variant=variant), None
    if kind == "text/x-rst":
        complaints = io.StringIO()
        html = readme_renderer.rst.render(text, stream=complaints)
        return html, complaints.getvalue()[:2000] or None
    return readme_renderer.txt.render(text), None


has_markdown = bool(readme_renderer.markdown.variants)
send({"renderer": versions(), "hasMarkdown": has_markdown, "isIsolated": is_isolated})
while (job := receive()) is not None:
    # Should the server be gone, the process ends by itself.
    signal.alarm(SECONDS + 2)
    try:
        html, problem = render(job["text"], job["kind"], job["variant"])
        answer = {"html": html, "problem": problem}
    except MemoryError:
        # What is left of the memory may be too little for the next one.
        os._exit(4)
    except RecursionError:
        answer = {"html": None, "problem": "it is nested too deeply"}
    except Exception as error:
        answer = {"html": None, "problem": f"{type(error).__name__}: {error}"[:500]}
    signal.alarm(0)
    send(answer)
