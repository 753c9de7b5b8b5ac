"""A page that shows figures has a .csv and a .json twin with the same rows."""

import csv
import json

import pytest
from addresses import EVERY_PAGE_WITH_TWINS, twin
from server import fetch


@pytest.mark.parametrize("path,table", EVERY_PAGE_WITH_TWINS)
def test_twins_hold_the_rows_of_the_page(visit, address, path, table):
    shown = visit(path).locator("table").first.locator("tbody tr").count()
    assert shown > 0
    assert len(rows_of_csv(address + twin(path, "csv"))) == shown
    assert len(rows_of_json(address + twin(path, "json"), table)) == shown


def rows_of_csv(address):
    status, kind, body = fetch(address)
    assert (status, kind.split(";")[0]) == (200, "text/csv")
    lines = body.decode("utf-8-sig").splitlines()
    return list(csv.DictReader(lines))


def rows_of_json(address, table):
    status, kind, body = fetch(address)
    assert (status, kind.split(";")[0]) == (200, "application/json")
    return json.loads(body)[table]
