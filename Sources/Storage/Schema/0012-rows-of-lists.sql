-- Which row of a list changed an enterprise: the last that did. Lists that were entered before do not say.
ALTER TABLE list_change ADD COLUMN row_number {int};
