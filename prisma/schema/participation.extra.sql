-- What the schema language of Prisma cannot say about participation. Appended by hand to the migration.
-- A process is published with its whole decision frame, or not at all (participation.md).
ALTER TABLE process
	ADD CONSTRAINT process_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	ADD CONSTRAINT process_moderation_kind CHECK (moderation IN ('before', 'after')),
	ADD CONSTRAINT process_level_kind CHECK (level IN ('inform', 'consult', 'involve', 'decide')),
	ADD CONSTRAINT process_published_with_frame CHECK (published_at IS NULL OR (
		purpose IS NOT NULL AND open_questions IS NOT NULL AND fixed_points IS NOT NULL AND level IS NOT NULL
		AND decided_by IS NOT NULL AND answered_until IS NOT NULL AND responsible_post_id IS NOT NULL));

ALTER TABLE contribution
	ADD CONSTRAINT contribution_numbered_when_handed_in CHECK ((number IS NULL) = (submitted_at IS NULL)),
	ADD CONSTRAINT contribution_seen_after_handing_in CHECK (
		submitted_at IS NOT NULL OR (published_at IS NULL AND hidden_at IS NULL)),
	ADD CONSTRAINT contribution_channel_kind CHECK (channel IN ('online', 'paper', 'phone', 'event', 'counter')),
	ADD CONSTRAINT contribution_title_length CHECK (length(title) BETWEEN 5 AND 120);

ALTER TABLE guest_confirmation ADD CONSTRAINT guest_confirmation_attempts CHECK (attempts BETWEEN 0 AND 5);

ALTER TABLE moderation
	ADD CONSTRAINT moderation_outcome_kind CHECK (outcome IN ('published', 'hidden')),
	ADD CONSTRAINT moderation_hidden_with_reason CHECK (
		outcome <> 'hidden' OR (rule IS NOT NULL AND reason IS NOT NULL)),
	ADD CONSTRAINT moderation_review_asked_first CHECK (reviewed_at IS NULL OR review_asked_at IS NOT NULL),
	ADD CONSTRAINT moderation_review_by_second_person CHECK (
		reviewed_by_id IS NULL OR moderator_id IS NULL OR reviewed_by_id <> moderator_id);

-- The public list of a process: what was published or shows a placeholder, newest first, counted without its texts.
CREATE INDEX contribution_listed ON contribution (process_id, submitted_at DESC, id)
	WHERE (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL;
-- The queue of the moderators: what waits, oldest first.
CREATE INDEX contribution_waiting ON contribution (organisation_id, submitted_at, id)
	WHERE submitted_at IS NOT NULL AND published_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
-- Stored, because PostgreSQL would rather make the words of every row anew than use an index on the expression (1 s at 1,000).
ALTER TABLE contribution ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('german', title || ' ' || excerpt)) STORED;
CREATE INDEX contribution_words ON contribution USING gin (words);
