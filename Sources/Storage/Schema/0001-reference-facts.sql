-- Official facts: regions with both codes, industry titles by version, regional product.

CREATE TABLE fact_load (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    revision {int} NOT NULL UNIQUE,
    region_count {int} NOT NULL CHECK (region_count > 0),
    industry_count {int} NOT NULL CHECK (industry_count >= 0),
    product_count {int} NOT NULL CHECK (product_count > 0),
    loaded_at TEXT NOT NULL
) {strict};

CREATE TABLE region (
    code TEXT NOT NULL PRIMARY KEY,
    bps_code TEXT UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('nation', 'province', 'regency', 'city')),
    name TEXT NOT NULL CHECK (name <> ''),
    province TEXT REFERENCES region (code),
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    area_km2 {real} CHECK (area_km2 > 0),
    men {int} CHECK (men >= 0),
    women {int} CHECK (women >= 0),
    CHECK ((province IS NULL) = (kind IN ('nation', 'province'))),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((men IS NULL) = (women IS NULL))
) {strict};

CREATE TABLE industry_code (
    version {int} NOT NULL CHECK (version IN (2020, 2025)),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 5),
    section TEXT NOT NULL CHECK (length(section) = 1),
    title TEXT NOT NULL CHECK (title <> ''),
    PRIMARY KEY (version, code)
) {strict};

-- Billion rupiah at constant 2010 prices; one column an industry, because they are only ever read together.
CREATE TABLE regional_product (
    region TEXT NOT NULL REFERENCES region (code),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    a {real} NOT NULL, b {real} NOT NULL, c {real} NOT NULL, d {real} NOT NULL, e {real} NOT NULL,
    f {real} NOT NULL, g {real} NOT NULL, h {real} NOT NULL, i {real} NOT NULL, j {real} NOT NULL,
    k {real} NOT NULL, l {real} NOT NULL, mn {real} NOT NULL, o {real} NOT NULL, p {real} NOT NULL,
    q {real} NOT NULL, rstu {real} NOT NULL,
    published_total {real} NOT NULL,
    PRIMARY KEY (region, year)
) {strict};
