"""What stands in the file of a server that is not running: the register, its lists, its queue of twins, its book; and
whether they agree."""

import collections
import hashlib
import json
import sqlite3
import subprocess
import sys
import time

from office import PROGRAM, REPOSITORY

# Of a card, what somebody wrote down: no numbers of rows, no times, nothing sealed.
CARD = """name legal_form owner owner_sex nib licence licence_year street area latitude longitude contact_person phone
    email website kbli_version kbli branch product founded_year is_active financing is_exporting export_country
    nik_last_four list_key sort_name words personal_words""".split()
YEAR = "year men women investment capacity unit output materials".split()


class Register:
    """The file as it was left. Reading it takes up what the log still holds, as the next start would."""

    def __init__(self, database):
        self.database = database
        self.connection = sqlite3.connect(database)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def rows(self, sql, *values):
        return self.connection.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return self.rows(sql, *values)[0][0]

    def content(self):
        """A hash of all that is shown, the same for the same register however it came about."""
        years, papers = collections.defaultdict(list), collections.defaultdict(list)
        for enterprise, *rest in self.rows(f"SELECT enterprise, {', '.join(YEAR)} FROM enterprise_year"):
            years[enterprise].append(rest)
        for enterprise, *rest in self.rows("SELECT enterprise, kind, text FROM enterprise_paper"):
            papers[enterprise].append(rest)
        shown = self.rows(f"SELECT id, {', '.join(CARD)} FROM enterprise WHERE merged_into IS NULL")
        lines = sorted(repr((card, sorted(years[one]), sorted(papers[one]))) for one, *card in shown)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def standing(self, listed):
        return self.one("SELECT standing FROM list_step WHERE list = ? ORDER BY number DESC LIMIT 1", listed)

    def lists(self):
        return [row[0] for row in self.rows("SELECT id FROM list ORDER BY brought_at, id")]

    def job(self):
        """The last one that was asked for: kind, state, outcome, and how often it was begun."""
        found = self.rows("SELECT kind, state, outcome, tries FROM job ORDER BY asked_at DESC, id DESC LIMIT 1")
        return found[0] if found else None

    def jobs(self):
        return self.one("SELECT count(*) FROM job")

    def events(self):
        return collections.Counter(dict(self.rows("SELECT kind, count(*) FROM event GROUP BY kind")))

    def open_pairs(self):
        return self.rows(
            """
            SELECT p.id, p.first_one, e.version, p.second_one, f.version AS second_version FROM twin_pair p
                JOIN enterprise e ON e.id = p.first_one JOIN enterprise f ON f.id = p.second_one
            WHERE p.state = 'open' AND e.merged_into IS NULL AND f.merged_into IS NULL ORDER BY p.id
            """)

    def mergers(self):
        """Those that can be parted: nobody has worked on the kept one since."""
        return self.rows(
            """
            SELECT m.twin, m.kept FROM merger m JOIN enterprise e ON e.id = m.kept AND e.version = m.version
            WHERE m.undone_at IS NULL AND e.merged_into IS NULL ORDER BY m.id
            """)

    def wait_until_alone(self):
        """A file is left as it is when its program ends."""

    def schema(self):
        """A great list sets indexes aside while it comes in."""
        return self.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")

    def lay_the_minute_back(self):
        """A runner that falls silent keeps its job for a minute. Here the minute is over at once."""
        self.change("UPDATE job SET heard_at = '2000-01-01T00:00:00.000000Z' WHERE state = 'running'")

    def change(self, sql):
        self.connection.execute(sql)
        self.connection.commit()

    # MARK: Whether all of it agrees

    def examine(self):
        self.check_file()
        self.check_counts()
        self.check_search()
        self.check_lists()
        self.check_twins()

    def check_file(self):
        assert self.rows("PRAGMA integrity_check") == [("ok",)], self.rows("PRAGMA integrity_check")
        strays = self.rows("PRAGMA foreign_key_check")
        assert not strays, strays[:5]

    def check_counts(self):
        counted = self.rows("SELECT office, count(*) FROM enterprise WHERE merged_into IS NULL GROUP BY office")
        written = self.rows("SELECT office, shown FROM enterprise_count WHERE shown > 0")
        assert sorted(counted) == sorted(written), f"counted {counted}, written {written}"

    def check_search(self):
        """The index keeps no texts: one that is made anew from the register must hold the same words of the same rows."""
        run, made = self.connection.execute, self.one("SELECT sql FROM sqlite_master WHERE name = 'enterprise_search'")
        run(made.replace("enterprise_search", "temp.search_anew", 1))
        run("""
            INSERT INTO temp.search_anew (rowid, office, words, personal_words)
            SELECT rowid, office || ' ' || substr(office, 1, 2), words || ' ' || product_words, personal_words
            FROM enterprise WHERE merged_into IS NULL
            """)
        run("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab(main, enterprise_search, instance)")
        run("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, search_anew, instance)")
        for more, fewer in [("words_kept", "words_anew"), ("words_anew", "words_kept")]:
            stray = self.rows(f"SELECT term, doc, col FROM {more} EXCEPT SELECT term, doc, col FROM {fewer} LIMIT 3")
            assert not stray, f"in one of register and search only: {stray}"
        count = "SELECT count(*) FROM "
        assert self.one(count + "words_kept") == self.one(count + "words_anew"), "a word is found twice"
        # Raises where the index disagrees with itself.
        run("INSERT INTO enterprise_search (enterprise_search) VALUES ('integrity-check')")
        self.connection.rollback()
        for table in ["words_kept", "words_anew", "search_anew"]:
            run(f"DROP TABLE IF EXISTS temp.{table}")

    def check_lists(self):
        events = self.events()
        steps = dict(self.rows("SELECT standing, count(*) FROM list_step GROUP BY standing"))
        for standing, kind in [("brought", "list-brought"), ("entered", "list-entered"), ("undone", "list-undone"),
                               ("laid-aside", "list-laid-aside")]:
            assert steps.get(standing, 0) == events[kind], f"{standing}: {steps} and {events}"
        for listed in self.lists():
            standing = self.standing(listed)
            changes = self.one("SELECT count(*) FROM list_change WHERE list = ?", listed)
            pieces = self.one("SELECT count(*) FROM list_piece WHERE list = ?", listed)
            assert changes == 0 or standing == "entered", f"{standing} with {changes} changes to take back"
            assert pieces > 0 or standing == "laid-aside", f"{standing} without its file"
            if standing in ("brought", "surveyed", "checked"):
                stray = self.one("SELECT count(*) FROM enterprise WHERE list = ?", listed)
                assert stray == 0, f"{standing} with {stray} enterprises"

    def check_twins(self):
        events = self.events()
        in_force = self.rows("SELECT twin, kept FROM merger WHERE undone_at IS NULL")
        parted = self.one("SELECT count(*) FROM merger WHERE undone_at IS NOT NULL")
        told = f"{len(in_force)} in force, {parted} parted, {events}"
        assert (len(in_force) + parted, parted) == (events["enterprises-merged"], events["merger-undone"]), told
        hidden = {row[0] for row in self.rows("SELECT id FROM enterprise WHERE merged_into IS NOT NULL")}
        assert {twin for twin, _ in in_force} == hidden, "mergers and what is hidden differ"
        merged = {row for row in self.rows("SELECT first_one, second_one FROM twin_pair WHERE state = 'merged'")}
        decided = {(min(pair), max(pair)) for pair in in_force}
        assert merged <= decided, f"settled as merged, and not merged: {merged - decided}"
        still_open = {row for row in self.rows("SELECT first_one, second_one FROM twin_pair WHERE state = 'open'")}
        assert not still_open & decided, f"merged, and still asked: {still_open & decided}"


class PostgresRegister(Register):
    """The same of a PostgreSQL: asked by psql, as nothing else is there for certain."""

    def __init__(self, postgres):
        self.postgres = postgres

    def wait_until_alone(self):
        """What the ended server had asked for may still be under way, and be kept."""
        others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        end = time.monotonic() + 60
        while self.postgres.ask(others) != "0":
            assert time.monotonic() < end, "what the ended server has asked for is never over"
            time.sleep(0.02)

    def __exit__(self, *_):
        pass

    def rows(self, sql, *values):
        for value in values:
            sql = sql.replace("?", f"'{value}'", 1)
        found = self.postgres.ask(f"SELECT json_agg(t) FROM ({sql}) t")
        return [tuple(row.values()) for row in json.loads(found)] if found else []

    def change(self, sql):
        self.postgres.ask(sql)

    def schema(self):
        return self.rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname")

    def check_file(self):
        """PostgreSQL's own affair."""

    def check_search(self):
        """Its index is the table's own; what the index finds is what the table says."""
        found = self.rows(
            """
            SELECT count(*) FROM enterprise
            WHERE merged_into IS NULL AND to_tsvector('simple', words) @@ to_tsquery('simple', 'contoh')
            """)
        assert found == self.rows(
            "SELECT count(*) FROM enterprise WHERE merged_into IS NULL AND ' ' || words || ' ' LIKE '% contoh %'"), found


def walk_books(database):
    """Both walks through the chains: the outside script, which reads files, and the program's own."""
    commands = [[PROGRAM, "doctor", "--audit", "--database", database]]
    if "://" not in str(database):
        commands.append([sys.executable, REPOSITORY / "docs/audit/verify_chain.py", database])
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
