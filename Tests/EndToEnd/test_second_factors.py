"""An authenticator app set up from the picture on the page, by other programs than this one."""

import re
import urllib.parse

import pyotp

import crawler
import page_forms
import qr_pictures
from site_content import PASSWORD


def test_an_app_reads_the_picture_and_its_codes_are_taken(make_server, tmp_path):
    index = make_server()
    index.add_user("alma", PASSWORD)
    index.start()
    alma = crawler.signed_in(index.url, "alma", PASSWORD)
    base = index.url.rstrip("/")

    def send(path, **fields):
        form = page_forms.form(alma.get(base + path, timeout=30), path)
        return page_forms.send(alma, form, **fields)

    made = send("/manage/account/recovery-codes/generate/", password=PASSWORD)
    codes = re.findall(r"<code>([0-9a-f]{16})</code>", made.text)
    assert len(codes) == 8
    send("/manage/account/recovery-codes/burn/", code=codes[0])

    page = alma.get(base + "/manage/account/totp-provision/", timeout=30)
    address = qr_pictures.read(page.text, tmp_path)
    app = pyotp.parse_uri(address)
    assert app.name == "alma" and app.issuer == urllib.parse.urlsplit(index.url).netloc
    assert app.secret == re.search(r'name="secret" value="([A-Z2-7]+)"', page.text)[1]
    answer = page_forms.send(alma, page_forms.form(page, "/totp-provision/"), code=app.now())
    assert "The second factor is added." in answer.text
    assert "Remove the authenticator app" in answer.text
