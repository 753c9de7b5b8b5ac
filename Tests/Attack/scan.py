"""Wapiti looks for what it knows: scripts, SQL, files, commands, ways out, forms without tokens, missing headers."""

import json
import subprocess
import sys
from pathlib import Path

MODULES = "xss,sql,csrf,http_headers,file,exec,redirect,crlf"


def scan(port, cookies, folder, seconds=20):
    """Runs the scanner against our own server, signed in. Returns its findings as (kind, level, path, what)."""
    report = folder / "wapiti.json"
    address = f"http://127.0.0.1:{port}/"
    done = subprocess.run(
        [
            Path(sys.executable).parent / "wapiti", "-u", address, "-m", MODULES, "--scope", "domain", "--flush-session",
            "--store-session", folder / "wapiti", "-f", "json", "-o", report, "--no-bugreport", "--depth", "6",
            "--max-scan-time", str(seconds), "--max-attack-time", str(seconds), "--max-links-per-page", "40",
            "-H", "Cookie: " + "; ".join(f"{key}={value}" for key, value in cookies.items()),
            "-x", address + "sign-out*", "-x", address + "account/sessions/*", "-v", "0",
        ],
        capture_output=True, text=True, timeout=20 * seconds)
    assert done.returncode == 0, f"{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return findings(json.loads(report.read_text()))


def findings(report):
    for group in ("vulnerabilities", "anomalies"):
        for kind, cases in report[group].items():
            for case in cases:
                yield kind, case["level"], case["path"], case["info"]
