-- What the schema language of Prisma cannot say about working groups. Appended by hand to the migration.
ALTER TABLE working_group
	ADD CONSTRAINT working_group_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT working_group_name_length CHECK (length(name) BETWEEN 3 AND 120),
	ADD CONSTRAINT working_group_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT working_group_review_after_beginning CHECK (review_on >= valid_from);

ALTER TABLE bench
	ADD CONSTRAINT bench_kind CHECK (kind IN ('administration', 'politics', 'advisory', 'citizens')),
	ADD CONSTRAINT bench_seats CHECK (min_seats BETWEEN 0 AND max_seats AND max_seats BETWEEN 1 AND 99);

ALTER TABLE group_membership
	ADD CONSTRAINT group_membership_function CHECK (function IN ('chair', 'deputy', 'member', 'substitute')),
	ADD CONSTRAINT group_membership_substitute_of_one CHECK ((function = 'substitute') = (substitute_for_id IS NOT NULL)),
	ADD CONSTRAINT group_membership_period CHECK (valid_until > valid_from),
	-- one period per function: nobody sits twice in a group on the same day
	ADD CONSTRAINT group_membership_person_once EXCLUDE USING gist (
		group_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&),
	ADD CONSTRAINT group_membership_one_chair EXCLUDE USING gist (
		group_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&) WHERE (function = 'chair');

ALTER TABLE meeting ADD CONSTRAINT meeting_title_length CHECK (length(title) BETWEEN 3 AND 120);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_title_length CHECK (length(title) BETWEEN 3 AND 200);
ALTER TABLE attendance
	ADD CONSTRAINT attendance_order CHECK (left_at > arrived_at),
	ADD CONSTRAINT attendance_by_another CHECK (substitute_id <> membership_id);

ALTER TABLE vote_tally
	ADD CONSTRAINT vote_tally_entitled CHECK (present BETWEEN 0 AND electorate),
	ADD CONSTRAINT vote_tally_counted CHECK (yes >= 0 AND no >= 0 AND abstain >= 0 AND yes + no + abstain <= present),
	ADD CONSTRAINT vote_tally_whole CHECK ((yes IS NULL) = (no IS NULL) AND (yes IS NULL) = (abstain IS NULL));

ALTER TABLE recommendation
	ADD CONSTRAINT recommendation_title_length CHECK (length(title) BETWEEN 5 AND 160),
	ADD CONSTRAINT recommendation_hash CHECK (wording_hash ~ '^[0-9a-f]{64}$'),
	ADD CONSTRAINT recommendation_seats CHECK (seats >= 0),
	ADD CONSTRAINT recommendation_result CHECK (result IN ('adopted', 'rejected', 'not-decided')),
	ADD CONSTRAINT recommendation_result_when_certified CHECK ((result IS NULL) = (certified_at IS NULL)),
	ADD CONSTRAINT recommendation_counted_before_certified CHECK (certified_at IS NULL OR votes_recorded_at IS NOT NULL),
	ADD CONSTRAINT recommendation_certified_before_published CHECK (published_at IS NULL OR certified_at IS NOT NULL),
	ADD CONSTRAINT recommendation_cancelled_or_certified CHECK (cancelled_at IS NULL OR certified_at IS NULL),
	-- four eyes: who wrote the votes down does not certify them, or a day later and visibly
	ADD CONSTRAINT recommendation_four_eyes CHECK (
		certified_by_id IS DISTINCT FROM votes_recorded_by_id OR certified_by_id IS NULL
		OR certified_at >= votes_recorded_at + interval '24 hours');

-- What was voted on is what was decided: text, rule and voting list stay as they were when the vote was opened; votes and
-- result as they were certified. Afterwards only the moment of publishing is written, once.
CREATE FUNCTION keep_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'a recommendation is never deleted';
	END IF;
	IF (NEW.id, NEW.group_id, NEW.organisation_id, NEW.meeting_id, NEW.agenda_item_id, NEW.code, NEW.title, NEW.wording,
			NEW.wording_text, NEW.wording_hash, NEW.rule, NEW.seats, NEW.responsible_post_id, NEW.review_on, NEW.voted_at,
			NEW.opened_at, NEW.opened_by_id)
		IS DISTINCT FROM (OLD.id, OLD.group_id, OLD.organisation_id, OLD.meeting_id, OLD.agenda_item_id, OLD.code, OLD.title,
			OLD.wording, OLD.wording_text, OLD.wording_hash, OLD.rule, OLD.seats, OLD.responsible_post_id, OLD.review_on,
			OLD.voted_at, OLD.opened_at, OLD.opened_by_id) THEN
		RAISE EXCEPTION 'what is voted on is frozen when the vote is opened';
	END IF;
	IF OLD.cancelled_at IS NOT NULL THEN
		RAISE EXCEPTION 'a cancelled vote is not taken up again';
	END IF;
	IF OLD.certified_at IS NOT NULL AND (
		(NEW.votes_recorded_at, NEW.votes_recorded_by_id, NEW.result, NEW.certified_at, NEW.certified_by_id, NEW.cancelled_at)
			IS DISTINCT FROM (OLD.votes_recorded_at, OLD.votes_recorded_by_id, OLD.result, OLD.certified_at,
				OLD.certified_by_id, OLD.cancelled_at)
		OR (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at)) THEN
		RAISE EXCEPTION 'a certified recommendation is never changed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER recommendation_kept BEFORE UPDATE OR DELETE ON recommendation
	FOR EACH ROW EXECUTE FUNCTION keep_recommendation();

CREATE FUNCTION keep_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF EXISTS (SELECT FROM recommendation WHERE id = NEW.recommendation_id
			AND (votes_recorded_at IS NOT NULL OR certified_at IS NOT NULL)) THEN
			RAISE EXCEPTION 'the voting list was closed when the vote was opened';
		END IF;
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' OR TG_TABLE_NAME = 'electorate_entry' THEN
		RAISE EXCEPTION 'the voting list is frozen when the vote is opened';
	END IF;
	IF (NEW.recommendation_id, NEW.bench_kind, NEW.electorate, NEW.present)
		IS DISTINCT FROM (OLD.recommendation_id, OLD.bench_kind, OLD.electorate, OLD.present) THEN
		RAISE EXCEPTION 'the voting list is frozen when the vote is opened';
	END IF;
	IF EXISTS (SELECT FROM recommendation WHERE id = OLD.recommendation_id
		AND (certified_at IS NOT NULL OR cancelled_at IS NOT NULL)) THEN
		RAISE EXCEPTION 'certified votes are never changed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER vote_tally_kept BEFORE INSERT OR UPDATE OR DELETE ON vote_tally
	FOR EACH ROW EXECUTE FUNCTION keep_votes();
CREATE TRIGGER electorate_entry_kept BEFORE INSERT OR UPDATE OR DELETE ON electorate_entry
	FOR EACH ROW EXECUTE FUNCTION keep_votes();
