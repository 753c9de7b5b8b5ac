"""A workbook of 100,000 rows over HTTP, mapped and checked, beside what openpyxl takes to read it. Then the register with a
million enterprises: a list over HTTP, checked and entered, beside what `sqlite3 .import` takes for
the same file without columns, checks or indexes; then search and pages by eight clients.

Run by `make bench`. Another count: `register.py 100000`.
"""

import csv
import http.client
import http.cookiejar
import io
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

import openpyxl

REPOSITORY = Path(__file__).resolve().parents[1]
PROGRAM = REPOSITORY / ".build/release/tiru"
PASSWORD = "tiga kuda lari di sawah"


class Browser:
    def __init__(self, address):
        self.address, jar = address, http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.jar, self.place = jar, address

    def get(self, path):
        with self.opener.open(self.address + path) as answer:
            self.place = answer.geturl()
            return answer.read().decode()

    def token(self, path):
        return re.search(r'name="form-token" value="([^"]+)"', self.get(path)).group(1)

    def send(self, path, page, **fields):
        body = urllib.parse.urlencode({"form-token": self.token(page), **fields}).encode()
        with self.opener.open(self.address + path, body) as answer:
            self.place = answer.geturl()
            return answer.read().decode()

    def cookies(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


class Server:
    def __init__(self, folder):
        command = [PROGRAM, "demo", "--no-sample", "--rate", "0", "--port", "0", "--database", folder / "tiru.sqlite"]
        self.process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            if match := re.search(r"(http://127\.0\.0\.1:(\d+))(/links/\S+)", line):
                self.address, self.port, self.link = match.group(1), int(match.group(2)), match.group(3)
                return
        raise SystemExit("the server did not start")

    def officer(self):
        founder = Browser(self.address)
        founder.send(self.link, self.link, office="51.03", name="admin", password=PASSWORD, again=PASSWORD,
                     **{"display-name": "Admin"})
        founder.send("/sign-in", "/sign-in", name="admin", password=PASSWORD)
        page = founder.send("/accounts", "/accounts/new", role="officer", name="petugas", region="51.03", subject="",
                            body="", **{"display-name": "Petugas"})
        invitation = re.search(r"/links/[\w-]+", page).group()
        officer = Browser(self.address)
        officer.send(invitation, invitation, password=PASSWORD, again=PASSWORD)
        officer.send("/sign-in", "/sign-in", name="petugas", password=PASSWORD)
        return officer

    def peak(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024


def make_list(sample, count, place):
    """Rows of the sample list again and again, each with a name and a number of its own."""
    rows = list(csv.reader(io.StringIO(sample)))
    with place.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows[0])
        for number in range(count):
            row = list(rows[1 + number % (len(rows) - 1)])
            row[0] = f"{row[0].split('(')[0].strip()} {number} (Contoh)"
            row[10] = str(9_100_000_000_000 + number)
            writer.writerow(row)


def make_workbook(lines, place):
    """The same list as a workbook, numbers as numbers."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    with lines.open(newline="", encoding="utf-8") as file:
        for row in csv.reader(file):
            sheet.append([int(cell) if cell.isdigit() and len(cell) < 11 else cell for cell in row])
    book.save(place)


def bring(officer, server, place):
    """Sends the file as a browser does; returns the path of the list."""
    mark = "tiru-bench-boundary"
    head = (f'--{mark}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n'
            f'{officer.token("/register/lists")}\r\n--{mark}\r\n'
            f'Content-Disposition: form-data; name="file"; filename="{place.name}"\r\n\r\n').encode()
    tail = f"\r\n--{mark}--\r\n".encode()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    connection.putrequest("POST", "/register/lists")
    connection.putheader("Content-Type", f"multipart/form-data; boundary={mark}")
    connection.putheader("Content-Length", str(len(head) + place.stat().st_size + len(tail)))
    connection.putheader("Cookie", officer.cookies())
    connection.endheaders()
    connection.send(head)
    with place.open("rb") as file:
        connection.send(file)
    connection.send(tail)
    answer = connection.getresponse()
    answer.read()
    return urllib.parse.urlparse(answer.getheader("Location")).path


def wait(officer, path):
    while 'http-equiv="refresh"' in (page := officer.get(path)):
        time.sleep(0.1)
    return " ".join(re.sub(r"<[^>]+>", " ", re.search(r'(?s)class="answer">(.*?)</div>', page).group(1)).split())


def timed(body):
    start = time.perf_counter()
    result = body()
    return time.perf_counter() - start, result


def bare_import(folder, place):
    subprocess.run(
        ["sqlite3", folder / "bare.sqlite", "-cmd", "PRAGMA journal_mode=WAL", "-cmd", "PRAGMA synchronous=NORMAL",
         f".import --csv {place} bare"], check=True, capture_output=True)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def load(officer, server, paths, clients, seconds=8):
    """Asks these paths by so many clients; returns milliseconds of each answer."""
    times, end = [], time.perf_counter() + seconds

    def work(number):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        headers, turn = {"Cookie": officer.cookies()}, number
        while time.perf_counter() < end:
            start = time.perf_counter()
            connection.request("GET", paths[turn % len(paths)], headers=headers)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, (answer.status, paths[turn % len(paths)])
            times.append(1000 * (time.perf_counter() - start))
            turn += clients

    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def say(what, figure, wanted=""):
    print(f"  {what:<58} {figure:>16}  {wanted}", flush=True)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for body, rows in [(measure_workbook, count // 10), (measure, count)]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            server = Server(folder)
            try:
                body(server, folder, rows)
            finally:
                server.process.terminate()
                server.process.wait(timeout=30)


def measure_workbook(server, folder, count):
    officer, lines, place = server.officer(), folder / "daftar.csv", folder / "daftar.xlsx"
    make_list(officer.get("/register/lists/sample.csv"), count, lines)
    make_workbook(lines, place)
    print(f"register: a workbook of {count:,} rows x 27 columns, {place.stat().st_size >> 20} MB")
    bare, _ = timed(lambda: sum(1 for _ in openpyxl.load_workbook(place, read_only=True).active.iter_rows(values_only=True)))
    _, path = timed(lambda: bring(officer, server, place))
    checked, _ = timed(lambda: wait(officer, path))
    say("openpyxl's bare read of the same file", f"{bare:.1f} s")
    say("columns recognised, every row checked", f"{checked:.1f} s", "wanted 8 s")
    say("memory of the server at most", f"{server.peak()} MB", "wanted 300 MB")


def measure(server, folder, count):
    officer, place = server.officer(), folder / "daftar.csv"
    make_list(officer.get("/register/lists/sample.csv"), count, place)
    print(f"register: a list of {count:,} rows x 27 columns, {place.stat().st_size >> 20} MB")
    bare, _ = timed(lambda: bare_import(folder, place))
    sent, path = timed(lambda: bring(officer, server, place))
    checked, answer = timed(lambda: wait(officer, path))
    officer.send(path + "/enter", path)
    entered, answer = timed(lambda: wait(officer, path))
    say("bare sqlite3 .import of the same file", f"{bare:.1f} s")
    say("sending the file and keeping it sealed", f"{sent:.1f} s")
    say("checking every row (survey, reading, against the register)", f"{checked:.1f} s")
    say("entering (read again, checked again, indexed, in the book)", f"{entered:.1f} s", "wanted 60 s")
    say("entering against the bare import", f"{entered / bare:.2f}", "wanted 2")
    say("memory of the server at most", f"{server.peak()} MB", "wanted 500 MB")
    say(answer, "")
    lines = officer.get("/register/enterprises")
    ones = re.findall(r"/register/enterprises/[0-9a-f-]{36}", lines)
    words = ["amerta", "amerta ag", "tenun", "ket", "batik 4711", "9100000123456", "contoh 77", "ni made"]
    searches = ["/register/enterprises?" + urllib.parse.urlencode({"q": word}) for word in words]
    pages = ones[:20] + ["/register/enterprises"] + [f"/register/enterprises?after={one[-36:]}" for one in ones[:5]]
    first, _ = timed(lambda: officer.get("/measure"))
    say("where do we stand, the first time after a change", f"{1000 * first:.0f} ms", "wanted 1 s")
    figures = ["workers", "women-share-of-workers", "products-made", "enterprises"]
    standing = ["/measure", "/measure?field=food&by=size"] + [f"/measure?by=district&figure={name}" for name in figures]
    for what, paths, clients, wanted in [
        ("search, one client", searches, 1, "wanted 30 ms"), ("pages of the register, eight clients", pages, 8, "wanted 50 ms"),
        ("where do we stand, one client", standing, 1, "wanted 120 ms"),
    ]:
        times = load(officer, server, paths, clients)
        say(f"{what}: p50 / p95 ({len(times)} answers)", f"{percentile(times, 0.5):.1f} / {percentile(times, 0.95):.1f} ms", wanted)


if __name__ == "__main__":
    main()
