-- What the schema language of Prisma cannot say about measures. Appended by hand to the migration.
ALTER TABLE measure
	ADD CONSTRAINT measure_title_length CHECK (length(title) BETWEEN 5 AND 120),
	ADD CONSTRAINT measure_fields CHECK (cardinality(fields) BETWEEN 1 AND 3),
	ADD CONSTRAINT measure_pilot_period CHECK (pilot_until > pilot_from),
	ADD CONSTRAINT measure_deputy_other_post CHECK (deputy_post_id <> responsible_post_id),
	ADD CONSTRAINT measure_running_cost_not_negative CHECK (running_cost_cents >= 0);

-- Stages are a table in the rules (stage.ts) and again here: no side entrance.
ALTER TABLE measure_transition
	ADD CONSTRAINT measure_transition_allowed CHECK (
		(position = 1 AND from_stage IS NULL AND to_stage = 'IDEA')
		OR (position > 1 AND (from_stage, to_stage) IN (
			('IDEA', 'PREPARATION'), ('PREPARATION', 'PILOT'), ('PILOT', 'REGULAR'),
			('IDEA', 'ENDED'), ('PREPARATION', 'ENDED'), ('PILOT', 'ENDED'), ('REGULAR', 'ENDED')))),
	ADD CONSTRAINT measure_transition_reasoned CHECK (length(btrim(reason)) > 0);

CREATE FUNCTION measure_stage_follows_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM measure_transition AS step
		WHERE step.measure_id = NEW.id AND step.position = NEW.moves AND step.to_stage = NEW.stage
			AND (NEW.moves = 1 OR step.from_stage = (
				SELECT before.to_stage FROM measure_transition AS before
				WHERE before.measure_id = NEW.id AND before.position = NEW.moves - 1))
	) THEN
		RAISE EXCEPTION 'the stage of measure % has no transition', NEW.id USING ERRCODE = 'check_violation';
	END IF;
	RETURN NULL;
END $$;
-- At the end of the transaction, because the first transition is written after its measure.
CREATE CONSTRAINT TRIGGER measure_stage_follows_transition AFTER INSERT OR UPDATE OF stage, moves ON measure
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION measure_stage_follows_transition();

ALTER TABLE measure_update ADD CONSTRAINT measure_update_names_a_problem CHECK (length(btrim(open_problems)) > 0);
ALTER TABLE pilot_exception
	ADD CONSTRAINT pilot_exception_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT pilot_exception_reasoned CHECK (length(btrim(reason)) > 0);
ALTER TABLE measure_ending ADD CONSTRAINT measure_ending_reasons CHECK (
	cardinality(reasons) > 0 AND reasons <@ ARRAY['effort-outweighs-effect', 'budget-missing', 'priorities-changed',
		'nobody-takes-over', 'partner-left', 'goal-disputed', 'integration-failed']);
ALTER TABLE measure_remainder
	ADD CONSTRAINT measure_remainder_fate CHECK (fate IN ('continue', 'transfer', 'hand-over', 'archive', 'delete')),
	ADD CONSTRAINT measure_remainder_recipient CHECK (fate NOT IN ('transfer', 'hand-over') OR recipient IS NOT NULL);
ALTER TABLE catalogue_entry
	ADD CONSTRAINT catalogue_entry_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT catalogue_entry_contact_dated CHECK ((contact IS NULL) = (contact_confirmed_on IS NULL));
