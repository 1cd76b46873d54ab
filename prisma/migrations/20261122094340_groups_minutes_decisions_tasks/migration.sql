-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "presided_by_id" UUID NOT NULL,
    "minute_taker_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "circulated_at" TIMESTAMPTZ(3),
    "objections_until" DATE,
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_note" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "speaker_id" UUID,
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "minutes_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_version" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "minutes_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_name" (
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT,
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "minutes_name_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "minutes_signature" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_objection" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "minutes_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_addendum" (
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "minutes_addendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_particulars" (
    "recommendation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,

    CONSTRAINT "decision_particulars_pkey" PRIMARY KEY ("recommendation_id")
);

-- CreateTable
CREATE TABLE "decision_step" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "post_id" UUID,

    CONSTRAINT "decision_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_replacement" (
    "older_id" UUID NOT NULL,
    "newer_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "decision_replacement_pkey" PRIMARY KEY ("older_id")
);

-- CreateTable
CREATE TABLE "decision_review" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "result" TEXT,

    CONSTRAINT "decision_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "meeting_id" UUID,
    "recommendation_id" UUID,
    "post_id" UUID NOT NULL,
    "member_id" UUID,
    "due_on" DATE NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "soon_reminded_for" DATE,
    "due_reminded_for" DATE,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item_note" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "post_id" UUID,

    CONSTRAINT "action_item_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_task" (
    "agenda_item_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,

    CONSTRAINT "agenda_task_pkey" PRIMARY KEY ("meeting_id","task_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_key" ON "minutes"("meeting_id");

-- CreateIndex
CREATE INDEX "minutes_organisation_id_final_at_idx" ON "minutes"("organisation_id", "final_at");

-- CreateIndex
CREATE INDEX "minutes_note_minutes_id_agenda_item_id_position_idx" ON "minutes_note"("minutes_id", "agenda_item_id", "position");

-- CreateIndex
CREATE INDEX "minutes_note_agenda_item_id_idx" ON "minutes_note"("agenda_item_id");

-- CreateIndex
CREATE INDEX "minutes_note_speaker_id_idx" ON "minutes_note"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_version_minutes_id_number_key" ON "minutes_version"("minutes_id", "number");

-- CreateIndex
CREATE INDEX "minutes_name_person_id_idx" ON "minutes_name"("person_id");

-- CreateIndex
CREATE INDEX "minutes_signature_person_id_idx" ON "minutes_signature"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_signature_version_id_role_key" ON "minutes_signature"("version_id", "role");

-- CreateIndex
CREATE INDEX "minutes_objection_minutes_id_raised_at_idx" ON "minutes_objection"("minutes_id", "raised_at");

-- CreateIndex
CREATE INDEX "minutes_objection_person_id_idx" ON "minutes_objection"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_addendum_minutes_id_number_key" ON "minutes_addendum"("minutes_id", "number");

-- CreateIndex
CREATE INDEX "decision_step_recommendation_id_at_idx" ON "decision_step"("recommendation_id", "at");

-- CreateIndex
CREATE INDEX "decision_replacement_newer_id_idx" ON "decision_replacement"("newer_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_review_recommendation_id_due_on_key" ON "decision_review"("recommendation_id", "due_on");

-- CreateIndex
CREATE INDEX "action_item_group_id_state_due_on_idx" ON "action_item"("group_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "action_item_post_id_state_due_on_idx" ON "action_item"("post_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "action_item_member_id_idx" ON "action_item"("member_id");

-- CreateIndex
CREATE INDEX "action_item_meeting_id_idx" ON "action_item"("meeting_id");

-- CreateIndex
CREATE INDEX "action_item_recommendation_id_idx" ON "action_item"("recommendation_id");

-- CreateIndex
CREATE INDEX "action_item_note_task_id_at_idx" ON "action_item_note"("task_id", "at");

-- CreateIndex
CREATE INDEX "action_item_note_by_id_idx" ON "action_item_note"("by_id");

-- CreateIndex
CREATE INDEX "agenda_task_agenda_item_id_idx" ON "agenda_task"("agenda_item_id");

-- CreateIndex
CREATE INDEX "agenda_task_task_id_idx" ON "agenda_task"("task_id");

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_presided_by_id_fkey" FOREIGN KEY ("presided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_minute_taker_id_fkey" FOREIGN KEY ("minute_taker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_note" ADD CONSTRAINT "minutes_note_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_note" ADD CONSTRAINT "minutes_note_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_note" ADD CONSTRAINT "minutes_note_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_name" ADD CONSTRAINT "minutes_name_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "minutes_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_name" ADD CONSTRAINT "minutes_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "minutes_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_objection" ADD CONSTRAINT "minutes_objection_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_objection" ADD CONSTRAINT "minutes_objection_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_addendum" ADD CONSTRAINT "minutes_addendum_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_particulars" ADD CONSTRAINT "decision_particulars_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_step" ADD CONSTRAINT "decision_step_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_replacement" ADD CONSTRAINT "decision_replacement_older_id_fkey" FOREIGN KEY ("older_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_replacement" ADD CONSTRAINT "decision_replacement_newer_id_fkey" FOREIGN KEY ("newer_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_review" ADD CONSTRAINT "decision_review_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_note" ADD CONSTRAINT "action_item_note_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "action_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_note" ADD CONSTRAINT "action_item_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_task" ADD CONSTRAINT "agenda_task_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_task" ADD CONSTRAINT "agenda_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "action_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_task" ADD CONSTRAINT "agenda_task_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say about minutes, decisions and tasks ------------------------------------------------
-- What was circulated, signed, added afterwards or reported is never changed.
CREATE TRIGGER minutes_version_only_grows BEFORE UPDATE OR DELETE ON minutes_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_version_is_not_emptied BEFORE TRUNCATE ON minutes_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_signature_only_grows BEFORE UPDATE OR DELETE ON minutes_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_signature_is_not_emptied BEFORE TRUNCATE ON minutes_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_addendum_only_grows BEFORE UPDATE OR DELETE ON minutes_addendum FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_addendum_is_not_emptied BEFORE TRUNCATE ON minutes_addendum FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_step_only_grows BEFORE UPDATE OR DELETE ON decision_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_step_is_not_emptied BEFORE TRUNCATE ON decision_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_replacement_only_grows BEFORE UPDATE OR DELETE ON decision_replacement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_replacement_is_not_emptied BEFORE TRUNCATE ON decision_replacement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_item_note_only_grows BEFORE UPDATE OR DELETE ON action_item_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_item_note_is_not_emptied BEFORE TRUNCATE ON action_item_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE minutes
	ADD CONSTRAINT minutes_circulated_with_a_last_day CHECK ((circulated_at IS NULL) = (objections_until IS NULL)),
	ADD CONSTRAINT minutes_circulated_before_final CHECK (final_at IS NULL OR circulated_at IS NOT NULL),
	ADD CONSTRAINT minutes_two_people CHECK (presided_by_id <> minute_taker_id);
ALTER TABLE minutes_note ADD CONSTRAINT minutes_note_length CHECK (length(text) BETWEEN 1 AND 5000);
ALTER TABLE minutes_version
	ADD CONSTRAINT minutes_version_number CHECK (number >= 1),
	ADD CONSTRAINT minutes_version_reason CHECK ((number = 1) = (reason = '')),
	ADD CONSTRAINT minutes_version_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE minutes_signature ADD CONSTRAINT minutes_signature_role CHECK (role IN ('chair', 'minute-taker'));
ALTER TABLE minutes_objection
	ADD CONSTRAINT minutes_objection_outcome CHECK (outcome IN ('accepted', 'rejected')),
	ADD CONSTRAINT minutes_objection_decided_whole CHECK (
		(outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (reason IS NULL));
ALTER TABLE decision_particulars
	ADD CONSTRAINT decision_particulars_kind CHECK (kind IN ('recommendation', 'consensus', 'statement', 'noted', 'resolution')),
	ADD CONSTRAINT decision_particulars_period CHECK (valid_until > valid_from);
ALTER TABLE decision_step
	ADD CONSTRAINT decision_step_state CHECK (state IN ('under-way', 'done', 'partly', 'not-done', 'revoked')),
	-- nothing ends silently
	ADD CONSTRAINT decision_step_said CHECK (length(text) >= 5);
ALTER TABLE decision_replacement ADD CONSTRAINT decision_replacement_by_another CHECK (older_id <> newer_id);
ALTER TABLE decision_review ADD CONSTRAINT decision_review_done_whole CHECK ((done_at IS NULL) = (result IS NULL));
ALTER TABLE action_item
	ADD CONSTRAINT action_item_title_length CHECK (length(title) BETWEEN 3 AND 160),
	ADD CONSTRAINT action_item_state CHECK (state IN ('open', 'under-way', 'done', 'dropped')),
	ADD CONSTRAINT action_item_ended CHECK ((state IN ('done', 'dropped')) = (ended_at IS NOT NULL));
ALTER TABLE action_item_note
	ADD CONSTRAINT action_item_note_state CHECK (state IN ('open', 'under-way', 'done', 'dropped')),
	ADD CONSTRAINT action_item_note_said CHECK (length(text) >= 1);

-- Final minutes are final: no word under an item, no date and nobody's objection changes any more.
CREATE FUNCTION keep_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'minutes are never deleted';
	END IF;
	IF OLD.final_at IS NOT NULL THEN
		RAISE EXCEPTION 'final minutes are never changed';
	END IF;
	IF (NEW.id, NEW.meeting_id, NEW.organisation_id, NEW.created_at)
			IS DISTINCT FROM (OLD.id, OLD.meeting_id, OLD.organisation_id, OLD.created_at)
		OR (OLD.circulated_at IS NOT NULL
			AND (NEW.circulated_at, NEW.presided_by_id, NEW.minute_taker_id)
				IS DISTINCT FROM (OLD.circulated_at, OLD.presided_by_id, OLD.minute_taker_id)) THEN
		RAISE EXCEPTION 'of circulated minutes only the last day and the moment of being final are written';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER minutes_kept BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION keep_minutes();

CREATE FUNCTION keep_minutes_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	touched uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.minutes_id ELSE NEW.minutes_id END;
BEGIN
	IF EXISTS (SELECT FROM minutes WHERE id = touched AND final_at IS NOT NULL) THEN
		RAISE EXCEPTION 'final minutes are never changed';
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER minutes_note_kept BEFORE INSERT OR UPDATE OR DELETE ON minutes_note
	FOR EACH ROW EXECUTE FUNCTION keep_minutes_parts();
CREATE TRIGGER minutes_version_before_final BEFORE INSERT ON minutes_version
	FOR EACH ROW EXECUTE FUNCTION keep_minutes_parts();

-- An objection is never deleted or reworded, and decided once.
CREATE FUNCTION keep_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL
		OR (NEW.id, NEW.minutes_id, NEW.version_number, NEW.person_id, NEW.text, NEW.raised_at)
			IS DISTINCT FROM (OLD.id, OLD.minutes_id, OLD.version_number, OLD.person_id, OLD.text, OLD.raised_at) THEN
		RAISE EXCEPTION 'an objection stays as it was raised and is decided once';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER minutes_objection_kept BEFORE UPDATE OR DELETE ON minutes_objection
	FOR EACH ROW EXECUTE FUNCTION keep_objection();

-- A name in a version is only ever forgotten.
CREATE FUNCTION keep_minutes_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR NEW.name IS NOT NULL
		OR (NEW.version_id, NEW.key, NEW.person_id) IS DISTINCT FROM (OLD.version_id, OLD.key, OLD.person_id) THEN
		RAISE EXCEPTION 'a name in minutes is only ever forgotten';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER minutes_name_kept BEFORE UPDATE OR DELETE ON minutes_name
	FOR EACH ROW EXECUTE FUNCTION keep_minutes_name();

-- What was said of a decision when it was published stays.
CREATE FUNCTION keep_particulars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM recommendation WHERE id = OLD.recommendation_id AND published_at IS NOT NULL) THEN
		RAISE EXCEPTION 'the particulars of a published decision stay';
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER decision_particulars_kept BEFORE UPDATE OR DELETE ON decision_particulars
	FOR EACH ROW EXECUTE FUNCTION keep_particulars();

-- A review is done once.
CREATE FUNCTION keep_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR OLD.done_at IS NOT NULL
		OR (NEW.recommendation_id, NEW.due_on) IS DISTINCT FROM (OLD.recommendation_id, OLD.due_on) THEN
		RAISE EXCEPTION 'a review that was done stays';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER decision_review_kept BEFORE UPDATE OR DELETE ON decision_review
	FOR EACH ROW EXECUTE FUNCTION keep_review();
