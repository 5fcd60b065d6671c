"""Behind a real proxy (nginx) under a path of its own, and with TLS of its own."""

import shutil
import socket
import ssl
import subprocess

import pytest
import requests

from cheeseboard_server import wait_until
from distributions import publish as upload
from distributions import wheel

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@pytest.fixture
def nginx(tmp_path):
    """Starts nginx in front of an index; every one is stopped in the end."""
    if NGINX is None:
        pytest.skip("nginx is not installed; `make test` installs it")
    processes = []

    def start(target, path, forwarded):
        folder = tmp_path / "nginx"
        folder.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        headers = "".join(f"proxy_set_header {name} {value};" for name, value in forwarded.items())
        (folder / "nginx.conf").write_text(
            f"""
            daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;
            events {{}}
            http {{
              access_log off; client_max_body_size 0;
              client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
              fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
              server {{
                listen 127.0.0.1:{port};
                location {path} {{
                  proxy_pass {target}; proxy_http_version 1.1; proxy_request_buffering off;
                  proxy_set_header Host $http_host; {headers}
                }}
              }}
            }}
            """)
        process = subprocess.Popen(
            [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
        processes.append(process)
        assert wait_until(lambda: not _is_closed(port))
        return f"http://127.0.0.1:{port}"

    yield start
    for process in processes:
        process.terminate()
        process.wait(timeout=30)


def _is_closed(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


FORWARDED = {
    "X-Forwarded-Proto": "https", "X-Forwarded-Host": "index.example",
    "X-Forwarded-Prefix": "/python", "X-Forwarded-For": "$proxy_add_x_forwarded_for",
}


def test_a_trusted_proxy_says_how_the_index_is_addressed(make_index, nginx, machine, dist):
    index = make_index(settings={"proxy.trusted": "127.0.0.0/8, ::1"})
    token = index.token()
    front = nginx(index.url + "/", "/python/", FORWARDED) + "/python"
    file = wheel(dist, "Soft.Brie", "1.0")
    machine.run(
        "twine", "twine", "upload", "--repository-url", front + "/legacy/", "-u", "__token__", "-p",
        token, file)
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", front + "/simple/", "soft-brie")
    machine.uv(
        "pip", "install", "--python", python, "--reinstall", "--default-index", front + "/simple/",
        "Soft_Brie")

    document = requests.get(front + "/pypi/soft-brie/json", timeout=30).json()
    assert document["urls"][0]["url"].startswith("https://index.example/python/packages/")
    answer = requests.get(front + "/simple/Soft.Brie/", allow_redirects=False, timeout=30)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/python/simple/soft-brie/")
    answer = requests.get(front + "/simple/soft-brie", allow_redirects=False, timeout=30)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/python/simple/soft-brie/")
    assert requests.get(front + "/simple/Soft.Brie", timeout=30).status_code == 200
    assert "/python/" in requests.get(front + "/legacy/", timeout=30).text


def test_an_untrusted_proxy_is_not_believed(make_index, nginx, machine, dist):
    index = make_index()
    upload(index, wheel(dist, "Soft.Brie", "1.0"), token=index.token())
    front = nginx(index.url + "/", "/python/", FORWARDED)
    answer = requests.get(front + "/python/pypi/soft-brie/json", timeout=30)
    assert answer.json()["urls"][0]["url"].startswith(front + "/packages/")
    assert "Strict-Transport-Security" not in answer.headers
    # Addresses in simple pages are relative and so right all the same.
    machine.pip(
        "--python", machine.venv(), "install", "--index-url", front + "/python/simple/", "soft-brie")


def test_a_prefix_of_its_own_needs_no_headers(make_index, nginx, machine, dist):
    index = make_index(settings={"proxy.prefix": "/python"})
    upload(index, wheel(dist, "Soft.Brie", "1.0"), token=index.token())
    front = nginx(index.url, "/python/", {}) + "/python"
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", front + "/simple/", "soft-brie")
    document = requests.get(front + "/pypi/soft-brie/json", timeout=30).json()
    assert document["urls"][0]["url"].startswith(front + "/packages/")
    assert requests.get(document["urls"][0]["url"], timeout=30).status_code == 200
    answer = requests.get(front + "/simple/Soft.Brie/", allow_redirects=False, timeout=30)
    assert answer.headers["Location"] == "/python/simple/soft-brie/"


def test_tls_with_a_certificate_of_its_own(make_index, machine, dist, tmp_path):
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-addext",
         "basicConstraints=critical,CA:FALSE", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    index = make_index(settings={"tls.certificate": certificate, "tls.key": key})
    assert index.url.startswith("https://")
    index.certificate = str(certificate)
    token = index.token()
    file = wheel(dist, "brie", "1.0", files={"brie/noise": bytes(range(256)) * 8192})
    machine.run(
        "twine", "twine", "upload", "--repository-url", index.upload, "-u", "__token__", "-p", token,
        "--cert", certificate, file)
    python = machine.venv()
    machine.pip(
        "--python", python, "install", "--cert", certificate, "--index-url", index.simple, "brie")
    machine.uv(
        "pip", "install", "--python", python, "--reinstall", "--default-index", index.simple, "brie",
        env={"SSL_CERT_FILE": certificate})
    other = wheel(dist, "gouda", "1.0")
    machine.uv(
        "publish", "--publish-url", index.upload, "--token", token, other,
        env={"SSL_CERT_FILE": certificate})
    said = machine.uv(
        "pip", "install", "--python", python, "--reinstall", "--default-index", index.simple, "brie",
        code=None)
    assert "certificate" in said.lower()
    document = requests.get(
        index.url + "/pypi/brie/json", verify=str(certificate), timeout=30).json()
    assert document["urls"][0]["url"].startswith("https://127.0.0.1:")
    for path in ["/", "/simple/", "/simple/brie/", "/pypi/brie/json", "/api/v1/openapi.json", "/none"]:
        answer = requests.get(index.url + path, verify=str(certificate), timeout=30)
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000", path
    context = ssl.create_default_context(cafile=certificate)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    host, _, port = index.address.partition(":")
    with socket.create_connection((host, int(port))) as plain:
        with context.wrap_socket(plain, server_hostname=host) as secure:
            assert secure.version() == "TLSv1.2"
