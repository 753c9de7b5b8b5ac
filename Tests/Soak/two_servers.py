"""Two servers behind a proxy on one PostgreSQL with a streaming replica; one server is ended under load, then the
primary, and the replica is promoted.

    python3 Tests/Soak/two_servers.py [SECONDS]

With synchronous replication no acknowledged write is lost. The time without a write is printed for both.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from office import REPOSITORY, Server, Writers, make_office


def programs():
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    assert folders, "no PostgreSQL server is installed: scripts/prepare test"
    return folders[-1]


def as_postgres():
    """The server refuses to be run by root."""
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


class Postgres:
    def __init__(self, folder):
        self.folder, self.data, self.process = folder, folder / "data", None
        folder.mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            folder.chmod(0o755)

    def run(self, program, *words, **settings):
        command = as_postgres() + [programs() / program, *words]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, **settings)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
        return done.stdout.strip()

    def make(self):
        self.run("initdb", f"--pgdata={self.data}", "--username=tiru", "--auth=trust", "--encoding=UTF8",
                 "--locale=C.UTF-8", "--no-sync")
        self.configure("wal_level=replica", "max_connections=100", "listen_addresses=''",
                       f"unix_socket_directories='{self.folder}'", "fsync=on", "wal_sender_timeout=5s",
                       "hot_standby=on")
        return self

    def configure(self, *settings):
        with open(self.data / "postgresql.conf", "a") as file:
            file.write("".join(setting + "\n" for setting in settings))

    def copy_of(self, primary):
        self.run("pg_basebackup", "-h", primary.folder, "-U", "tiru", "-D", self.data, "-R", "-X", "stream")
        # Where the copy listens, and, once promoted, that it waits for no replica of its own.
        self.configure(f"unix_socket_directories='{self.folder}'", "synchronous_standby_names=''")
        return self

    def start(self):
        log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(
            as_postgres() + [programs() / "postgres", "-D", self.data], stdout=log, stderr=log, cwd=self.folder)
        for _ in range(300):
            if subprocess.run([programs() / "pg_isready", "-q", "-h", self.folder, "-U", "tiru"]).returncode == 0:
                return self
            time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def ask(self, sql, database="tiru"):
        return self.run("psql", "-h", self.folder, "-U", "tiru", "-d", database, "-qAtc", sql)

    def kill(self):
        """All its processes at once, as when the power goes."""
        family = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        self.process.kill()
        for child in family:
            subprocess.run(["kill", "-9", child], stderr=subprocess.DEVNULL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def proxy(folder, ports):
    """haproxy asks /ready and sends requests where it is answered."""
    port = 18480
    servers = "\n".join(f"  server s{n} 127.0.0.1:{p} check inter 300ms fall 1 rise 1" for n, p in enumerate(ports))
    (folder / "haproxy.cfg").write_text(f"""
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  option redispatch
  retries 2
frontend front
  bind 127.0.0.1:{port}
  default_backend tiru
backend tiru
  balance roundrobin
  option httpchk GET /ready
{servers}
""")
    program = shutil.which("haproxy", path=os.environ["PATH"] + ":/usr/sbin")
    assert program, "haproxy is missing: scripts/prepare soak"
    return port, subprocess.Popen([program, "-q", "-f", folder / "haproxy.cfg"])


def main(seconds):
    with tempfile.TemporaryDirectory(prefix="tiru-two-", ignore_cleanup_errors=True) as folder:
        folder = Path(folder)
        folder.chmod(0o755)
        primary = Postgres(folder / "a").make().start()
        primary.ask("CREATE DATABASE tiru", database="postgres")
        replica = Postgres(folder / "b").copy_of(primary).start()
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        primary.ask("SELECT pg_reload_conf()")
        address = (f"postgres://tiru@/tiru?host={primary.folder},{replica.folder}"
                   "&target_session_attrs=read-write&connect_timeout=2")
        servers = [Server(address, folder / "tiru.keys", log=folder / "log").start()]
        token = make_office(servers[0])
        second = Server(address, folder / "tiru.keys", log=folder / "log")
        second.has_administrator = True
        servers.append(second.start())
        port, balancer = proxy(folder, [server.port for server in servers])
        time.sleep(1.5)
        try:
            run(seconds, port, token, servers, primary, replica)
        finally:
            balancer.terminate()
            for server in servers:
                if server.process.poll() is None:
                    server.kill()
            replica.stop()
            primary.stop()


def run(seconds, port, token, servers, primary, replica):
    writers = Writers([port], token, count=6).start()
    time.sleep(seconds)
    before = len(writers.acknowledged)

    writers.longest_pause = 0.0
    servers[0].kill()
    time.sleep(seconds)
    server_pause, with_one = writers.longest_pause, len(writers.acknowledged)

    writers.longest_pause = 0.0
    primary.kill()
    ended = time.monotonic()
    replica.run("pg_ctl", "promote", "-D", replica.data)
    promotion = time.monotonic() - ended
    time.sleep(max(seconds, 12))
    primary_pause, after = writers.longest_pause, len(writers.acknowledged)
    writers.end()

    assert with_one > before, "nothing was written after one server ended"
    assert after > with_one, "nothing was written after the replica was promoted"
    kept = set(replica.ask("SELECT id FROM person").splitlines())
    missing = [one for one in writers.acknowledged if one not in kept]
    assert not missing, f"{len(missing)} acknowledged writes are gone: {missing[:3]}"
    fault = replica.ask(
        "SELECT count(*) FROM event e LEFT JOIN event p ON p.office = e.office AND p.number = e.number - 1 "
        "WHERE e.number > 1 AND e.previous IS DISTINCT FROM p.hash")
    assert fault == "0", f"{fault} broken links"
    print(f"two servers: {after} writes acknowledged, 0 lost ({len(kept) - after} kept whose answer never arrived); "
          f"longest time without a write: {server_pause:.2f} s after one server ended, "
          f"{primary_pause:.2f} s after the primary ended, of which promoting its replica took {promotion:.2f} s; "
          f"refused meanwhile {writers.refused}, connections cut {writers.lost}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
