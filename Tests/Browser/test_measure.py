"""Where do we stand: what the page tells of the sample register is computed once more from its exports, by pandas."""

import io
import re

import pandas
import pytest

YEAR = 2024


@pytest.fixture(scope="module")
def ask(browser, address, office):
    context = browser.new_context(storage_state=office.states["officer"])

    def answer(path):
        response = context.request.get(address + path)
        return response.body().decode("utf-8-sig") if response.ok else None

    yield answer
    context.close()


@pytest.fixture(scope="module")
def told(ask):
    """Every line that the page's CSV has."""
    return pandas.read_csv(io.StringIO(ask("/measure.csv?by=district&figure=workers")), dtype={"group": str})


@pytest.fixture(scope="module")
def register(ask):
    """A row for each enterprise in each year."""
    rows = pandas.read_csv(io.StringIO(ask("/register/enterprises.csv")), dtype={"village": str, "nib": str})
    rows["workers"] = rows.men + rows.women
    rows["district"] = rows.village.str[:8]
    return rows[rows.year.notna()]


def of_all(told, figure):
    lines = told[(told.part == "figure") & (told.figure == figure) & (told.status == "known")]
    assert len(lines) == 3, f"three years of {figure}"
    return lines.set_index("year")


@pytest.mark.parametrize("figure, column", [("workers", "workers"), ("products-made", "output"), ("investment", "investment")])
def test_sums_agree_to_the_rupiah(told, register, figure, column):
    expected = register.groupby("year")[column].agg(["sum", "count"])
    lines = of_all(told, figure)
    assert lines.value.astype("int64").to_dict() == expected["sum"].astype("int64").to_dict()
    assert lines.told.astype("int64").to_dict() == expected["count"].to_dict()


def test_shares_are_quotients_of_sums_and_quarters_are_those_of_the_rows(told, register):
    both = register[register.workers > 0]
    expected = both.groupby("year").women.sum() / both.groupby("year").workers.sum()
    assert (of_all(told, "women-share-of-workers").value - expected).abs().max() < 1e-12
    middle = register.groupby("year").output.median()
    # To three significant figures: the exact middle of an odd number is one enterprise's own figure.
    assert ((of_all(told, "products-made")["median"] - middle) / middle).abs().max() < 0.006


def test_districts_agree_where_they_are_shown(told, register):
    expected = register[register.year == YEAR].groupby("district").workers.sum()
    lines = told[(told.part == "breakdown") & (told.year == YEAR) & (told.figure == "workers")]
    shown = lines[lines.status == "known"].set_index("group").value
    assert len(shown) >= 3
    assert shown.astype("int64").to_dict() == expected[shown.index].astype("int64").to_dict()


def every_enterprise(ask):
    """The addresses of all, page by page."""
    place = "/register/enterprises"
    while place:
        page = ask(place)
        yield from dict.fromkeys(re.findall(r'href="(/register/enterprises/[0-9a-f-]{36})"', page))
        following = re.search(r'href="(/register/enterprises\?[^"]*after=[^"]+)"', page)
        place = following and following.group(1).replace("&amp;", "&")


def test_value_added_per_worker_is_that_of_every_production_together(ask, told):
    added, workers, count = 0, 0, 0
    for enterprise in every_enterprise(ask):
        text = ask(f"{enterprise}/production/{YEAR}.csv")
        if text is None:
            continue
        figures = pandas.read_csv(io.StringIO(text)).set_index("figure").value
        if pandas.notna(figures["value-added-per-worker"]):
            added += figures["value-added"]
            workers += round(figures["value-added"] / figures["value-added-per-worker"])
            count += 1
    line = of_all(told, "value-added-per-worker").loc[YEAR]
    assert line.told == count > 100
    assert abs(line.value - added / workers) < 1e-6 * line.value
