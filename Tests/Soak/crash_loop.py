"""Ends the server without warning in the middle of writing, again and again, and looks what is left.

    python3 Tests/Soak/crash_loop.py [ROUNDS]

After each end: the file is sound, the chains of events hold, and every write that was acknowledged is there.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from office import REPOSITORY, Server, Writers, make_office


def examine(database, acknowledged):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        soundness = connection.execute("PRAGMA integrity_check").fetchall()
        assert soundness == [("ok",)], soundness
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        assert strays == [], strays
        kept = {row[0] for row in connection.execute("SELECT id FROM person")}
    finally:
        connection.close()
    missing = [one for one in acknowledged if one not in kept]
    assert not missing, f"{len(missing)} acknowledged writes are gone: {missing[:3]}"
    chain = subprocess.run(
        [sys.executable, REPOSITORY / "docs/audit/verify_chain.py", database], capture_output=True, text=True)
    assert chain.returncode == 0, chain.stdout + chain.stderr
    return len(kept)


def main(rounds):
    random.seed(20261125)
    with tempfile.TemporaryDirectory(prefix="tiru-crash-") as folder:
        folder = Path(folder)
        database = folder / "tiru.sqlite"
        server = Server(database, folder / "tiru.keys", log=folder / "log").start()
        token = make_office(server)
        acknowledged, began = [], time.monotonic()
        kept = 0
        for number in range(1, rounds + 1):
            writers = Writers([server.port], token, count=3).start()
            time.sleep(random.uniform(0.01, 0.25))
            server.kill()
            writers.end()
            acknowledged += writers.acknowledged
            kept = examine(database, acknowledged)
            server.start()
            if number % 50 == 0:
                print(f"crash loop: {number} ends, {len(acknowledged)} acknowledged, {kept} kept", flush=True)
        assert len(acknowledged) > rounds, f"only {len(acknowledged)} writes in {rounds} rounds prove little"
        code = server.stop()
        assert code == 0, f"the last stop was asked for and answered {code}"
        assert examine(database, acknowledged) == kept
    minutes = (time.monotonic() - began) / 60
    print(f"crash loop: {rounds} ends in {minutes:.1f} minutes; {len(acknowledged)} writes acknowledged, 0 lost; "
          f"{kept - len(acknowledged)} kept whose answer never arrived; file sound and chains whole each time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
