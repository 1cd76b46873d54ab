-- What the schema language of Prisma cannot say about accounts. Appended by hand to the migration.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE account
	ADD CONSTRAINT account_email_shape CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%'),
	ADD CONSTRAINT account_factor_has_secret CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL);
ALTER TABLE session ADD CONSTRAINT session_id_is_a_hash CHECK (id ~ '^[0-9a-f]{64}$');
ALTER TABLE one_purpose_link ADD CONSTRAINT one_purpose_link_token_is_a_hash CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- A grant ended on the day on which it was given has an empty period.
ALTER TABLE role_grant
	ADD CONSTRAINT role_grant_period CHECK (valid_until >= valid_from),
	ADD CONSTRAINT role_grant_person_or_post CHECK ((person_id IS NULL) <> (post_id IS NULL)),
	ADD CONSTRAINT role_grant_scope CHECK (
		CASE scope_kind
			WHEN 'platform' THEN scope_id IS NULL AND owner_id IS NULL AND role = 'operator'
			WHEN 'organisation' THEN scope_id IS NOT NULL AND owner_id = scope_id AND role <> 'operator'
			WHEN 'process' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			WHEN 'group' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			ELSE false
		END),
	-- The same role for the same scope counts once at a time.
	ADD CONSTRAINT role_grant_person_once EXCLUDE USING gist (
		person_id WITH =, role WITH =, scope_kind WITH =,
		(COALESCE(scope_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (person_id IS NOT NULL),
	ADD CONSTRAINT role_grant_post_once EXCLUDE USING gist (
		post_id WITH =, role WITH =, scope_kind WITH =,
		(COALESCE(scope_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
		daterange(valid_from, valid_until, '[)') WITH &&) WHERE (post_id IS NOT NULL);
