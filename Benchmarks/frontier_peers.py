"""What other programs need for the same frontier: output scores under variable returns, 3 inputs, 2 outputs.

HiGHS, one programme per unit, warm from the unit before, presolve off, units and coefficients over their columns' means
(the fastest honest way found); and, where R has them, the packages Benchmarking and rDEA. Beside each the time of Tiru's
library on the same file in the same run, the ratio, and how far the scores are apart. Run by `make bench`.
"""

import csv
import shutil
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
FRONTIERS = REPOSITORY / "Benchmarks/.build/release/frontiers"
FOLDER = REPOSITORY.parent / "shared/data/methods/perf"
FILES = ["dea_500", "dea_2000"]

R_PROGRAM = """
suppressMessages(library({package}))
t <- read.csv("{file}")
x <- as.matrix(t[, c("x1", "x2", "x3")]); y <- as.matrix(t[, c("y1", "y2")])
s <- system.time(e <- {call})[["elapsed"]]
cat(s, "\\n")
"""
R_CALLS = {
    "Benchmarking": 'dea(x, y, RTS = "vrs", ORIENTATION = "out", FAST = TRUE)',
    "rDEA": 'dea(XREF = x, YREF = y, X = x, Y = y, model = "output", RTS = "variable")',
}


def main():
    if not FOLDER.is_dir():
        print("  other programs: the shared data are not here")
        return
    for name in FILES:
        file = FOLDER / f"{name}.csv"
        ours = float(subprocess.run([FRONTIERS, file], check=True, capture_output=True, text=True).stdout)
        print(f"  {name}: Tiru {ours:.4f} s")
        expected = column(FOLDER / f"{name}_expected_phi_vrs_out.csv", "phi")
        for program, seconds, scores in peers(file):
            apart = max(abs(a - b) for a, b in zip(scores, expected)) if scores else None
            remark = "" if apart is None else f", scores off by {apart:.0e} at most"
            print(f"    {program}: {seconds:.2f} s, {seconds / ours:,.0f} times as long{remark}")


def peers(file):
    try:
        yield ("HiGHS", *highs(file))
    except ImportError:
        print("    HiGHS: not installed")
    for package, call in R_CALLS.items():
        seconds = in_r(package, call, file)
        if seconds is not None:
            yield (f"R {package}", seconds, None)


def column(file, name):
    with open(file, newline="") as lines:
        return [float(row[name]) for row in csv.DictReader(lines)]


def highs(file):
    import highspy
    import numpy as np

    inputs = np.column_stack([column(file, name) for name in ("x1", "x2", "x3")])
    outputs = np.column_stack([column(file, name) for name in ("y1", "y2")])
    inputs, outputs = inputs / inputs.mean(axis=0), outputs / outputs.mean(axis=0)
    units = len(inputs)
    start = time.perf_counter()
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("presolve", "off")
    infinity = highspy.kHighsInf
    for _ in range(3):
        solver.addRow(-infinity, 0, 0, [], [])
    for _ in range(2):
        solver.addRow(0, infinity, 0, [], [])
    solver.addRow(1, 1, 0, [], [])
    rows = np.arange(6, dtype=np.int32)
    for unit in range(units):
        solver.addCol(0, 0, infinity, 6, rows, np.concatenate([inputs[unit], outputs[unit], [1]]))
    solver.addCol(1, -infinity, infinity, 2, rows[3:5], -outputs[0])
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    scores = []
    for unit in range(units):
        for row in range(3):
            solver.changeRowBounds(row, -infinity, inputs[unit, row])
        for row in range(2):
            solver.changeCoeff(3 + row, units, -outputs[unit, row])
        solver.run()
        scores.append(solver.getObjectiveValue())
    return time.perf_counter() - start, scores


def in_r(package, call, file):
    """Seconds, or None where R or the package is not installed."""
    if shutil.which("Rscript") is None:
        return None
    program = R_PROGRAM.format(package=package, file=file, call=call)
    done = subprocess.run(["Rscript", "-e", program], capture_output=True, text=True)
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
