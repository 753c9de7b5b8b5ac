-- What making a product costs in the nation: the yardstick beside a local figure. Million rupiah.
CREATE TABLE national_product (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 3),
    name TEXT NOT NULL CHECK (name <> ''),
    section TEXT NOT NULL CHECK (section <> ''),
    intermediate {real} NOT NULL,
    compensation {real} NOT NULL,
    surplus {real} NOT NULL,
    taxes {real} NOT NULL
) {strict};

-- What one product of an enterprise brings and costs in one period, as Hayami's table asks. It hangs on the enterprise
-- like what 0008 holds.
CREATE TABLE worksheet (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    sheet_product TEXT NOT NULL CHECK (sheet_product <> ''),
    sheet_day TEXT CHECK (length(sheet_day) = 10),
    sheet_period TEXT NOT NULL CHECK (sheet_period IN ('day', 'batch', 'week', 'month', 'season', 'year')),
    -- A code of national_product. Not a reference: facts are deleted and loaded again.
    national_product TEXT CHECK (length(national_product) = 3),
    made {real} NOT NULL CHECK (made > 0),
    made_unit TEXT CHECK (made_unit <> ''),
    made_price {real} NOT NULL CHECK (made_price > 0),
    -- The main material; all else is reckoned per unit of it.
    material_1 TEXT CHECK (material_1 <> ''),
    material_1_quantity {real} NOT NULL CHECK (material_1_quantity > 0),
    material_1_unit TEXT CHECK (material_1_unit <> ''),
    material_1_price {real} NOT NULL CHECK (material_1_price >= 0),
    material_2 TEXT CHECK (material_2 <> ''),
    material_2_quantity {real} CHECK (material_2_quantity > 0),
    material_2_price {real} CHECK (material_2_price >= 0),
    material_3 TEXT CHECK (material_3 <> ''),
    material_3_quantity {real} CHECK (material_3_quantity > 0),
    material_3_price {real} CHECK (material_3_price >= 0),
    material_4 TEXT CHECK (material_4 <> ''),
    material_4_quantity {real} CHECK (material_4_quantity > 0),
    material_4_price {real} CHECK (material_4_price >= 0),
    other_inputs {real} NOT NULL CHECK (other_inputs >= 0),
    other_inputs_per TEXT NOT NULL CHECK (other_inputs_per IN ('total', 'material', 'product')),
    paid_days {real} NOT NULL CHECK (paid_days >= 0),
    family_days {real} NOT NULL CHECK (family_days >= 0),
    day_wage {real} CHECK (day_wage >= 0),
    pieces {real} CHECK (pieces >= 0),
    pieces_per_day {real} CHECK (pieces_per_day > 0),
    piece_pay {real} CHECK (piece_pay >= 0),
    CHECK ((material_2_quantity IS NULL) = (material_2_price IS NULL)),
    CHECK ((material_3_quantity IS NULL) = (material_3_price IS NULL)),
    CHECK ((material_4_quantity IS NULL) = (material_4_price IS NULL)),
    CHECK ((pieces IS NULL) = (pieces_per_day IS NULL) AND (pieces IS NULL) = (piece_pay IS NULL))
) {strict};

CREATE INDEX worksheet_by_enterprise ON worksheet (enterprise, id);

-- What an enterprise made, used up and paid in a year, or in a part of it that is raised: the facts as they were told.
-- Its yearly view is the row of enterprise_year with the same enterprise and year, reckoned anew with every change.
CREATE TABLE production (
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    version {int} NOT NULL CHECK (version > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'locked')),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    period TEXT NOT NULL CHECK (period IN ('year', 'month', 'season', 'batch')),
    per_year {real} NOT NULL CHECK (per_year > 0 AND per_year <= 366),
    other_revenue {int} CHECK (other_revenue >= 0),
    stock_change {int},
    materials {int} CHECK (materials >= 0),
    auxiliary {int} CHECK (auxiliary >= 0),
    energy {int} CHECK (energy >= 0),
    water {int} CHECK (water >= 0),
    rent {int} CHECK (rent >= 0),
    services {int} CHECK (services >= 0),
    investment {int} CHECK (investment >= 0),
    capacity {real} CHECK (capacity >= 0),
    made {real} CHECK (made >= 0),
    rejects {real} CHECK (rejects >= 0),
    unit TEXT CHECK (unit <> ''),
    exports {int} CHECK (exports >= 0),
    PRIMARY KEY (enterprise, year)
) {strict};

CREATE TABLE production_product (
    enterprise TEXT NOT NULL,
    year {int} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    quantity {real} CHECK (quantity >= 0),
    unit TEXT CHECK (unit <> ''),
    price {real} CHECK (price >= 0),
    value {int} CHECK (value >= 0),
    PRIMARY KEY (enterprise, year, number),
    FOREIGN KEY (enterprise, year) REFERENCES production (enterprise, year)
) {strict};

CREATE TABLE production_work (
    enterprise TEXT NOT NULL,
    year {int} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    sex TEXT NOT NULL CHECK (sex IN ('woman', 'man')),
    pay TEXT NOT NULL CHECK (pay IN ('time', 'piece', 'unpaid')),
    position TEXT NOT NULL CHECK (position <> ''),
    workers {int} CHECK (workers >= 0),
    person_days {real} CHECK (person_days >= 0),
    wages {int} CHECK (wages >= 0),
    PRIMARY KEY (enterprise, year, number),
    FOREIGN KEY (enterprise, year) REFERENCES production (enterprise, year)
) {strict};

CREATE TABLE production_sale (
    enterprise TEXT NOT NULL,
    year {int} NOT NULL,
    channel TEXT NOT NULL CHECK (channel <> ''),
    amount {int} NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (enterprise, year, channel),
    FOREIGN KEY (enterprise, year) REFERENCES production (enterprise, year)
) {strict};

-- Every step that was made, the reason with it; the state stands in production too.
CREATE TABLE production_step (
    enterprise TEXT NOT NULL,
    year {int} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    move TEXT NOT NULL CHECK (move IN ('submit', 'give-back', 'approve', 'lock', 'unlock')),
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    reason TEXT CHECK (reason <> ''),
    PRIMARY KEY (enterprise, year, number),
    FOREIGN KEY (enterprise, year) REFERENCES production (enterprise, year),
    CHECK (move NOT IN ('give-back', 'unlock') OR reason IS NOT NULL)
) {strict};

-- A locked year is changed by no route, whatever program comes to it.
{only sqlite}
CREATE TRIGGER locked_year_is_not_changed BEFORE UPDATE ON enterprise_year
WHEN EXISTS (
    SELECT 1 FROM production p WHERE p.enterprise = old.enterprise AND p.year = old.year AND p.state = 'locked')
BEGIN
    SELECT RAISE(ABORT, 'the year is locked');
END;

CREATE TRIGGER locked_year_is_not_removed BEFORE DELETE ON enterprise_year
WHEN EXISTS (
    SELECT 1 FROM production p WHERE p.enterprise = old.enterprise AND p.year = old.year AND p.state = 'locked')
BEGIN
    SELECT RAISE(ABORT, 'the year is locked');
END;

CREATE TRIGGER locked_production_is_not_changed BEFORE UPDATE ON production
WHEN old.state = 'locked' AND new.state = 'locked'
BEGIN
    SELECT RAISE(ABORT, 'the year is locked');
END;
{end}
{only postgres}
CREATE FUNCTION refuse_locked_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM production p WHERE p.enterprise = old.enterprise AND p.year = old.year AND p.state = 'locked')
    THEN
        RAISE EXCEPTION 'the year is locked' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN old;
    END IF;
    RETURN new;
END
$$;

CREATE TRIGGER locked_year_is_not_changed BEFORE UPDATE OR DELETE ON enterprise_year
    FOR EACH ROW EXECUTE FUNCTION refuse_locked_year();

CREATE FUNCTION refuse_locked_production() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.state = 'locked' AND new.state = 'locked' THEN
        RAISE EXCEPTION 'the year is locked' USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END
$$;

CREATE TRIGGER locked_production_is_not_changed BEFORE UPDATE ON production
    FOR EACH ROW EXECUTE FUNCTION refuse_locked_production();
{end}
