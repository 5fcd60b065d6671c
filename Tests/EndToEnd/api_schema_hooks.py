"""What schemathesis has to know beside the document: which projects there are, and how to mend them.

Names in an address are replaced by some that exist, so that more is tried than what is not there; what
one request has deleted is brought back before the next.
"""

import os
import zlib

import requests
import schemathesis

INDEX = os.environ["CHEESEBOARD_INDEX"]
OWNER = {"Authorization": "Bearer " + os.environ["CHEESEBOARD_OWNER"]}
VALUES = {
    "name": ["brie", "Comte", "edam"],
    "version": ["1.0", "2.0.0", "3.0rc1"],
    "filename": ["brie-1.0-py3-none-any.whl", "comte-2.0-py3-none-any.whl"],
    "user": ["alice", "bob", "carol"],
}
deleted = set()


def existing(case):
    """Puts names that exist into two of three addresses."""
    if "prohibited-names" in case.operation.path:
        return
    for name, value in (case.path_parameters or {}).items():
        number = zlib.crc32(str(value).encode("utf-8", "surrogatepass"))
        if name in VALUES and number % 3:
            case.path_parameters[name] = VALUES[name][number // 3 % len(VALUES[name])]


@schemathesis.hook
def before_call(context, case, kwargs):
    meta = case.meta
    if meta is None or meta.phase.name.value == "stateful":
        return
    if not case.operation.path.endswith("/restore"):
        for path in sorted(deleted):
            requests.post(f"{INDEX}{path}/restore", headers=OWNER, timeout=60)
        deleted.clear()
    existing(case)


@schemathesis.hook
def after_call(context, case, response):
    restorable = ("{name}", "{version}", "{filename}")
    if case.method.upper() == "DELETE" and response.status_code == 204:
        if case.operation.path.endswith(restorable) and "prohibited" not in case.operation.path:
            deleted.add(requests.utils.urlparse(response.request.url).path)
