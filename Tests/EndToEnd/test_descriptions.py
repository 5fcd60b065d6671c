"""Descriptions, rendered by the library that PyPI uses, and what hostile ones come to."""

import re
import sqlite3
import sys
from html.parser import HTMLParser

import pytest

import distributions
from cheeseboard_server import wait_until

ALLOWED = set(
    "a abbr acronym aside b blockquote br caption cite code col colgroup dd del details div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img input kbd li nav ol p picture pre section span "
    "strong sub summary sup table tbody td th thead tr tt ul var".split())

# What has been used against pages that show other people's text.
HOSTILE = [
    "<script>alert(1)</script>", "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>", "<img src=\"javascript:alert(1)\">",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<iframe src=\"https://evil.example\"></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"https://evil.example\"></object>", "<embed src=\"https://evil.example\">",
    "<form action=\"https://evil.example\"><input type=password name=p><button>x</button></form>",
    "<button formaction=\"https://evil.example\">x</button>", "<input autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)></textarea>", "<select autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>", "<base href=\"https://evil.example\">",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<link rel=stylesheet href=\"https://evil.example/x.css\">",
    "<style>@import 'https://evil.example/x.css';</style>", "<p style=\"position:fixed;top:0\">x</p>",
    "<div style=\"background:url(javascript:alert(1))\">x</div>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\" javascript:alert(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>", "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](javascript:alert(1))", "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]", "![x\" onerror=\"alert(1)](https://a.example/x.png)",
    "[x](https://a.example \"t\\\" onmouseover=\\\"alert(1)\")",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<template><script>alert(1)</script></template>", "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>", "<isindex type=image src=1 onerror=alert(1)>",
    "<a href=\"#\" id=\"__proto__\" name=\"attributes\">x</a>", "<img name=getElementById src=x>",
    "</div></div></main><h1>another page</h1>", "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<img src=x:x onerror\n=alert(1)>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<p title='\"><script>alert(1)</script>'>x",
    "```html\n<script>alert(1)</script>\n```", "```\"><img/src=x/onerror=alert(1)>\nx\n```",
    "`<script>alert(1)</script>`", "\0<script>alert(1)</script>", "<a href=//evil.example>x</a>",
    "<div class=\"banner button\" id=\"sign-in\">x</div>", "<picture><source srcset=x onerror=alert(1)><img src=x></picture>",
]

HOSTILE_RST = [
    ".. raw:: html\n\n   <script>alert(1)</script>", ".. include:: /etc/passwd",
    ".. csv-table:: x\n   :file: /etc/passwd", ".. raw:: html\n   :file: /etc/passwd",
    "`x <javascript:alert(1)>`_", ".. image:: javascript:alert(1)",
    ".. image:: https://a.example/x.png\n   :target: javascript:alert(1)",
    ".. _x: javascript:alert(1)\n\nx_", "<script>alert(1)</script>",
    ".. figure:: https://a.example/x.svg\n   :alt: \" onerror=\"alert(1)",
    ".. role:: raw-html(raw)\n   :format: html\n\n:raw-html:`<script>alert(1)</script>`",
    ".. class:: banner\" onclick=\"alert(1)\n\nx", ".. code:: html\n\n   <script>alert(1)</script>",
    ".. container:: button\n\n   x", ".. math:: <script>alert(1)</script>",
    ".. meta::\n   :http-equiv=refresh: 0;url=https://evil.example",
]


class Checker(HTMLParser):
    """Reads a page as a browser would, and collects what has no place in a description."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.faults = [], []
        self.feed(html)
        self.close()
        self.faults += [f"<{name}> is left open" for name in self.open]

    def handle_starttag(self, name, attributes):
        if name not in ALLOWED:
            self.faults.append(f"<{name}>")
        for key, value in attributes:
            if key.startswith("on") or key in ("style", "srcdoc", "srcset", "formaction", "name"):
                self.faults.append(f"{key} of <{name}>")
            if key in ("href", "src") and not re.match(r"https?://|mailto:|#user-content-", value):
                self.faults.append(f"{key}={value}")
            if key == "id" and not value.startswith("user-content-"):
                self.faults.append(f"id={value}")
            if key == "class" and set(value.split()) & {"banner", "button"}:
                self.faults.append(f"class={value}")
        if name == "a" and dict(attributes).get("href"):
            if dict(attributes).get("rel") != "nofollow noopener noreferrer":
                self.faults.append("a link that is followed")
        if name not in ("br", "col", "hr", "img", "input"):
            self.open.append(name)

    def handle_endtag(self, name):
        if not self.open or self.open.pop() != name:
            self.faults.append(f"</{name}> too many")

    def handle_comment(self, data):
        self.faults.append("a comment")

    def handle_decl(self, declaration):
        self.faults.append("a declaration")

    handle_pi = unknown_decl = handle_decl


@pytest.fixture
def renderer(make_server, tmp_path):
    """Renders a text as a page would show it; None where it cannot be rendered."""
    index = make_server(settings={"descriptions.python": sys.executable, "descriptions.images": "show"})

    def render(text, kind):
        path = tmp_path / "description"
        path.write_bytes(text.encode())
        done = index.command("descriptions", "render", path, "--type", kind, check=False)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout if done.returncode == 0 else None

    return render


@pytest.mark.parametrize("kind", ["text/markdown", "text/markdown; variant=CommonMark", "text/x-rst", "text/plain"])
def test_no_hostile_text_comes_through(renderer, kind):
    texts = HOSTILE_RST if kind == "text/x-rst" else HOSTILE
    # One by one where text swallows what follows it, and all of them in one page.
    rendered = 0
    for text in texts + ["\n\n".join(texts)]:
        html = renderer("before\n\n" + text + "\n\nafter\n", kind)
        if html is not None:
            rendered += 1
            assert Checker(html).faults == [], (text, html)
            assert "root:" not in html
    assert rendered > len(texts) / 3


def test_the_three_formats_look_as_on_pypi(renderer):
    markdown = renderer(
        "# Title\n\n**bold** [link](https://a.example) ![alt](https://a.example/a.png)\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\n```python\ndef f(): pass\n```\n\n[up](#title)\n",
        "text/markdown")
    for piece in (
        "<strong>bold</strong>", '<a href="https://a.example" rel="nofollow noopener noreferrer">link</a>',
        '<img src="https://a.example/a.png" alt="alt" loading="lazy" referrerpolicy="no-referrer">',
        "<td>1</td>", '<input type="checkbox" disabled="" checked="">', '<span class="k">def</span>',
        '<h1 id="user-content-title">', 'href="#user-content-title"',
    ):
        assert piece in markdown, piece
    rst = renderer("Title\n=====\n\n**bold**\n\n.. code:: python\n\n   def f(): pass\n", "text/x-rst")
    assert "<strong>bold</strong>" in rst and '<span class="k">def</span>' in rst
    assert renderer("a < b\n& c", "text/plain").strip() == "a &lt; b<br>&amp; c"


def test_what_is_not_rst_is_said(make_server, tmp_path):
    index = make_server(settings={"descriptions.python": sys.executable})
    path = tmp_path / "README"
    path.write_text("Title\n==\n\n**open")
    done = index.command("descriptions", "render", path, check=False)
    assert done.returncode == 1 and "WARNING" in done.stderr


def stored(index):
    with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
        return database.execute(
            "SELECT html, problem, renderer FROM descriptions ORDER BY release_id").fetchall()


def test_a_description_is_rendered_after_the_upload(make_index, dist):
    index = make_index(settings={"descriptions.python": sys.executable})
    token = index.token()
    wheel = distributions.wheel(dist, "brie", "1.0", description="# Brie", description_content_type="text/markdown")
    assert distributions.publish(index, wheel, token=token).status_code == 200
    assert wait_until(lambda: stored(index), 30)
    (html, problem, renderer), = stored(index)
    assert ">Brie" in html and problem is None and renderer.startswith("readme_renderer ")


def test_a_description_that_does_not_render_is_told_by_profile(make_index, dist):
    wheel = distributions.wheel(dist, "brie", "1.0", description="T\n=\n\n**open\n", description_content_type="text/x-rst")
    private = make_index(settings={"descriptions.python": sys.executable})
    assert distributions.publish(private, wheel, token=private.token()).status_code == 200
    assert wait_until(lambda: stored(private), 30)
    (html, problem, _), = stored(private)
    assert html is None and "WARNING" in problem
    # Who may upload is not what this is about.
    public = {"profile": "pypi", "accounts.requireSecondFactor": "false", "accounts.requireVerifiedEmail": "false"}
    strict = make_index("strict", settings={"descriptions.python": sys.executable, **public})
    answer = distributions.publish(strict, wheel, token=strict.token())
    assert answer.status_code == 400 and "failed to render" in answer.text
    without = make_index("without", settings={"descriptions.python": "/nowhere/python", **public})
    assert distributions.publish(without, wheel, token=without.token()).status_code == 200


def test_what_was_published_before_the_renderer_came_is_rendered_then(make_index, dist):
    index = make_index(settings={"descriptions.python": "/nowhere/python"})
    wheel = distributions.wheel(dist, "brie", "1.0", description="# Brie", description_content_type="text/markdown")
    assert distributions.publish(index, wheel, token=index.token()).status_code == 200
    assert wait_until(lambda: "descriptions install" in index.log_text(), 30)
    assert stored(index) == []
    index.stop()
    index.settings["descriptions.python"] = sys.executable
    index.start()
    assert wait_until(lambda: stored(index), 30)


def test_one_command_installs_the_renderer(make_server):
    index = make_server()
    assert index.command("descriptions", "install").stdout.startswith("readme_renderer ")
    shown = index.command("descriptions").stdout
    assert "readme_renderer" in shown and "renderer/bin/python" in shown and "Markdown" not in shown
