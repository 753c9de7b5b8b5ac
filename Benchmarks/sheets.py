"""How fast lists are read and written, and in how much memory; openpyxl's bare read of the same file beside it.

Run by `make bench`.
"""

import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

PROGRAM = Path(__file__).with_name(".build") / "release/sheets"
ROWS, COLUMNS, CSV_ROWS, WRITTEN = 100_000, 27, 370_370, 1_000_000
MOST_READ, MOST_READ_MEMORY = 2.0, 300
MOST_CSV = 1.0
MOST_FIRST, MOST_WRITE_MEMORY = 1.0, 200

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def main():
    with tempfile.TemporaryDirectory() as folder:
        workbook, text, written = (Path(folder) / name for name in ["list.xlsx", "list.csv", "written.xlsx"])
        write_workbook(workbook)
        print(f"XLSX with shared texts, {ROWS:,} rows × {COLUMNS} columns, {size(workbook)}:")
        read(workbook, MOST_READ, MOST_READ_MEMORY)
        print(f"  openpyxl    {openpyxl(workbook):7.2f} s")
        write_text(text)
        print(f"CSV, {CSV_ROWS:,} rows × {COLUMNS} columns, {size(text)}:")
        read(text, MOST_CSV, MOST_READ_MEMORY)
        write(written)


def read(path, most_seconds, most_memory):
    found, memory = run(["read", path])
    rate = found["cells"] / found["seconds"] / 1e6
    print(f"  Tiru        {found['seconds']:7.2f} s, {rate:.1f} million cells a second, {memory:.0f} MB")
    print(f"    time {verdict(found['seconds'] <= most_seconds)}: target ≤ {most_seconds:.0f} s")
    print(f"    memory {verdict(memory <= most_memory)}: target ≤ {most_memory} MB")


def write(path):
    found, memory = run(["write", WRITTEN, path])
    print(f"XLSX written, {WRITTEN:,} rows × {COLUMNS} columns, {size(path)}:")
    print(f"  first byte {found['first']:.3f} s, all {found['seconds']:.1f} s, {memory:.0f} MB")
    print(f"    first byte {verdict(found['first'] <= MOST_FIRST)}: target ≤ {MOST_FIRST:.0f} s")
    print(f"    memory {verdict(memory <= MOST_WRITE_MEMORY)}: target ≤ {MOST_WRITE_MEMORY} MB")


def run(arguments):
    """What the program says of its work, and the most memory it had, in MB."""
    said = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=True).stdout
    found = {name: float(value) for name, value in (part.split("=") for part in said.split())}
    return found, found["memory"]


def openpyxl(path):
    """Seconds of reading all cells and doing nothing with them."""
    from openpyxl import load_workbook

    start = time.perf_counter()
    for row in load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        pass
    return time.perf_counter() - start


def size(path):
    return f"{path.stat().st_size / 2**20:.0f} MB"


def cells(row):
    """Fifteen texts, some of which many rows share, a date, and figures."""
    texts = [f"Usaha {row} {row * 7919 % 100_003}", f"Ni Luh {row % 30_011}", f"Jalan Raya Ubud nomor {row}"]
    texts += [f"Desa {row * (column + 3) % 716}" for column in range(12)]
    return texts, [row * (column + 7) % 1_000_003 / 4 for column in range(COLUMNS - len(texts) - 1)]


def write_text(path):
    with path.open("w") as file:
        for row in range(CSV_ROWS):
            texts, figures = cells(row)
            file.write(",".join(texts + [f"2024-01-{row % 28 + 1:02}"] + [str(figure) for figure in figures]) + "\n")


def write_workbook(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in small_parts().items():
            archive.writestr(name, text)
        places = {}
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
            for row in range(ROWS):
                sheet.write(row_text(row, places).encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{text}</t></si>" for text in places)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{items}</sst>')


def row_text(row, places):
    texts, figures = cells(row)
    number = row + 1
    parts = [
        f'<c r="{letters(column)}{number}" t="s"><v>{places.setdefault(text, len(places))}</v></c>'
        for column, text in enumerate(texts)
    ]
    parts.append(f'<c r="{letters(len(texts))}{number}" s="1"><v>{45_000 + row % 400}</v></c>')
    start = len(texts) + 1
    parts += [f'<c r="{letters(start + i)}{number}"><v>{figure}</v></c>' for i, figure in enumerate(figures)]
    return f'<row r="{number}">{"".join(parts)}</row>'


def letters(column):
    return chr(65 + column) if column < 26 else "A" + chr(65 + column - 26)


def small_parts():
    kinds = {"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml", "sharedStrings": "sharedStrings.xml"}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in kinds.items()
    )
    types = {"workbook": "sheet.main", "styles": "styles", "sharedStrings": "sharedStrings"}
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{TYPE}.{kind}+xml"/>' for part, kind in types.items()
    )
    font = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    fills = '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    formats = '<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{overrides}<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="IKM" sheetId="1" r:id="rworksheet"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{font}{fills}<borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf/></cellStyleXfs>{formats}<cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }


def verdict(holds):
    return "met" if holds else "MISSED"


if __name__ == "__main__":
    main()
