"""`cheeseboard audit` as people use it: wheels, folders, environments, requirements, policies."""

import contextlib
import json
import os
import pathlib
import subprocess
import time
import zipfile

import pytest
import requests

import distributions
import native_truth
import native_wheels
import report_schemas
import small_distributions
from cheeseboard_server import BINARY, ROOT
from clients import Client

FIXTURES = ROOT / "Tests" / "NativeInspectionTests" / "Fixtures"
PROTOBUF = next(row for row in native_truth.SMALL if row["filename"].startswith("protobuf") and "win" in row["filename"])
RPDS = next(row for row in native_truth.SMALL if row["filename"].endswith("rpds_py-2026.9.1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"))


def audit(*words, code=0):
    done = subprocess.run([BINARY, "audit", *map(str, words)], capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"{done.stdout}\n{done.stderr}"
    return done


def wheel(row):
    return native_wheels.wheel(row["filename"], row["sha256"])


def test_a_wheel_without_protections_is_told_what_to_do():
    said = audit(wheel(PROTOBUF)).stdout
    assert "F  protobuf 7.36.2" in said
    assert "link with /DYNAMICBASE" in said and "link with /NXCOMPAT" in said
    assert "\x1b[" not in said


def hostile_wheel(folder):
    """A wheel whose generator and search path would colour a terminal, and beep."""
    library = (FIXTURES / "runpath-absolute.so").read_bytes().replace(b"/tmp/build", b"/tmp/\x1b[1mx")
    assert b"\x1b[1mx" in library
    members = [
        (path, content.replace(b"Generator: tests", b"Generator: \x1b[31mevil\x07"))
        for path, content in small_distributions.wheel_members("brie", "1.0", extra=[("brie_native/cut.so", library)])]
    path = folder / "brie-1.0-py3-none-any.whl"
    path.write_bytes(small_distributions.zipped(members))
    return path


def test_what_files_say_of_themselves_steers_no_terminal(tmp_path):
    bare = tmp_path / "turned\u202eso.\x1b[8mhidden\n"
    bare.write_bytes((FIXTURES / "relro-full.so").read_bytes())
    done = audit(hostile_wheel(tmp_path), bare, code=0)
    assert "\\u{1b}[31mevil\\u{7}" in done.stdout and "/tmp/\\u{1b}[1mx" in done.stdout
    assert "turned\\u{202e}so.\\u{1b}[8mhidden\\u{a}" in done.stdout
    policy = tmp_path / "policy.yaml"
    policy.write_text("refuse: [unsafe-search-path]\n")
    refused = audit("--policy", policy, hostile_wheel(tmp_path), code=1)
    assert "/tmp/\\u{1b}[1mx" in refused.stderr
    checked = subprocess.run([BINARY, "check", hostile_wheel(tmp_path)], capture_output=True, text=True)
    for text in (done.stdout, refused.stdout, refused.stderr, checked.stdout):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_every_grade_stands_beside_its_coverage_and_badges():
    said = audit(FIXTURES / "cet-enforceable.so", FIXTURES / "cfi-cross-dso.so", FIXTURES / "relro-full.so").stdout
    rows = {name: line for line in said.splitlines() for name in ("cet-enforceable.so", "cfi-cross-dso.so", "relro-full.so")
            if name in line and "7/10" in line}
    assert len(rows) == 3, said
    assert rows["cet-enforceable.so"].endswith("ibt, shstk")
    assert rows["cfi-cross-dso.so"].endswith("clang-cfi") and rows["relro-full.so"].endswith("–")


def test_grades_of_different_formats_are_never_compared(tmp_path):
    said = audit(wheel(RPDS), wheel(PROTOBUF)).stdout
    [elf] = [number for number, line in enumerate(said.splitlines()) if line.split()[:2] == ["elf", "version"]]
    [portable] = [number for number, line in enumerate(said.splitlines()) if line.split()[:2] == ["pe", "version"]]
    # The F stands below, in a list of its own.
    assert said.splitlines()[elf + 1].split()[1] == "rpds-py" and elf < portable
    assert said.splitlines()[portable + 1].split()[:2] == ["F", "protobuf"]

    # A launcher for Windows that a Linux wheel carries along.
    members = small_distributions.wheel_members("brie", "1.0", extra=[
        ("brie_native/cut.so", (FIXTURES / "relro-full.so").read_bytes()),
        ("brie_native/launch.exe", (FIXTURES / "unprotected.dll").read_bytes())])
    path = tmp_path / "brie-1.0-py3-none-linux_x86_64.whl"
    path.write_bytes(small_distributions.zipped(members))
    [found] = json.loads(audit("--format", "json", path).stdout)["wheels"]
    grades = {each["path"]: each["grade"] for each in found["files"]}
    assert grades["brie_native/launch.exe"] == "F" and found["grade"] == grades["brie_native/cut.so"] != "F"
    said = audit(path).stdout
    assert "not by 1 pe file" in said and "/DYNAMICBASE" in said


def members_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def audited_wheel(folder, tag, *extra):
    """A wheel of small files with a tag of one's own."""
    path = folder / f"brie-1.0-{tag}.whl"
    path.write_bytes(small_distributions.zipped(small_distributions.wheel_members("brie", "1.0", extra=extra)))
    return path


def test_everything_found_is_told_what_to_do_about_once(tmp_path):
    [rust] = [content for name, content in members_of(wheel(RPDS)).items() if name.endswith(".so")]
    listed = {"type": "library", "name": "smallvec", "version": "1.15.1", "purl": "pkg:cargo/smallvec@1.15.1"}
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [listed]}
    path = audited_wheel(
        tmp_path, "cp39-abi3-win_amd64",
        ("brie_native/cut.abi3.so", (FIXTURES / "abi3-newer.abi3.so").read_bytes()),
        ("brie_native/rind.so", rust),
        ("brie.libs/libedam-0123abcd.so.1", (FIXTURES / "relro-none.so").read_bytes()),
        ("brie-1.0.dist-info/sboms/brie.cdx.json", json.dumps(bill).encode()))
    [report] = json.loads(audit("--format", "json", path).stdout)["wheels"]
    assert report["tags"]["truthful"] is False and report["sbom_differences"]
    said = audit(path).stdout
    advice = said[said.index("What to do"):]
    for title, words in {
            "the files contradict a tag of the wheel": "build the wheel for the platform",
            "symbols are outside of the stable ABI": "compile with Py_LIMITED_API",
            "something is inside that the SBOM does not list": "write the SBOM in the build"}.items():
        assert advice.count(title) == 1 and advice.count(words) == 1, said
    # A library of others is told as theirs.
    assert "others' libraries: brie.libs/libedam-0123abcd.so.1" in advice
    assert not {"◐", "✘"} & set(advice)
    every = {each["advice"] for file in report["files"] for each in file["checks"] if each["advice"]}
    assert every and all(advice.count(each) == 1 for each in every)


def test_an_sbom_that_was_not_read_is_named_and_one_as_tags_and_values_is_read(tmp_path):
    tags = "SPDXVersion: SPDX-2.3\nPackageName: zlib\nPackageVersion: 1.3\n"
    path = audited_wheel(
        tmp_path, "cp312-cp312-linux_x86_64", ("brie_native/cut.so", (FIXTURES / "relro-full.so").read_bytes()),
        ("brie-1.0.dist-info/sboms/brie.spdx", tags.encode()),
        ("brie-1.0.dist-info/sboms/brie.cdx.xml", b"<bom xmlns='http://cyclonedx.org/schema/bom/1.6'/>"))
    report = json.loads(audit("--format", "json", path).stdout)
    read, unread = report["wheels"][0]["sboms"]
    assert (read["format"], read["specification"], read["error"]) == ("spdx", "SPDX-2.3", None)
    assert read["components"] == [{"name": "zlib", "version": "1.3", "purl": None}]
    assert unread["path"].endswith("brie.cdx.xml") and "XML" in unread["error"] and report["errors"] == []
    said = audit(path).stdout
    assert "sboms/brie.cdx.xml: it is XML, which is not read" in said and "write the SBOM as CycloneDX" in said
    [found] = [each for each in json.loads(audit("--format", "sarif", path).stdout)["runs"][0]["results"]
               if each["ruleId"] == "unreadable-code"]
    assert "sboms/brie.cdx.xml" in found["message"]["text"]


def test_what_a_file_is_and_holds_stands_under_its_row(tmp_path):
    said = audit(wheel(RPDS)).stdout
    [row] = [number for number, line in enumerate(said.splitlines()) if "rpds.cpython-312" in line and "pyo3" in line and "crates" not in line]
    assert said.splitlines()[row + 1].startswith("      crates that were seen: once_cell 1.21.3, pyo3 0.29.3, ")

    abi3 = FIXTURES / "abi3-newer.abi3.so"
    said = audit(audited_wheel(tmp_path, "cp39-abi3-linux_x86_64", ("brie_native/cut.abi3.so", abi3.read_bytes()))).stdout
    assert "abi3 from Python 3.9 on is promised, and broken by PyType_GetName (since 3.11), " in said
    said = audit(audited_wheel(tmp_path, "cp311-abi3-linux_x86_64", ("brie_native/cut.abi3.so", abi3.read_bytes()))).stdout
    assert "abi3 from Python 3.11 on, as promised" in said
    said = audit(audited_wheel(tmp_path, "cp312-cp312-linux_x86_64", ("brie_native/cut.so", abi3.read_bytes()))).stdout
    assert "could be abi3 from Python 3.11 on" in said


def test_the_marks_and_columns_of_the_table_are_explained_once():
    said = audit(FIXTURES / "relro-full.so", FIXTURES / "unprotected.dll").stdout
    for words in ("✔ yes", "◐ in part", "✘ no", "san.: no sanitizer", "HEVA: high-entropy ASLR", "W^X: no writable code"):
        assert said.count(words) == 1, said
    # Nothing to explain where no file is told by itself.
    assert "san." not in audit(wheel(RPDS), wheel(PROTOBUF)).stdout


def test_json_has_every_fact_in_every_slice():
    report = json.loads(audit("--format", "json", wheel(RPDS)).stdout)
    assert (report["schema"], report["rubric"]) == (1, 3)
    [found] = report["wheels"]
    assert (found["project"], found["sha256"]) == ("rpds-py", RPDS["sha256"])
    facts = found["files"][0]["slices"][0]["facts"]
    for name in ("relro", "bind_now", "nx_stack", "wx_segments", "textrel", "pie", "rpath", "runpath", "canary",
                 "fortify", "stack_clash", "cet_ibt", "cet_shstk", "bti", "pac", "cfi", "safestack", "sanitizers",
                 "stripped", "debug_info", "aslr", "high_entropy_va", "nx_compat", "guard_cf", "cet_compat",
                 "security_cookie", "code_signature", "hardened_runtime", "min_os", "needed"):
        assert {"value", "tier", "evidence"} <= set(facts[name]), name
    assert facts["aslr"] == {"value": "not-applicable", "tier": None, "evidence": None}
    assert found["files"][0]["languages"] == ["rust"] and "pyo3" in found["files"][0]["bindings"]


def test_a_folder_and_bare_files_are_found_by_their_first_bytes(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "no-suffix").write_bytes((FIXTURES / "relro-full.so").read_bytes())
    (tmp_path / "fake.so").write_text("this is no library")
    report = json.loads(audit("--format", "json", tmp_path).stdout)
    assert [pathlib.Path(each["path"]).name for each in report["files"]] == ["no-suffix"]
    assert report["errors"] == [] and report["wheels"] == []


def test_a_fat_file_is_as_weak_as_its_worst_slice():
    # llvm-lipo made the one of the two others; only the code for Intel is writable.
    names = ["universal-macos.so", "writable-code-macos.so", "signed-arm64-macos.so"]
    report = json.loads(audit("--format", "json", *[FIXTURES / name for name in names]).stdout)
    found = {pathlib.Path(each["path"]).name: each for each in report["files"]}
    assert [each["machine"] for each in found[names[0]]["slices"]] == ["x86_64", "arm64"]
    assert found[names[0]]["grade"] == found[names[1]]["grade"] == "F" != found[names[2]]["grade"]
    assert found[names[0]]["score"] == found[names[1]]["score"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    broken = tmp_path / "broken-1.0-py3-none-any.whl"
    broken.write_bytes(b"PK\x03\x04 and nothing else")
    done = audit("--format", "json", broken, wheel(RPDS), code=2)
    report = json.loads(done.stdout)
    assert [each["project"] for each in report["wheels"]] == ["rpds-py"]
    assert report["errors"][0]["path"] == str(broken) and report["errors"][0]["message"]


def test_a_member_that_cannot_be_read_is_an_error_of_every_form(tmp_path):
    cut = (FIXTURES / "relro-full.so").read_bytes()[:40]
    path = audited_wheel(tmp_path, "cp312-cp312-linux_x86_64", ("brie_native/cut.so", cut))
    report = json.loads(audit("--format", "json", path, code=2).stdout)
    assert report["summary"]["errors"] == len(report["errors"]) == 1
    assert report["errors"][0]["path"] == f"{path}: brie_native/cut.so" and report["errors"][0]["message"]
    [invocation] = json.loads(audit("--format", "sarif", path, code=2).stdout)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    [place] = invocation["toolExecutionNotifications"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == str(path)
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "brie_native/cut.so"
    said = audit(path, code=2).stdout
    assert said.count("brie_native/cut.so: ") == 1


def test_a_wrong_path_ends_nothing_but_itself(tmp_path):
    done = audit("--format", "json", tmp_path / "nowhere.whl", "--environment", tmp_path, wheel(RPDS), code=2)
    report = json.loads(done.stdout)
    assert [each["project"] for each in report["wheels"]] == ["rpds-py"]
    assert [each["path"] for each in report["errors"]] == [str(tmp_path / "nowhere.whl"), str(tmp_path)]
    assert report["summary"]["errors"] == 2
    log = json.loads(audit("--format", "sarif", tmp_path / "nowhere.whl", code=2).stdout)
    [invocation] = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    [told] = invocation["toolExecutionNotifications"]
    assert "nowhere.whl" in told["message"]["text"] and told["level"] == "error"


def test_an_environment_is_read_where_it_lies():
    environment = Client("poetry").ensure().folder
    report = json.loads(audit("--environment", environment, "--format", "json").stdout)
    by_name = {each["project"]: each for each in report["wheels"]}
    assert by_name["poetry"]["files"] == []
    cryptography = by_name["cryptography"]
    assert "rust" in cryptography["files"][0]["languages"]
    assert cryptography["tags"]["claimed"] and cryptography["files"][0]["abi3"]["claimed"]


def test_an_environment_tells_native_files_that_nothing_installed_lists(tmp_path):
    info = tmp_path / "brie-1.0.dist-info"
    info.mkdir()
    (info / "RECORD").write_text("brie.so,,\nbrie-1.0.dist-info/RECORD,,\n")
    for name in ("brie.so", "stray.so", "__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((FIXTURES / "relro-full.so").read_bytes())
    report = json.loads(audit("--environment", tmp_path, "--format", "json").stdout)
    assert [each["path"] for each in report["wheels"][0]["files"]] == ["brie.so"]
    assert [pathlib.Path(each["path"]).name for each in report["files"]] == ["stray.so"]
    assert json.loads(audit("--environment", f"{tmp_path}/", "--format", "json").stdout) == report
    said = audit("--environment", tmp_path).stdout
    assert "1 package" in said and "stray.so" in said


def test_requirements_come_from_an_index(index, machine, tmp_path, publish):
    publish(wheel(RPDS))
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("rpds-py==2026.9.1\n")
    done = subprocess.run(
        [BINARY, "audit", "--format", "json", "-r", wanted, "--index-url", index.simple],
        capture_output=True, text=True, timeout=300)
    report = json.loads(done.stdout) if done.stdout else {}
    # pip chooses for the Python that runs it, and that one may find no wheel here.
    if done.returncode == 2:
        assert "pip could not download" in done.stderr
    else:
        assert report["wheels"][0]["project"] == "rpds-py"
        assert "/" not in report["wheels"][0]["path"]


def test_requirements_run_nothing_unless_sources_are_allowed(tmp_path):
    # Its build backend would leave a mark.
    mark = tmp_path / "mark"
    source = tmp_path / "brie-1.0"
    source.mkdir()
    (source / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: brie\nVersion: 1.0\n")
    (source / "setup.py").write_text(f"open({str(mark)!r}, 'w').close()\nraise SystemExit('no')\n")
    links = tmp_path / "links"
    links.mkdir()
    subprocess.run(["tar", "-czf", links / "brie-1.0.tar.gz", "-C", tmp_path, "brie-1.0"], check=True)
    wanted = tmp_path / "requirements.txt"
    wanted.write_text(f"--no-index\n--find-links {links}\nbrie\n")
    done = audit("-r", wanted, code=2)
    assert "--allow-sdists" in done.stderr and not mark.exists()


def test_a_person_sees_that_requirements_are_downloaded(tmp_path):
    links = tmp_path / "links"
    links.mkdir()
    made = small_distributions.wheel("brie")
    (links / made.filename).write_bytes(made.content)
    wanted = tmp_path / "requirements.txt"
    wanted.write_text(f"--no-index\n--find-links {links}\nbrie\n")
    terminal, end = os.openpty()
    process = subprocess.Popen([BINARY, "audit", "-r", wanted], stdout=subprocess.PIPE, stderr=end)
    os.close(end)
    seen = b""
    # A terminal whose other end is closed cannot be read any more.
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 4096):
            seen += piece
    os.close(terminal)
    assert b"1 wheel, 1 without native code" in process.communicate(timeout=60)[0]
    assert process.returncode == 0 and b"\r\x1b[KSuccessfully downloaded brie" in seen
    assert "downloaded" not in audit("-r", wanted).stderr


@pytest.mark.parametrize("words, code", [
    (["--fail-under", "F"], 0), (["--fail-under", "D"], 1), (["--fail-under", "Z"], 2)])
def test_a_grade_can_fail_a_build(words, code):
    audit(*words, wheel(PROTOBUF), code=code)


def test_a_policy_refuses_what_it_names_and_allows_by_project(tmp_path):
    policy = tmp_path / "policy.yaml"
    policy.write_text("refuse: [no-aslr]\n")
    assert "no-aslr" in audit("--policy", policy, wheel(PROTOBUF), code=1).stderr
    policy.write_text("refuse: [no-aslr]\nallow:\n  protobuf: [no-aslr]\n")
    audit("--policy", policy, wheel(PROTOBUF))
    policy.write_text("refuse: [no-aslr]\nallow:\n  ProtoBuf: [no-aslr]\n")
    audit("--policy", policy, wheel(PROTOBUF))
    policy.write_text("refuse: [no-such-thing]\n")
    assert "policy.yaml:1: unknown finding 'no-such-thing'" in audit("--policy", policy, wheel(PROTOBUF), code=2).stderr


def test_sarif_names_rules_and_places():
    log = json.loads(audit("--format", "sarif", wheel(PROTOBUF)).stdout)
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    rules = {each["id"] for each in run["tool"]["driver"]["rules"]}
    assert {"no-aslr", "no-dep"} <= rules
    texts = {each["id"]: each["shortDescription"]["text"] for each in run["tool"]["driver"]["rules"]}
    assert texts["no-dep"] == "Data of a Windows file can be executed."
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert all(each["ruleId"] in rules and each["level"] in ("error", "warning") for each in run["results"])


def test_sarif_and_cyclonedx_keep_to_their_schemas(tmp_path):
    cut = (FIXTURES / "relro-full.so").read_bytes()[:40]
    paths = [
        *(wheel(row) for row in native_truth.SMALL[:12]), wheel(RPDS), wheel(PROTOBUF), hostile_wheel(tmp_path),
        audited_wheel(tmp_path, "cp312-cp312-linux_x86_64", ("brie native/cut.so", cut)),
        FIXTURES / "abi3-newer.abi3.so", tmp_path / "no where.whl"]
    log = json.loads(audit("--format", "sarif", *paths, code=2).stdout)
    assert len(log["runs"][0]["results"]) > 5
    assert report_schemas.sarif_faults(log) == []
    bills = [json.loads(line) for line in audit("--format", "cyclonedx", *paths, code=2).stdout.splitlines()]
    assert len(bills) == len(paths) - 1
    assert [report_schemas.cyclonedx_faults(each) for each in bills] == [[]] * len(bills)
    # They would find a fault.
    log["runs"][0]["results"][0]["level"] = "loud"
    assert report_schemas.sarif_faults(log) and report_schemas.cyclonedx_faults({**bills[0], "loud": True})


def test_cyclonedx_is_a_bill_of_materials():
    document = json.loads(audit("--format", "cyclonedx", wheel(RPDS)).stdout)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert any(each.get("purl", "").startswith("pkg:cargo/") for each in document["components"])
    references = [each["bom-ref"] for each in document["components"]] + [document["metadata"]["component"]["bom-ref"]]
    assert len(references) == len(set(references))


def test_a_bare_file_has_a_bill_of_materials_too(tmp_path):
    [rust] = [content for name, content in members_of(wheel(RPDS)).items() if name.endswith(".so")]
    (tmp_path / "rind.so").write_bytes(rust)
    document = json.loads(audit("--format", "cyclonedx", tmp_path).stdout)
    about = document["metadata"]["component"]
    assert (about["type"], about["name"]) == ("file", "rind.so") and about["hashes"]
    assert "pyo3" in {each["name"] for each in document["components"]}
    (tmp_path / "rind.so").write_text("no native code")
    assert audit("--format", "cyclonedx", tmp_path).stdout == ""


def test_the_index_looks_into_what_it_publishes(index, publish):
    publish(wheel(RPDS))
    address = f"{index.url}/api/v1/projects/rpds-py/files/{RPDS['filename']}/native"
    deadline = time.monotonic() + 30
    while (answer := requests.get(address)).status_code == 404 and time.monotonic() < deadline:
        assert answer.json()["code"] == "native-report-missing"
        time.sleep(0.1)
    assert answer.status_code == 200, answer.text
    [alone] = json.loads(audit("--format", "json", wheel(RPDS)).stdout)["wheels"]
    assert {**answer.json(), "path": ""} == {**alone, "path": ""}
    assert "0 files to be inspected" in index.command("audit", "--stored").stdout
    sdist = f"{index.url}/api/v1/projects/rpds-py/files/rpds_py-1.0.tar.gz/native"
    assert requests.get(sdist).status_code == 404


def test_check_and_the_index_judge_native_code_by_the_same_settings(make_index, tmp_path):
    library = (FIXTURES / "stack-executable.so").read_bytes()
    made = small_distributions.wheel("brie", extra=[("brie_native/cut.so", library)])
    path = tmp_path / made.filename
    path.write_bytes(made.content)
    index = make_index("refusing", {"native.refuse": "executable-stack, writable-code"})
    said = index.command("check", path, check=False)
    assert said.returncode == 1 and "native-code-refused" in said.stdout
    assert "executable-stack in brie_native/cut.so" in said.stdout and "noexecstack" in said.stdout
    answer = distributions.publish(index, path, token=index.token())
    assert answer.status_code == 400 and "executable-stack in brie_native/cut.so" in answer.text
    index.stop()

    index = make_index("warning", {"native.warn": "executable-stack,untruthful-tag"})
    said = index.command("check", path)
    assert said.stdout.count("warning native-code-refused: ") == 2
    answer = distributions.publish(index, path, token=index.token())
    assert answer.status_code == 200 and answer.text.count("Warning: ") == 2
    assert "executable-stack" in index.log_text() and "untruthful-tag" in index.log_text()

    # The same in a folder's own file, where a list may stand; a name that is none ends the command.
    (tmp_path / "cheeseboard.yaml").write_text("native:\n  refuse: [untruthful-tag]\n")
    words = [BINARY, "check", "--data", tmp_path, path]
    assert "untruthful-tag" in subprocess.run(words, capture_output=True, text=True).stdout
    (tmp_path / "cheeseboard.yaml").write_text("native:\n  refuse: [rust]\n")
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 2 and "'rust' is not one of executable-stack" in done.stderr


def test_the_index_tells_the_figures_of_all_its_native_code(index, publish):
    address = f"{index.url}/api/v1/native/statistics"
    assert requests.get(address).json()["projects"] == 0
    publish(wheel(RPDS), wheel(PROTOBUF))
    deadline = time.monotonic() + 30
    while (figures := requests.get(address).json())["wheels"]["inspected"] < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert figures["wheels"] == {"published": 2, "inspected": 2, "native": 2}
    assert {each["language"]: each["projects"] for each in figures["languages"]}["rust"] == 1
    platforms = {(each["format"], each["machine"]): each for each in figures["platforms"]}
    [windows] = [each for key, each in platforms.items() if key[0] == "pe"]
    assert windows["protections"]["aslr"]["share"] == 0
    assert platforms[("elf", "x86_64")]["protections"]["nx_stack"]["share"] == 1
    assert any(each["toolchain"].startswith("rustc 1.") for each in figures["toolchains"])
    assert figures["changes"] == []
