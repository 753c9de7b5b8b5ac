"""Starts and stops the real program; asks it for pages without a browser."""

import os
import re
import subprocess
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / ".build/release/tiru"


@contextmanager
def running_server(database):
    """The address of a server over a new database with its first link, stopped again at the end.

    With TIRU_ADDRESS set, that server is used, and left running.
    """
    if address := os.environ.get("TIRU_ADDRESS"):
        yield address.rstrip("/"), None
        return
    command = [PROGRAM, "demo", "--port", "0", "--database", database]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield announced_address(process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError("the server did not stop when asked to")


def announced_address(process):
    """Where it serves, and the link by which the first administrator is made."""
    said = []
    for line in process.stdout:
        said.append(line)
        if match := re.search(r"(http://127\.0\.0\.1:\d+)(/links/\S+)", line):
            return match.group(1), match.group(2)
    raise AssertionError("the server did not say where it serves:\n" + "".join(said))


def fetch(address):
    """Status, content type and body of any answer, refusals included."""
    try:
        answer = urllib.request.urlopen(address, timeout=10)
    except urllib.error.HTTPError as refusal:
        answer = refusal
    with answer:
        return answer.status, answer.headers.get("Content-Type", ""), answer.read()
