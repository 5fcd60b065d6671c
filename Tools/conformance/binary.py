"""Asking the binary: questions in bulk, answers in the same order."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile


def ask(binary: list[str], questions: list[dict]) -> list[dict]:
    """Answers from the binary, one for each question."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as sink:
        for question in questions:
            source.write(json.dumps(question).encode() + b"\n")
        source.seek(0)
        status = subprocess.run(binary, stdin=source, stdout=sink, check=False).returncode
        sink.seek(0)
        answers = [json.loads(line) for line in sink]
    if status != 0 or len(answers) != len(questions):
        sys.exit(
            f"{binary[0]} answered {len(answers)} of {len(questions)} questions"
            f" and ended with status {status}"
        )
    return answers


def agrees(expected: dict, answer: dict) -> bool:
    """Whether an answer says all that is expected; the words of messages are free."""
    if "errors" in expected:
        fields = {error["field"] for error in answer.get("errors", [])}
        return answer["ok"] == expected["ok"] and fields == expected["errors"]
    return all(key in answer and answer[key] == value for key, value in expected.items())
