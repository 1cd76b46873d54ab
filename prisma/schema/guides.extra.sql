-- What the schema language of Prisma cannot say about guides. Appended by hand to the migration.
ALTER TABLE coverage_plan
	ADD CONSTRAINT coverage_plan_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT coverage_plan_precedence CHECK (cardinality(precedence) = 4
		AND precedence @> ARRAY['AREA_AND_TOPIC', 'AREA', 'TOPIC', 'EVERYTHING']::coverage_shape[]),
	-- One plan in force per owner and day; drafts may overlap.
	ADD CONSTRAINT coverage_plan_one_in_force EXCLUDE USING gist (
		owner_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (approved_at IS NOT NULL);

ALTER TABLE coverage_rule
	ADD CONSTRAINT coverage_rule_period CHECK (valid_until > valid_from),
	-- One primary post per cell and day. NULL ("all") would never conflict, so it stands as the zero id.
	ADD CONSTRAINT coverage_rule_primary_once EXCLUDE USING gist (
		plan_id WITH =,
		COALESCE(area_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
		COALESCE(topic_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (level = 'PRIMARY');

ALTER TABLE concern
	-- Past "captured" and until it is closed there is always a next step with its date.
	ADD CONSTRAINT concern_next_step CHECK (state IN ('CAPTURED', 'CLOSED') OR (next_step IS NOT NULL AND next_on IS NOT NULL)),
	ADD CONSTRAINT concern_no_silent_end CHECK (
		(state = 'CLOSED') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_because IS NULL)),
	ADD CONSTRAINT concern_public_by_consent CHECK (visibility = 'INSIDE' OR may_be_public);

-- One post answers for a concern at a time, also when two route it at once.
ALTER TABLE assignment
	ADD CONSTRAINT assignment_period CHECK (until_at >= from_at),
	ADD CONSTRAINT assignment_one_post EXCLUDE USING gist (
		concern_id WITH =, tstzrange(from_at, until_at, '[)') WITH &&);

ALTER TABLE report_back ADD CONSTRAINT report_back_said CHECK ((not_answered_at IS NULL) = (not_answered_text IS NULL));
