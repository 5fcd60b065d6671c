#!/usr/bin/env python3
"""Loads an index, copies what it serves for nginx, and measures both with wrk."""

import argparse
import base64
import concurrent.futures
import gzip
import hashlib
import http.client
import io
import json
import os
import pathlib
import re
import statistics
import subprocess
import time
import uuid
import zipfile

PROJECTS = 300
FILES_OF_LARGE = 1000
JSON = "application/vnd.pypi.simple.v1+json"


def wheel(name, version, payload=b"", fields="", description=""):
    """A small valid wheel: its file name and bytes; `fields` are further lines of METADATA."""
    info = f"{name}-{version}.dist-info"
    members = {
        f"{name}/__init__.py": b"version = '%s'\n" % version.encode(),
        f"{info}/METADATA": (
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{fields}\n{description}"
        ).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if payload:
        members[f"{name}/data.bin"] = payload
    record = ""
    for path, data in members.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    members[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in members.items():
            archive.writestr(zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0)), data)
    return f"{name}-{version}-py3-none-any.whl", buffer.getvalue()


class Uploader:
    """One client with a connection of its own."""

    def __init__(self, port, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.authorization = "Basic " + base64.b64encode(f"__token__:{token}".encode()).decode()

    def upload(self, filename, data, name, version):
        boundary = uuid.uuid4().hex
        fields = {
            ":action": "file_upload", "protocol_version": "1", "name": name, "version": version,
            "filetype": "bdist_wheel", "pyversion": "py3", "metadata_version": "2.1",
            "sha256_digest": hashlib.sha256(data).hexdigest(),
        }
        body = b"".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in fields.items()
        )
        body += (
            f'--{boundary}\r\nContent-Disposition: form-data; name="content"; filename="{filename}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode() + data + f"\r\n--{boundary}--\r\n".encode()
        self.connection.request("POST", "/legacy/", body, {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Authorization": self.authorization,
        })
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{filename}: {answer.status} {answer.reason} {text[:200]}")


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def load(port, token):
    """Uploads everything with four clients; returns uploads per second and the 50th and 99th percentile."""
    jobs = [
        (f"project{number:04}", version) for number in range(PROJECTS) for version in ("1.0", "1.1", "2.0")
    ] + [("large", f"1.{number}") for number in range(FILES_OF_LARGE)]
    times = []

    def work(share):
        client = Uploader(port, token)
        for name, version in share:
            filename, data = wheel(name, version)
            start = time.perf_counter()
            client.upload(filename, data, name, version)
            times.append(time.perf_counter() - start)

    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(work, [jobs[n::4] for n in range(4)]))
    elapsed = time.perf_counter() - start
    filename, data = wheel("big", "1.0", os.urandom(100 << 20))
    Uploader(port, token).upload(filename, data, "big", "1.0")
    return len(jobs) / elapsed, percentile(times, 0.5), percentile(times, 0.99)


def fetch(port, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    return dict(answer.getheaders()), answer.read()


def mirror(port, root):
    """Writes what the index serves as files for nginx."""
    def page(path, name):
        folder = root / path.strip("/")
        folder.mkdir(parents=True, exist_ok=True)
        for accept, file in (("text/html", "index.html"), (JSON, "index.json")):
            _, body = fetch(port, path, {"Accept": accept})
            (folder / file).write_bytes(body)
            (folder / (file + ".gz")).write_bytes(gzip.compress(body, 6))

    page("/simple/", "root")
    for name in ("project0000", "large", "big"):
        page(f"/simple/{name}/", name)
        _, body = fetch(port, f"/simple/{name}/", {"Accept": JSON})
        file = json.loads(body)["files"][0]
        path = re.sub(r"^(\.\./)+", "/", file["url"])
        target = root / path.strip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(fetch(port, path)[1])
        (target.parent / (target.name + ".metadata")).write_bytes(fetch(port, path + ".metadata")[1])
        yield name, path


NGINX = """
worker_processes 2; daemon off; pid {work}/nginx.pid; error_log {work}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
  uwsgi_temp_path {work}; scgi_temp_path {work};
  types {{ text/html html; application/vnd.pypi.simple.v1+json json; }}
  default_type application/octet-stream;
  gzip_static on;
  server {{
    listen 127.0.0.1:{port} backlog=1024; root {root};
    location /simple/ {{ index index.html; if ($http_accept ~ json) {{ rewrite ^(.*)/$ $1/index.json; }} }}
  }}
}}
"""


def measure(port, path, seconds, headers):
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{port}{path}"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    late = re.search(r"99%\s+([\d.]+\w+)", text).group(1)
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if errors:
        raise SystemExit(f"{path}: {errors.group(0)}")
    volume = re.search(r"Transfer/sec:\s+([\d.]+)(\w+)", text)
    return rate, late, volume.group(1) + " " + volume.group(2)


def cpu(pids):
    """CPU seconds used by processes so far."""
    total = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def children(pid):
    text = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [pid, *map(int, text.split())]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--nginx", required=True)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    data = options.work / "data"
    environment = {**os.environ, "CHEESEBOARD_METRICS_PORT": "0", "CHEESEBOARD_LIMITS_FILE_SIZE": "200MiB"}

    def command(*words, **more):
        return subprocess.run(
            [options.binary, *words, "--data", str(data)], check=True, capture_output=True, text=True,
            env=environment, **more).stdout.strip()

    command("user", "add", "bench", "--email", "bench@index.example", "--admin", "--password-stdin",
            input="measure the pages well\n")
    token = command("token", "add", "--user", "bench")
    start = time.perf_counter()
    server = subprocess.Popen(
        [options.binary, "serve", "--data", str(data), "--port", "0"], stdout=subprocess.PIPE, text=True,
        env=environment)
    port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
    startup = time.perf_counter() - start
    web = None
    try:
        rate, middle, late = load(port, token)
        root = options.work / "www"
        paths = dict(mirror(port, root))
        for folder in (options.work, root):
            folder.chmod(0o755)
        free = 18800 + os.getpid() % 1000
        config = options.work / "nginx.conf"
        config.write_text(NGINX.format(work=options.work, port=free, root=root))
        web = subprocess.Popen([options.nginx, "-c", str(config)])
        time.sleep(1)
        subprocess.run(["sync"], check=True)
        etag = fetch(port, "/simple/project0000/", {"Accept": JSON})[0]["ETag"]
        web_etag = fetch(free, "/simple/project0000/", {"Accept": JSON})[0]["ETag"]
        packed = {"Accept-Encoding": "gzip"}
        rows = [
            ("project page, HTML", "/simple/project0000/", {**packed, "Accept": "text/html"}),
            ("project page, JSON", "/simple/project0000/", {**packed, "Accept": JSON}),
            ("1,000-file page, HTML", "/simple/large/", {**packed, "Accept": "text/html"}),
            ("1,000-file page, JSON", "/simple/large/", {**packed, "Accept": JSON}),
            ("list of projects, HTML", "/simple/", {**packed, "Accept": "text/html"}),
            ("list of projects, JSON", "/simple/", {**packed, "Accept": JSON}),
            ("revalidation, 304", "/simple/project0000/", {"Accept": JSON, "If-None-Match": "ETAG"}),
            ("metadata file", paths["project0000"] + ".metadata", {}),
            ("small wheel", paths["project0000"], {}),
            ("100 MB wheel", paths["big"], {}),
        ]
        print(f"\nnginx and cheeseboard in turn, wrk -t1 -c16 -d{options.seconds}s, loopback, "
              f"{os.cpu_count()} cores shared with wrk\n")
        print("| what | nginx/s | cheeseboard/s | ratio | p99 nginx | p99 cheeseboard | CPU µs a request, nginx | cheeseboard |")
        print("|---|---|---|---|---|---|---|---|")
        for title, path, headers in rows:
            cells = []
            for where, tag, pid in ((free, web_etag, web.pid), (port, etag, server.pid)):
                given = {k: tag if v == "ETAG" else v for k, v in headers.items()}
                before = cpu(children(pid))
                answers, late99, volume = measure(where, path, options.seconds, given)
                used = cpu(children(pid)) - before
                cells.append((answers, late99, volume, used * 1e6 / max(1, answers * options.seconds)))
            (theirs, ours) = cells
            print(f"| {title} | {theirs[0]:,.0f} | {ours[0]:,.0f} | {100 * ours[0] / theirs[0]:.0f} % | "
                  f"{theirs[1]} | {ours[1]} | {theirs[3]:.0f} | {ours[3]:.0f} |")
            if "100 MB" in title:
                print(f"| … volume | {theirs[2]}/s | {ours[2]}/s | | | | | |")
        resident = re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{server.pid}/status").read_text())
        print(f"\nUploads of small wheels, 4 clients with tokens: {rate:.0f}/s, p50 {1000 * middle:.1f} ms, "
              f"p99 {1000 * late:.1f} ms. Start to ready on an empty folder: {1000 * startup:.0f} ms. "
              f"Memory after all this: {int(resident.group(1)) // 1024} MiB.")
    finally:
        if web:
            web.terminate()
            web.wait()
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
