-- Rows of a checked list that may speak of an enterprise of the register without being recognised as it. They go into the
-- queue of twins when the list is entered. The enterprise is named and not referred to.
CREATE TABLE list_twin (
    list TEXT NOT NULL REFERENCES list (id),
    row_number {int} NOT NULL CHECK (row_number > 0),
    -- As the list has it.
    name TEXT NOT NULL CHECK (name <> ''),
    enterprise TEXT NOT NULL,
    -- Sum of the evidence in bits (TwinScore), and JSON of its pieces, the weightiest first.
    bits {real} NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (list, row_number)
) {strict};

CREATE INDEX list_twin_by_bits ON list_twin (list, bits, row_number);
