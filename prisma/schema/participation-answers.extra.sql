-- What the schema language of Prisma cannot say about answers. Appended by hand to the migration.
ALTER TABLE inquiry
	ADD CONSTRAINT inquiry_question_length CHECK (length(question) BETWEEN 10 AND 4000),
	ADD CONSTRAINT inquiry_answered_whole CHECK (
		(answer_revision = 0) = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL));

ALTER TABLE official_answer
	ADD CONSTRAINT official_answer_disposition_kind CHECK (disposition IN (
		'adopted', 'partly-adopted', 'already-planned', 'passed-on', 'acknowledged', 'duplicate', 'not-adopted', 'off-topic')),
	ADD CONSTRAINT official_answer_duplicate_of_one CHECK ((disposition = 'duplicate') = (duplicate_of_id IS NOT NULL)),
	ADD CONSTRAINT official_answer_reason_length CHECK (length(reason_text) >= 20),
	ADD CONSTRAINT official_answer_released_whole CHECK ((released_revision IS NULL) = (released_at IS NULL)),
	ADD CONSTRAINT official_answer_sent_back_whole CHECK ((sent_back_at IS NULL) = (sent_back_remark IS NULL)),
	ADD CONSTRAINT official_answer_released_is_known CHECK (released_revision <= revision),
	ADD CONSTRAINT official_answer_waiting_is_new CHECK (
		release_asked_at IS NULL OR released_revision IS NULL OR released_revision < revision);

ALTER TABLE answer_revision ADD CONSTRAINT answer_revision_released_how CHECK (released_how IN (
	'second-person', 'supporting-organisation', 'mayor-link', 'same-person-after-24-hours')),
	-- four eyes: the same person only as the recorded exception
	ADD CONSTRAINT answer_revision_four_eyes CHECK (
		released_by_id IS DISTINCT FROM prepared_by_id OR released_how = 'same-person-after-24-hours');

ALTER TABLE answered_contribution
	ADD CONSTRAINT answered_contribution_objection_whole CHECK ((not_answered_at IS NULL) = (not_answered_text IS NULL));

-- The text of a revision stays what it was: another text is another revision, and what was released is never touched.
CREATE FUNCTION keep_answer_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'answer_revision' THEN
		RAISE EXCEPTION 'a released answer is never changed, only followed by another revision';
	END IF;
	IF NEW.revision < OLD.revision OR (NEW.revision = OLD.revision
		AND (NEW.disposition, NEW.duplicate_of_id, NEW.reason, NEW.reason_text, NEW.prepared_by_id)
			IS DISTINCT FROM (OLD.disposition, OLD.duplicate_of_id, OLD.reason, OLD.reason_text, OLD.prepared_by_id)) THEN
		RAISE EXCEPTION 'another text of an answer needs another revision';
	END IF;
	IF NEW.released_revision IS DISTINCT FROM OLD.released_revision AND NOT EXISTS (
		SELECT FROM answer_revision WHERE answer_id = NEW.id AND revision = NEW.released_revision) THEN
		RAISE EXCEPTION 'what stands in public was released as a revision';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER answer_revision_kept BEFORE UPDATE OR DELETE ON answer_revision
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();
CREATE TRIGGER official_answer_kept BEFORE UPDATE ON official_answer
	FOR EACH ROW EXECUTE FUNCTION keep_answer_revisions();
