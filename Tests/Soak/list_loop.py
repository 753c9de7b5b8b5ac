"""Ends the server without warning while a list is brought, checked, entered or taken back, while twins are looked for,
merged or parted, again and again, and looks what is left.

    python3 Tests/Soak/list_loop.py [--rounds 100] [--rows 3000] [--postgres]

After each end: it happened or it did not. The register, the state of the list, the book, the queue of twins and the
index of the search agree with one another; the register is as it was before or as it is when the work is done; started
again, the server finishes the job it left, or a second try succeeds.
"""

import argparse
import collections
import csv
import http.client
import io
import random
import re
import tempfile
import threading
import time
import uuid
from pathlib import Path

from office import Server, make_office
from register import PostgresRegister, Register, walk_books
from two_servers import Postgres

HEADER = """nama_perusahaan nama_pemilik jalan id_kelurahan id_kecamatan id_kabkota id_prov no_hp nomor_izin
    jenis_produk tahun_data tk_pria tk_wanita nilai_produksi nilai_bahan_baku""".split()
KINDS = {"check": "list-check", "enter": "list-enter", "undo": "list-undo", "seek": "twins-find"}
SYLLABLES = "ba di ka la ma na pu ra sa ti wa yu ge lo ni su".split()


def firms(rows, seed=11):
    """Invented firms, all different."""
    choose = random.Random(seed)
    for number in range(rows):
        name = " ".join("".join(choose.choice(SYLLABLES) for _ in range(3)).title() for _ in range(2))
        owner = "Contoh " + " ".join("".join(choose.choice(SYLLABLES) for _ in range(3)).title() for _ in range(2))
        output = choose.randrange(50, 900) * 1_000_000
        yield [f"{name} Contoh {number}", owner, f"Jl. Contoh No. {number}", "Kuwum", "Mengwi", "Badung", "Bali",
               f"0812{number:08d}", f"99{number:011d}", "Kain", "2024", str(choose.randrange(1, 9)),
               str(choose.randrange(1, 9)), str(output), str(output // 2)]


def table(lines):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(lines)
    return text.getvalue().encode()


def first_list(rows):
    return table(firms(rows))


def second_list(rows):
    """Changes a third of the firms, brings some new ones, and writes some down twice under another spelling."""
    lines = []
    for number, firm in enumerate(firms(rows)):
        if number % 3 == 0:
            lines.append(firm[:2] + [f"Jl. Baru No. {number}"] + firm[3:10] + ["2025"] + firm[11:])
        if number % 40 == 1:
            word, rest = firm[0].split(" ", 1)
            lines.append([f"UD {word}h {rest}", firm[1], firm[2], *firm[3:8], "", *firm[9:]])
    lines += [[firm[0] + " Baru", "Contoh Baru", *firm[2:7], "", "", *firm[9:]] for firm in firms(rows // 4, seed=12)]
    return table(lines)


class Officer:
    """Asks with a token, as a script does."""

    def __init__(self, server, token):
        self.server, self.token = server, token

    def ask(self, path, body=None, kind="application/x-www-form-urlencoded"):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        try:
            headers = {"Authorization": f"Bearer {self.token}"}
            if body is not None:
                headers["Content-Type"] = kind
            connection.request("GET" if body is None else "POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or "", answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def bring(self, name, content):
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("/register/lists", body, f"multipart/form-data; boundary={mark}")


class Work:
    """One thing that is asked of the server."""

    def __init__(self, name, path, body="", content=None, subject=None):
        self.name, self.path, self.body, self.content, self.subject = name, path, body, content, subject

    def ask(self, officer):
        if self.content is not None:
            return officer.bring("daftar.csv", self.content)
        return officer.ask(self.path, self.body)


def next_work(register, second):
    """What makes sense now, one of it at random."""
    lists = register.lists()
    standing = register.standing(lists[-1]) if len(lists) > 1 else "undone"
    path = f"/register/lists/{lists[-1]}"
    choices = []
    if standing in ("undone", "laid-aside"):
        choices += [Work("check", "", content=second)] * 3
    elif standing == "checked":
        choices += [Work("enter", path + "/enter", subject=lists[-1])] * 3
    elif standing == "entered":
        choices += [Work("undo", path + "/undo", subject=lists[-1])] * 2 + [Work("seek", "/register/twins")] * 2
    pairs, mergers = register.open_pairs(), register.mergers()
    if pairs:
        pair, first, first_version, second_one, second_version = random.choice(pairs)
        kept = random.choice([first, second_one])
        form = f"keep={kept}&first-version={first_version}&second-version={second_version}"
        choices += [Work("merge", f"/register/twins/{pair}/merge", form, subject=(first, second_one))] * 2
    if mergers and standing == "entered":
        twin, _ = random.choice(mergers)
        choices += [Work("part", f"/register/enterprises/{twin}/part", subject=twin)]
    return random.choice(choices)


def wait_for_the_machine(open_register, seconds=300):
    """Until no job waits or runs; asked of the database, as nobody is to be in its way."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with open_register() as register:
            if register.one("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')") == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"a job is not over after {seconds} s")


def has_happened(work, before, register):
    """Whether the file says that the work was done; everything that belongs to it says the same."""
    events = register.events()
    grown = {kind: count - before.events[kind] for kind, count in events.items() if count != before.events[kind]}
    told = {"check": "list-brought", "enter": "list-entered", "undo": "list-undone", "merge": "enterprises-merged",
            "part": "merger-undone"}
    if work.name == "seek":
        return register.jobs() > before.jobs and register.job()[1] == "done"
    done = grown.get(told[work.name], 0)
    assert done in (0, 1), f"{work.name} happened {done} times"
    if work.name == "check":
        return done == 1 and register.standing(register.lists()[-1]) == "checked"
    if work.name in ("enter", "undo"):
        standing = register.standing(work.subject)
        assert (standing == {"enter": "entered", "undo": "undone"}[work.name]) == (done == 1), f"{standing}, {grown}"
    return done == 1


class Before:
    def __init__(self, register):
        self.content, self.events, self.jobs = register.content(), register.events(), register.jobs()
        self.schema = register.schema()


class Loop:
    def __init__(self, server, open_register, officer, rows):
        self.server, self.open_register, self.officer = server, open_register, officer
        self.second = second_list(rows)
        # How long each takes when nobody disturbs it, and within which time it is then ended: nearer and nearer to
        # where it is done one time in two.
        self.lengths, self.reach = {}, {}
        self.tally = collections.Counter()
        # The register with the second list and without, while nobody has merged or parted since.
        self.known = {}

    def do(self, work):
        """Undisturbed: for the length of it, and as the second try."""
        began = time.monotonic()
        status, _, text = work.ask(self.officer)
        assert status == 303, f"{work.name}: {status} {text[:500]}"
        wait_for_the_machine(self.open_register)
        self.lengths.setdefault(work.name, time.monotonic() - began)
        self.reach.setdefault(work.name, self.lengths[work.name])

    def round(self, waits=False):
        """- waits: a runner that falls silent keeps its job for a minute; mostly that minute is over at once."""
        with self.open_register() as register:
            work, before = next_work(register, self.second), Before(register)
        if work.name not in self.lengths:
            self.do(work)
            return self.finished(work, before, "undisturbed")
        delay = random.uniform(0, self.reach[work.name])
        asking = threading.Thread(target=self.ask_unheard, args=(work,))
        asking.start()
        time.sleep(delay)
        self.server.kill()
        asking.join()
        with self.open_register() as register:
            register.wait_until_alone()
            register.examine()
            assert register.schema() == before.schema, "tables and indexes are not as they were"
            left, is_done = register.content(), has_happened(work, before, register)
            was_asked = register.jobs() > before.jobs
            if not waits:
                register.lay_the_minute_back()
        walk_books(self.server.database)
        self.server.start()
        wait_for_the_machine(self.open_register)
        with self.open_register() as register:
            is_over = has_happened(work, before, register)
            if was_asked:
                kind, state, outcome, tries = register.job()
                assert (kind, state) == (KINDS[work.name], "done"), f"{kind} {state} {outcome} after {tries} tries"
                assert is_over, f"{kind} says that it is done"
        self.reach[work.name] *= 0.9 if is_done else 1.1
        how = "done" if is_done else "resumed" if is_over else "not begun"
        if not is_over:
            assert left == before.content, f"{work.name} did not happen, and the register is another"
            if work.name == "check" and self.has_new_list(before):
                raise AssertionError("a list was kept without its check being asked for")
            self.do(work)
        self.finished(work, before, how, left, is_done)

    def ask_unheard(self, work):
        try:
            work.ask(self.officer)
        except (OSError, http.client.HTTPException):
            pass  # The server ended before it answered: the point of it.

    def has_new_list(self, before):
        with self.open_register() as register:
            return register.events()["list-brought"] > before.events["list-brought"]

    def finished(self, work, before, how, left=None, was_done=True):
        with self.open_register() as register:
            register.examine()
            assert has_happened(work, before, register), f"{work.name} was tried again and did not happen"
            assert register.schema() == before.schema, "tables and indexes are not as they were"
            content = register.content()
            status, _, text = self.officer.ask(f"/register/lists/{register.lists()[-1]}")
            assert status == 200 and "http-equiv" not in text, f"the page of the list still waits: {status}"
        if left is not None:
            assert left == (content if was_done else before.content), f"{work.name} ({how}): neither before nor after"
        if work.name in ("check", "seek"):
            assert content == before.content, f"{work.name} changed the register"
        if work.name in ("merge", "part"):
            self.known.clear()
        elif work.name in ("enter", "undo"):
            other = {"enter": "undo", "undo": "enter"}[work.name]
            known = self.known.setdefault(work.name, content)
            assert content == known, f"{work.name}: the register is not what the same list made of it before"
            self.known.setdefault(other, before.content)
        self.tally[work.name, how] += 1


def main(rounds, rows, is_on_postgres):
    random.seed(20261126)
    with tempfile.TemporaryDirectory(prefix="tiru-lists-", ignore_cleanup_errors=True) as folder:
        folder = Path(folder)
        if not is_on_postgres:
            return run(rounds, rows, folder, folder / "tiru.sqlite", lambda: Register(folder / "tiru.sqlite"))
        folder.chmod(0o755)
        postgres = Postgres(folder / "postgres").make().start()
        try:
            postgres.ask("CREATE DATABASE tiru", database="postgres")
            address = f"postgres://tiru@/tiru?host={postgres.folder}"
            run(rounds, rows, folder, address, lambda: PostgresRegister(postgres))
        finally:
            postgres.stop()


def run(rounds, rows, folder, database, open_register):
    server = Server(database, folder / "tiru.keys", log=folder / "log").start()
    officer = Officer(server, make_office(server))
    status, place, text = officer.bring("daftar.csv", first_list(rows))
    assert status == 303, f"{status} {text[:500]}"
    wait_for_the_machine(open_register)
    status, _, text = officer.ask(re.sub(r"\?.*", "", place) + "/enter", "")
    assert status == 303, f"{status} {text[:500]}"
    wait_for_the_machine(open_register)
    loop, began = Loop(server, open_register, officer, rows), time.monotonic()
    for number in range(1, rounds + 1):
        try:
            loop.round(waits=number == 20)
        except BaseException:
            said = (folder / "log").read_text()[-3000:]
            print(f"list loop: round {number}; the server said:\n{said}", flush=True)
            raise
        if number % 25 == 0:
            print(f"list loop: {number} rounds", flush=True)
    code = server.stop()
    assert code == 0, f"the last stop was asked for and answered {code}"
    walk_books(server.database)
    tell(loop, rounds, rows, time.monotonic() - began)


def tell(loop, rounds, rows, seconds):
    kind = "PostgreSQL" if "://" in str(loop.server.database) else "SQLite"
    print(f"list loop: {rounds} rounds over {rows} rows on {kind} in {seconds / 60:.1f} minutes; nothing half done")
    names = dict.fromkeys(name for name, _ in sorted(loop.tally))
    for name in names:
        counts = {how: count for (one, how), count in sorted(loop.tally.items()) if one == name}
        print(f"  {name:6}", ", ".join(f"{how} {count}" for how, count in counts.items()),
              f"(undisturbed {loop.lengths[name]:.2f} s)")


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--rounds", type=int, default=100)
    words.add_argument("--rows", type=int, default=3000)
    words.add_argument("--postgres", action="store_true")
    wanted = words.parse_args()
    main(wanted.rounds, wanted.rows, wanted.postgres)
