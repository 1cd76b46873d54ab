-- What the schema language of Prisma cannot say about organisations. Appended by hand to the migration.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Periods are half-open: valid_until is the first day that no longer counts. An organisation may have an empty
-- period: a corrected register can take back a body on the day on which it was first listed.
ALTER TABLE organisation
	ADD CONSTRAINT organisation_period CHECK (valid_until >= valid_from),
	ADD CONSTRAINT organisation_not_its_own_parent CHECK (parent_id <> id),
	ADD CONSTRAINT organisation_ars_shape CHECK (ars ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{9}|[0-9]{12})$'),
	ADD CONSTRAINT organisation_ags_shape CHECK (ags ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$'),
	ADD CONSTRAINT organisation_postal_code_shape CHECK (postal_code ~ '^[0-9]{5}$'),
	ADD CONSTRAINT organisation_area_not_negative CHECK (area_hectares >= 0);
ALTER TABLE organisation_figure ADD CONSTRAINT organisation_figure_not_negative CHECK (value >= 0);
ALTER TABLE register_import ADD CONSTRAINT register_import_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE space
	ADD CONSTRAINT space_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 60),
	ADD CONSTRAINT space_colour_shape CHECK (accent_colour ~ '^#[0-9a-f]{6}$' AND on_accent_colour ~ '^#[0-9a-f]{6}$'),
	ADD CONSTRAINT space_colours_together CHECK ((accent_colour IS NULL) = (on_accent_colour IS NULL));

ALTER TABLE area
	ADD CONSTRAINT area_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT area_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE area_successor ADD CONSTRAINT area_successor_other CHECK (area_id <> successor_id);
ALTER TABLE topic
	ADD CONSTRAINT topic_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT topic_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE topic_successor ADD CONSTRAINT topic_successor_other CHECK (topic_id <> successor_id);

-- One territory of a body is listed once at a time by the same owner.
ALTER TABLE area ADD CONSTRAINT area_body_once EXCLUDE USING gist (
	owner_id WITH =, body_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (body_id IS NOT NULL);

ALTER TABLE post ADD CONSTRAINT post_period CHECK (valid_until > valid_from);
ALTER TABLE post_holding
	ADD CONSTRAINT post_holding_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT post_holding_single_seat EXCLUDE USING gist (
		post_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (single_seat),
	ADD CONSTRAINT post_holding_person_once EXCLUDE USING gist (
		post_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE deputy_arrangement
	ADD CONSTRAINT deputy_arrangement_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT deputy_arrangement_other_post CHECK (post_id <> deputy_post_id),
	ADD CONSTRAINT deputy_arrangement_rank CHECK (rank >= 1),
	ADD CONSTRAINT deputy_arrangement_once EXCLUDE USING gist (
		post_id WITH =, deputy_post_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE acting_for
	ADD CONSTRAINT acting_for_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT acting_for_other CHECK (agent_id <> principal_id),
	ADD CONSTRAINT acting_for_once EXCLUDE USING gist (
		agent_id WITH =, principal_id WITH =, legal_basis WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

-- Places are found in spite of typing mistakes. Without fastupdate: the import would leave all names in the pending list,
-- and until the next vacuum the planner would rather read the whole table (60 ms instead of 4).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX organisation_similar ON organisation USING gin (lower(short_name) gin_trgm_ops) WITH (fastupdate = off);
