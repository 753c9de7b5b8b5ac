"""How fast a page is: from a cold start, and under eight readers at once.

Twice: pages that were never asked for before and have to be made, and pages that were made before.

Beside it, in turns on the same machine and over the same SQLite file: Datasette, showing its
page of the table that Tiru's figures are computed from. Run by `make bench`.
"""

import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PROGRAM = REPOSITORY / ".build/release/tiru"
DATASETTE = Path(sys.executable).with_name("datasette")
PERCENTILES = Path(__file__).with_name("percentiles.lua")

HOMES = ["51.03", "73.71", "32.73", "33.74", "35.78", "12.71", "34.04", "61.71"]
PAGES = [f"/compare/hosts?home={home}" for home in HOMES]
NEW_PAGES = [f"{page}&w-near=1.{{n}}" for page in PAGES]

PORT, DATASETTE_PORT = 8191, 8192
CONNECTIONS, SECONDS, ROUNDS, COLD_STARTS = 8, 5, 3, 5
MOST_P95, LEAST_RATE, MOST_COLD_START = 15, 1000, 1.0


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tiru.sqlite"
        make(database)
        print_cold_start([cold_start(database) for _ in range(COLD_STARTS)])
        with tiru(database), datasette(database):
            compare([f"/tiru/{table_of_regional_product(database)}"])


def make(database):
    """The demonstration's database, made by the program itself, which is then stopped."""
    command = [PROGRAM, "demo", "--port", str(PORT), "--database", database]
    with running(command, PORT, PAGES[0], patience=120):
        pass


def cold_start(database):
    """Seconds from the start of the process to its first answer."""
    start = time.perf_counter()
    with tiru(database):
        return time.perf_counter() - start


def tiru(database):
    command = [PROGRAM, "serve", "--port", str(PORT), "--database", database]
    return running(command, PORT, PAGES[0])


def datasette(database):
    command = [DATASETTE, "serve", database, "--port", str(DATASETTE_PORT)]
    return running(command, DATASETTE_PORT, "/")


@contextmanager
def running(command, port, page, patience=20):
    """A server that has answered once; stopped at the end."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=REPOSITORY, stdout=said, stderr=said)
        try:
            if not answers(f"http://127.0.0.1:{port}{page}", process, patience):
                said.seek(0)
                sys.exit(f"{Path(command[0]).name} did not answer:\n{said.read()}")
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)


def answers(address, process, patience):
    deadline = time.perf_counter() + patience
    while process.poll() is None and time.perf_counter() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=patience) as answer:
                return answer.status == 200
        except urllib.error.HTTPError:
            return False
        except OSError:
            time.sleep(0.002)
    return False


def table_of_regional_product(database):
    question = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%product%'"
    with sqlite3.connect(database) as connection:
        [(name,)] = connection.execute(question).fetchall()
    return urllib.parse.quote(name)


def compare(datasette_pages):
    """In turns, so that a busy minute of the machine meets both."""
    made, kept, theirs = [], [], []
    for _ in range(ROUNDS):
        made.append(load(PORT, NEW_PAGES))
        kept.append(load(PORT, PAGES))
        theirs.append(load(DATASETTE_PORT, datasette_pages))
    print(f"{CONNECTIONS} connections, medians of {ROUNDS} rounds of {SECONDS} s, in turns:")
    new, known = print_medians("Tiru, new", made), print_medians("Tiru, made", kept)
    other = print_medians("Datasette", theirs)
    for name, mine in [("never asked before", new), ("made before", known)]:
        print(f"  pages {name}:")
        print(f"    p95 {verdict(mine['p95'] <= MOST_P95)}: target ≤ {MOST_P95} ms")
        print(f"    rate {verdict(mine['rate'] >= LEAST_RATE)}: target ≥ {LEAST_RATE:,} pages/s")
        times, waits = mine["rate"] / other["rate"], other["p95"] / mine["p95"]
        print(f"    against Datasette: {times:.1f} × the pages, 1/{waits:.1f} of the p95")


def load(port, pages):
    """Milliseconds at three percentiles, pages a second, and answers that failed."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "20s", "-s", PERCENTILES]
    command += [f"http://127.0.0.1:{port}", "--"] + pages
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    [result] = re.findall(r"^result (.*)$", output, re.MULTILINE)
    figures = dict(part.split("=") for part in result.split())
    if int(figures["failed"]) > 0:
        sys.exit(f"{figures['failed']} answers of port {port} failed")
    return {name: float(figure) for name, figure in figures.items()}


def print_medians(name, rounds):
    median = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
    print(
        f"  {name:10} p50 {median['p50']:8.2f} ms   p95 {median['p95']:8.2f} ms"
        f"   p99 {median['p99']:8.2f} ms   {median['rate']:8,.0f} pages/s"
    )
    return median


def print_cold_start(seconds):
    median = statistics.median(seconds)
    print(f"Cold start to the first page, median of {len(seconds)}: {median:.2f} s")
    print(f"  {verdict(median <= MOST_COLD_START)}: target ≤ {MOST_COLD_START:.0f} s")


def verdict(holds):
    return "met" if holds else "MISSED"


if __name__ == "__main__":
    main()
