"""Verifies the chains of events: verify_chain.py FILE.sqlite, or verify_chain.py < event.csv"""
import csv, hashlib, pathlib, sqlite3, sys

fields = "office number at actor kind subject body previous hash".split()
said, found, broken, start = {}, {}, {}, (0, "0" * 64)
if len(sys.argv) > 1:
    file = pathlib.Path(sys.argv[1]).resolve().as_uri() + "?mode=ro"
    database = sqlite3.connect(file, uri=True, isolation_level=None)
    database.execute("BEGIN")
    said = {row[0]: row[1:] for row in database.execute("SELECT office, length, head FROM event_book")}
    rows = database.execute(f"SELECT {', '.join(fields)} FROM event ORDER BY office, number")
else:
    csv.field_size_limit(1 << 30)
    sys.stdin.reconfigure(encoding="utf-8", newline="")
    lines = ([line[field] for field in fields] for line in csv.DictReader(sys.stdin))
    rows = sorted([line[0], int(line[1])] + line[2:] for line in lines)
for office, number, *rest, previous, own in rows:
    last, head = found.get(office, start)
    text = "\n".join([previous, office, str(number), *rest])
    if (number, previous, own) != (last + 1, head, hashlib.sha256(text.encode()).hexdigest()):
        broken.setdefault(office, last + 1)
    found[office] = (number, own)
for office in sorted(said.keys() | found.keys()):
    end, book = found.get(office, start), said.get(office, start) if len(sys.argv) > 1 else found[office]
    if end != book:
        broken.setdefault(office, min(end[0], book[0]) + 1)
    print(office, *book, f"broken at line {broken[office]}" if office in broken else "intact")
sys.exit(1 if broken else 0)
