-- Photos of products. They hang on the product, and go with it wherever it goes. One that was removed keeps its row and its
-- bytes until it is erased. The list by which it came is empty for one that was sent by hand.
CREATE TABLE photo (
    id TEXT NOT NULL PRIMARY KEY,
    product TEXT NOT NULL REFERENCES product (id),
    version {int} NOT NULL CHECK (version > 0),
    added_at TEXT NOT NULL,
    added_by TEXT REFERENCES account (id),
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    -- The smallest is shown first.
    place {int} NOT NULL,
    caption TEXT NOT NULL CHECK (caption <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    width {int} NOT NULL CHECK (width > 0),
    height {int} NOT NULL CHECK (height > 0),
    thumbnail_width {int} NOT NULL CHECK (thumbnail_width > 0),
    thumbnail_height {int} NOT NULL CHECK (thumbnail_height > 0)
) {strict};

CREATE INDEX photo_by_product ON photo (product, place, id);
-- A form that is sent twice brings one photo.
CREATE UNIQUE INDEX photo_once ON photo (product, sha256) WHERE removed_at IS NULL;

-- The bytes, apart from what lists read.
CREATE TABLE photo_picture (
    photo TEXT NOT NULL PRIMARY KEY REFERENCES photo (id),
    full_size {bytes} NOT NULL,
    thumbnail {bytes} NOT NULL
) {strict};
