-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "areas" TEXT[],
ADD COLUMN     "end_told_for" DATE,
ADD COLUMN     "topics" TEXT[];

-- AlterTable
ALTER TABLE "group_membership" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "on_behalf_of" TEXT;

-- CreateTable
CREATE TABLE "listed_body" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body_kind" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "topics" TEXT[],
    "areas" TEXT[],
    "members" INTEGER,
    "web_url" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "checked_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listed_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_call" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "bench_kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "min_age" INTEGER,
    "lives_in" TEXT NOT NULL,
    "strata_question" TEXT NOT NULL,
    "public_source" TEXT NOT NULL,
    "public_value" TEXT,
    "seed" TEXT NOT NULL,
    "seed_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_days" INTEGER NOT NULL,
    "seat_from" DATE NOT NULL,
    "seat_until" DATE,
    "drawn_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "seat_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_stratum" (
    "call_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "call_stratum_pkey" PRIMARY KEY ("call_id","position")
);

-- CreateTable
CREATE TABLE "seat_application" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "number" INTEGER,
    "stratum" INTEGER,
    "person_id" UUID,
    "email" TEXT,
    "phone" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "name_is_public" BOOLEAN NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" INTEGER,
    "quota" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "offer_until" TIMESTAMPTZ(3),
    "membership_id" UUID,

    CONSTRAINT "seat_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_charter" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "body_kind" TEXT NOT NULL,
    "purpose" JSONB NOT NULL,
    "purpose_text" TEXT NOT NULL,
    "minutes_by" TEXT NOT NULL,
    "objection_days" INTEGER NOT NULL,
    "guests_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "group_charter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charter_bench" (
    "charter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "min_seats" INTEGER NOT NULL,
    "max_seats" INTEGER NOT NULL,

    CONSTRAINT "charter_bench_pkey" PRIMARY KEY ("charter_id","kind")
);

-- CreateTable
CREATE TABLE "charter_rule" (
    "charter_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,

    CONSTRAINT "charter_rule_pkey" PRIMARY KEY ("charter_id","position")
);

-- CreateTable
CREATE TABLE "group_step" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "outcome" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "group_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_file" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "keep_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_file_version" (
    "group_file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "group_file_version_pkey" PRIMARY KEY ("group_file_id","number")
);

-- CreateTable
CREATE TABLE "group_guest" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "purpose" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "valid_until" DATE NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoke_reason" TEXT,

    CONSTRAINT "group_guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_guest_item" (
    "guest_id" UUID NOT NULL,
    "agenda_item_id" UUID NOT NULL,

    CONSTRAINT "group_guest_item_pkey" PRIMARY KEY ("guest_id","agenda_item_id")
);

-- CreateTable
CREATE TABLE "group_guest_file" (
    "guest_id" UUID NOT NULL,
    "group_file_id" UUID NOT NULL,

    CONSTRAINT "group_guest_file_pkey" PRIMARY KEY ("guest_id","group_file_id")
);

-- CreateIndex
CREATE INDEX "listed_body_organisation_id_name_idx" ON "listed_body"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "seat_call_code_key" ON "seat_call"("code");

-- CreateIndex
CREATE INDEX "seat_call_group_id_published_at_idx" ON "seat_call"("group_id", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_application_membership_id_key" ON "seat_application"("membership_id");

-- CreateIndex
CREATE INDEX "seat_application_call_id_state_idx" ON "seat_application"("call_id", "state");

-- CreateIndex
CREATE INDEX "seat_application_state_offer_until_idx" ON "seat_application"("state", "offer_until");

-- CreateIndex
CREATE INDEX "seat_application_person_id_idx" ON "seat_application"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_application_call_id_number_key" ON "seat_application"("call_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "seat_application_call_id_person_id_key" ON "seat_application"("call_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_charter_group_id_number_key" ON "group_charter"("group_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "group_charter_group_id_valid_from_key" ON "group_charter"("group_id", "valid_from");

-- CreateIndex
CREATE INDEX "group_step_group_id_day_idx" ON "group_step"("group_id", "day");

-- CreateIndex
CREATE INDEX "group_file_group_id_removed_at_idx" ON "group_file"("group_id", "removed_at");

-- CreateIndex
CREATE INDEX "group_file_keep_until_idx" ON "group_file"("keep_until");

-- CreateIndex
CREATE UNIQUE INDEX "group_file_version_file_id_key" ON "group_file_version"("file_id");

-- CreateIndex
CREATE INDEX "group_guest_group_id_invited_at_idx" ON "group_guest"("group_id", "invited_at");

-- CreateIndex
CREATE INDEX "group_guest_item_agenda_item_id_idx" ON "group_guest_item"("agenda_item_id");

-- CreateIndex
CREATE INDEX "group_guest_file_group_file_id_idx" ON "group_guest_file"("group_file_id");

-- AddForeignKey
ALTER TABLE "listed_body" ADD CONSTRAINT "listed_body_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_call" ADD CONSTRAINT "seat_call_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_stratum" ADD CONSTRAINT "call_stratum_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "seat_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_application" ADD CONSTRAINT "seat_application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "seat_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_application" ADD CONSTRAINT "seat_application_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_charter" ADD CONSTRAINT "group_charter_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charter_bench" ADD CONSTRAINT "charter_bench_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "group_charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charter_rule" ADD CONSTRAINT "charter_rule_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "group_charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_step" ADD CONSTRAINT "group_step_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file_version" ADD CONSTRAINT "group_file_version_group_file_id_fkey" FOREIGN KEY ("group_file_id") REFERENCES "group_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_guest" ADD CONSTRAINT "group_guest_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_guest_item" ADD CONSTRAINT "group_guest_item_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "group_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_guest_item" ADD CONSTRAINT "group_guest_item_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_guest_file" ADD CONSTRAINT "group_guest_file_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "group_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_guest_file" ADD CONSTRAINT "group_guest_file_group_file_id_fkey" FOREIGN KEY ("group_file_id") REFERENCES "group_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What groups had as their one charter becomes its first version; groups that exist are constituted.
UPDATE working_group SET topics = '{}', areas = '{}';
INSERT INTO group_charter (id, group_id, number, valid_from, body_kind, purpose, purpose_text, minutes_by, objection_days,
		guests_by, reason, created_at)
	SELECT gen_random_uuid(), id, 1, valid_from, 'advisory', mandate, mandate_text, 'chair', 14, 'leaders', '', created_at
	FROM working_group;
INSERT INTO charter_bench (charter_id, kind, min_seats, max_seats)
	SELECT charter.id, bench.kind, bench.min_seats, bench.max_seats
	FROM group_charter charter JOIN bench ON bench.group_id = charter.group_id;
INSERT INTO charter_rule (charter_id, position, name, rule)
	SELECT charter.id, 1, '', grouped.rule
	FROM group_charter charter JOIN working_group grouped ON grouped.id = charter.group_id;
INSERT INTO group_step (id, group_id, kind, day, reason, at)
	SELECT gen_random_uuid(), id, 'constituted', valid_from, '', created_at FROM working_group;
ALTER TABLE working_group DROP COLUMN mandate, DROP COLUMN mandate_text, DROP COLUMN rule;
ALTER TABLE bench DROP COLUMN max_seats, DROP COLUMN min_seats;

-- What the schema language of Prisma cannot say about charter and seats.
ALTER TABLE group_charter
	ADD CONSTRAINT group_charter_body_kind CHECK (body_kind IN ('informal', 'advisory', 'deciding')),
	ADD CONSTRAINT group_charter_minutes_by CHECK (minutes_by IN ('administration', 'chair', 'in-turn')),
	ADD CONSTRAINT group_charter_guests_by CHECK (guests_by IN ('nobody', 'leaders')),
	ADD CONSTRAINT group_charter_objection_days CHECK (objection_days BETWEEN 0 AND 90);
ALTER TABLE charter_bench
	ADD CONSTRAINT charter_bench_kind CHECK (kind IN ('administration', 'politics', 'advisory', 'citizens')),
	ADD CONSTRAINT charter_bench_seats CHECK (min_seats BETWEEN 0 AND max_seats AND max_seats BETWEEN 1 AND 99);
ALTER TABLE group_step
	ADD CONSTRAINT group_step_kind CHECK (kind IN ('constituted', 'paused', 'resumed', 'concluded', 'archived', 'reviewed')),
	ADD CONSTRAINT group_step_outcome CHECK ((kind = 'reviewed') = (outcome IS NOT NULL));
-- the past does not move: a version of a charter is written once
CREATE TRIGGER group_charter_only_grows BEFORE UPDATE OR DELETE ON group_charter
	FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER group_charter_is_not_emptied BEFORE TRUNCATE ON group_charter
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charter_bench_only_grows BEFORE UPDATE OR DELETE ON charter_bench
	FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charter_bench_is_not_emptied BEFORE TRUNCATE ON charter_bench
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charter_rule_only_grows BEFORE UPDATE OR DELETE ON charter_rule
	FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charter_rule_is_not_emptied BEFORE TRUNCATE ON charter_rule
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE group_membership
	DROP CONSTRAINT group_membership_substitute_of_one,
	-- of one named seat, or of a body for each of its seats
	ADD CONSTRAINT group_membership_substitute_of_one CHECK (
		CASE WHEN function = 'substitute' THEN substitute_for_id IS NOT NULL OR on_behalf_of IS NOT NULL
			ELSE substitute_for_id IS NULL END),
	ADD CONSTRAINT group_membership_end_reason CHECK (end_reason IN ('resigned', 'recalled', 'moved', 'term-over', 'other'));

ALTER TABLE seat_call
	ADD CONSTRAINT seat_call_seats CHECK (seats BETWEEN 1 AND 99),
	ADD CONSTRAINT seat_call_deadline CHECK (closes_at > published_at),
	ADD CONSTRAINT seat_call_answer_days CHECK (answer_days BETWEEN 1 AND 60),
	ADD CONSTRAINT seat_call_seed_hash CHECK (seed_hash ~ '^[0-9a-f]{64}$'),
	ADD CONSTRAINT seat_call_drawn_after_deadline CHECK (drawn_at >= closes_at),
	ADD CONSTRAINT seat_call_drawn_or_cancelled CHECK (drawn_at IS NULL OR cancelled_at IS NULL);
ALTER TABLE call_stratum ADD CONSTRAINT call_stratum_seats CHECK (seats BETWEEN 0 AND 99);
ALTER TABLE seat_application
	ADD CONSTRAINT seat_application_state CHECK (state IN
		('pending', 'applied', 'listed', 'offered', 'seated', 'declined', 'lapsed', 'withdrawn')),
	ADD CONSTRAINT seat_application_channel CHECK (channel IN ('online', 'phone', 'paper')),
	ADD CONSTRAINT seat_application_number CHECK (state <> 'pending' OR number IS NULL);
-- what was announced, drawn and answered by lot stays: seed, hash, deadline and ranks are never written again
CREATE FUNCTION keep_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_TABLE_NAME = 'seat_call' THEN
		IF (NEW.seed, NEW.seed_hash, NEW.seats, NEW.closes_at, NEW.public_source)
			IS DISTINCT FROM (OLD.seed, OLD.seed_hash, OLD.seats, OLD.closes_at, OLD.public_source)
			OR (OLD.drawn_at IS NOT NULL AND (NEW.drawn_at, NEW.public_value) IS DISTINCT FROM (OLD.drawn_at, OLD.public_value)) THEN
			RAISE EXCEPTION 'what was announced of a draw is never changed';
		END IF;
	ELSIF (OLD.number IS NOT NULL AND (NEW.number, NEW.stratum) IS DISTINCT FROM (OLD.number, OLD.stratum))
		OR (OLD.rank IS NOT NULL AND NEW.rank IS DISTINCT FROM OLD.rank) THEN
		RAISE EXCEPTION 'number, stratum and rank of a draw are never changed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER seat_call_kept BEFORE UPDATE ON seat_call FOR EACH ROW EXECUTE FUNCTION keep_draw();
CREATE TRIGGER seat_application_kept BEFORE UPDATE ON seat_application FOR EACH ROW EXECUTE FUNCTION keep_draw();

ALTER TABLE group_guest ADD CONSTRAINT group_guest_revoked CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL));
ALTER TABLE listed_body
	ADD CONSTRAINT listed_body_kind CHECK (kind IN ('committee', 'advisory-board', 'working-group', 'steering-group', 'other')),
	ADD CONSTRAINT listed_body_body_kind CHECK (body_kind IN ('informal', 'advisory', 'deciding')),
	ADD CONSTRAINT listed_body_period CHECK (valid_until > valid_from);
