"""Reads and audited writes over HTTP by eight clients while rows are imported in bulk; sign-ins that delay nobody.

Run by `make bench`, which builds the program `serving` beside it.
"""

import http.client
import itertools
import statistics
import subprocess
import threading
import time
import urllib.parse
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PROGRAM = REPOSITORY / "Benchmarks/.build/inside/release/serving"
LUA = Path(__file__).with_name("people.lua")
SECONDS, ROUNDS = 8, 3
LEAST_READS, LEAST_WRITES, MOST_P95, MOST_P95_SIGNING = 2000, 300, 25, 50


class House:
    def __init__(self):
        self.process = subprocess.Popen(
            [PROGRAM, REPOSITORY / "Data"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.people = []
        for line in self.process.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "token":
                self.token = rest
            elif word == "person":
                self.people.append(rest)
            elif word == "port":
                self.port = int(rest)
                break

    def say(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def reads(house, connections):
    """wrk reads people's pages; returns reads a second, p50 and p95 in milliseconds, and how many failed."""
    script = LUA.read_text().replace("TOKEN", house.token).replace(
        "PEOPLE", ", ".join(f'"{one}"' for one in house.people))
    path = Path(f"/dev/shm/tiru-people-{house.port}.lua")
    path.write_text(script)
    try:
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "-s", path, f"http://127.0.0.1:{house.port}"],
            capture_output=True, text=True, check=True).stdout
    finally:
        path.unlink()
    figures = next(line for line in output.splitlines() if line.startswith("FIGURES")).split()[1:]
    return [float(figure) for figure in figures]


class Writers:
    """Clients that enter people one after the other, so many a second between them as long as they are answered: what
    they do beyond that would be taken from the readers on the same two cores."""

    def __init__(self, house, count, rate):
        self.house, self.times, self.refused, self.pause = house, [], 0, count / rate
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.work, args=(number,)) for number in range(count)]
        for thread in self.threads:
            thread.start()

    def work(self, number):
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)
        headers = {"Authorization": f"Bearer {self.house.token}",
                   "Content-Type": "application/x-www-form-urlencoded"}
        serial, due = 0, time.perf_counter()
        while not self.is_over.wait(max(0.0, due - time.perf_counter())):
            due = max(due + self.pause, time.perf_counter() - 1)
            serial += 1
            form = urllib.parse.urlencode(
                {"display-name": f"Contoh {number} {serial}", "phone": "081234567", "email": "", "nik": ""})
            start = time.perf_counter()
            connection.request("POST", "/register/people", form, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status == 303:
                self.times.append(1000 * (time.perf_counter() - start))
            else:
                self.refused += 1

    def end(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join()


def mixed(house):
    house.say("import")
    before = int(house.say("rows")[1])
    writers = Writers(house, 4, 1.1 * LEAST_WRITES)
    start = time.perf_counter()
    rate, p50, p95, failed = reads(house, 4)
    writers.end()
    seconds = time.perf_counter() - start
    rows = int(house.say("rows")[1]) - before
    house.say("pause")
    return {"reads": rate, "p50": p50, "p95": p95, "failed": failed, "writes": len(writers.times) / seconds,
            "write p95": percentile(writers.times, 0.95), "refused": writers.refused, "rows": rows / seconds}


def signing(house):
    """Twenty sign-ins at once, again and again, while two clients read. Every one costs a whole hash: each has a name
    and an address of its own, so that none is made to wait at the door."""
    statuses, lock, serial = {}, threading.Lock(), itertools.count()

    def attempt():
        number = next(serial)
        origin = {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}
        connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
        connection.request("GET", "/sign-in", headers=origin)
        page = connection.getresponse()
        text = page.read().decode()
        cookie = (page.getheader("Set-Cookie") or "").partition(";")[0]
        token = text.split('name="form-token" value="')[1].split('"')[0]
        form = urllib.parse.urlencode(
            {"form-token": token, "name": f"nobody-{number}", "password": "kata sandi salah"})
        connection.request(
            "POST", "/sign-in", form,
            {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", **origin})
        answer = connection.getresponse()
        answer.read()
        with lock:
            statuses[answer.status] = statuses.get(answer.status, 0) + 1

    is_over = threading.Event()

    def crowd():
        while not is_over.is_set():
            attempt()

    threads = [threading.Thread(target=crowd) for _ in range(20)]
    for thread in threads:
        thread.start()
    try:
        figures = reads(house, 2)
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
    assert set(statuses) == {400}, f"not every sign-in was tried: {statuses}"
    return figures + [sum(statuses.values()) / SECONDS]


def main():
    house = House()
    try:
        rounds = [mixed(house) for _ in range(ROUNDS)]
        middle = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
        print("SQLite over HTTP, 4 readers and 4 writers, while rows are imported in bulk "
              f"({ROUNDS} rounds of {SECONDS} s, medians)")
        print(f"  reads   {middle['reads']:8.0f} a second (wanted {LEAST_READS}), p50 {middle['p50']:.1f} ms, "
              f"p95 {middle['p95']:.1f} ms (wanted {MOST_P95}), failed {middle['failed']:.0f}")
        print(f"  writes  {middle['writes']:8.0f} a second, audited (wanted {LEAST_WRITES}), "
              f"p95 {middle['write p95']:.1f} ms, refused {middle['refused']:.0f}")
        print(f"  import  {middle['rows']:8.0f} rows a second beside them")
        times = [signing(house) for _ in range(ROUNDS)]
        p95 = statistics.median(one[2] for one in times)
        tried = statistics.median(one[4] for one in times)
        print(f"twenty sign-ins at once ({tried:.0f} a second, each hashed): other pages p95 {p95:.1f} ms "
              f"(wanted {MOST_P95_SIGNING})")
    finally:
        house.end()


if __name__ == "__main__":
    main()
