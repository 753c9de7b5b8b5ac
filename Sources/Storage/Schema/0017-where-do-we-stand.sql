-- What an employer in a regency or city pays at least, by year: the yardstick beside a wage. Not a reference to regions:
-- facts are deleted and loaded again.
CREATE TABLE minimum_wage (
    region TEXT NOT NULL CHECK (length(region) = 5),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    rupiah_per_month {real} NOT NULL CHECK (rupiah_per_month > 0),
    source TEXT NOT NULL CHECK (source <> ''),
    PRIMARY KEY (region, year)
) {strict};

-- The list by which production of a year came, with which it is taken back; empty for what was entered by hand.
ALTER TABLE production ADD COLUMN list TEXT NOT NULL DEFAULT '';
