-- CreateEnum
CREATE TYPE "network_party_kind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "network_visibility" AS ENUM ('PUBLIC', 'STAFF', 'CIRCLE');

-- CreateEnum
CREATE TYPE "network_basis" AS ENUM ('TASK', 'PUBLIC_OFFICE', 'CONSENT');

-- CreateTable
CREATE TABLE "network_party" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" "network_party_kind" NOT NULL,
    "display_name" TEXT NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "organisation_id" UUID,
    "person_id" UUID,
    "sector" TEXT,
    "level" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "mission" TEXT NOT NULL DEFAULT '',
    "offers" TEXT NOT NULL DEFAULT '',
    "seeks" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE,
    "valid_until" DATE,
    "purpose" TEXT NOT NULL,
    "basis" "network_basis" NOT NULL,
    "source" TEXT NOT NULL,
    "visibility" "network_visibility" NOT NULL,
    "keep_until" DATE,
    "confirmed_on" DATE NOT NULL,
    "confirmed_by_id" UUID,
    "keeper_post_id" UUID,
    "informed_how" TEXT,
    "informed_on" DATE,
    "objected_at" TIMESTAMPTZ(3),
    "objection" TEXT,
    "objection_answer" TEXT,
    "objection_answered_at" TIMESTAMPTZ(3),
    "own_key" TEXT,
    "oparl_id" TEXT,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_party_topic" (
    "party_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "network_party_topic_pkey" PRIMARY KEY ("party_id","topic_id")
);

-- CreateTable
CREATE TABLE "network_party_area" (
    "party_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,

    CONSTRAINT "network_party_area_pkey" PRIMARY KEY ("party_id","area_id")
);

-- CreateTable
CREATE TABLE "network_relation_type" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "forward_de" TEXT NOT NULL,
    "backward_de" TEXT NOT NULL,
    "forward_en" TEXT NOT NULL,
    "backward_en" TEXT NOT NULL,
    "directed" BOOLEAN NOT NULL,
    "from_kind" "network_party_kind",
    "to_kind" "network_party_kind",
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_relation_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_tie" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "term" TEXT,
    "electoral_area" TEXT,
    "voting_right" BOOLEAN,
    "on_behalf_of_id" UUID,
    "substitute_for_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "purpose" TEXT NOT NULL,
    "basis" "network_basis" NOT NULL,
    "source" TEXT NOT NULL,
    "visibility" "network_visibility" NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_on" DATE NOT NULL,
    "confirmed_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "oparl_id" TEXT,

    CONSTRAINT "network_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_key_person" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "tie_id" UUID NOT NULL,
    "topic_id" UUID,
    "area_id" UUID,
    "why" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "visibility" "network_visibility" NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "review_on" DATE NOT NULL,

    CONSTRAINT "network_key_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_note" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "visibility" "network_visibility" NOT NULL,
    "keep_until" DATE NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_mention" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_snapshot" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "filter" TEXT NOT NULL,
    "frozen" JSONB NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_merge" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "undo" JSONB NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_distinct" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_distinct_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateIndex
CREATE INDEX "network_party_owner_id_kind_idx" ON "network_party"("owner_id", "kind");

-- CreateIndex
CREATE INDEX "network_party_organisation_id_idx" ON "network_party"("organisation_id");

-- CreateIndex
CREATE INDEX "network_party_person_id_idx" ON "network_party"("person_id");

-- CreateIndex
CREATE INDEX "network_party_keeper_post_id_idx" ON "network_party"("keeper_post_id");

-- CreateIndex
CREATE INDEX "network_party_merged_into_id_idx" ON "network_party"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_party_owner_id_own_key_key" ON "network_party"("owner_id", "own_key");

-- CreateIndex
CREATE UNIQUE INDEX "network_party_owner_id_oparl_id_key" ON "network_party"("owner_id", "oparl_id");

-- CreateIndex
CREATE INDEX "network_party_topic_topic_id_idx" ON "network_party_topic"("topic_id");

-- CreateIndex
CREATE INDEX "network_party_area_area_id_idx" ON "network_party_area"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_relation_type_owner_id_forward_de_key" ON "network_relation_type"("owner_id", "forward_de");

-- CreateIndex
CREATE INDEX "network_tie_from_id_valid_from_idx" ON "network_tie"("from_id", "valid_from");

-- CreateIndex
CREATE INDEX "network_tie_to_id_valid_from_idx" ON "network_tie"("to_id", "valid_from");

-- CreateIndex
CREATE INDEX "network_tie_owner_id_valid_from_idx" ON "network_tie"("owner_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "network_tie_owner_id_oparl_id_key" ON "network_tie"("owner_id", "oparl_id");

-- CreateIndex
CREATE INDEX "network_key_person_party_id_idx" ON "network_key_person"("party_id");

-- CreateIndex
CREATE INDEX "network_key_person_tie_id_idx" ON "network_key_person"("tie_id");

-- CreateIndex
CREATE INDEX "network_key_person_owner_id_review_on_idx" ON "network_key_person"("owner_id", "review_on");

-- CreateIndex
CREATE INDEX "network_note_party_id_happened_on_idx" ON "network_note"("party_id", "happened_on");

-- CreateIndex
CREATE INDEX "network_note_keep_until_idx" ON "network_note"("keep_until");

-- CreateIndex
CREATE UNIQUE INDEX "network_mention_party_id_subject_kind_subject_id_key" ON "network_mention"("party_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "network_snapshot_owner_id_created_at_idx" ON "network_snapshot"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "network_merge_owner_id_merged_at_idx" ON "network_merge"("owner_id", "merged_at");

-- CreateIndex
CREATE INDEX "network_merge_survivor_id_idx" ON "network_merge"("survivor_id");

-- CreateIndex
CREATE INDEX "network_merge_merged_id_idx" ON "network_merge"("merged_id");

-- AddForeignKey
ALTER TABLE "network_party" ADD CONSTRAINT "network_party_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party" ADD CONSTRAINT "network_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party" ADD CONSTRAINT "network_party_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party" ADD CONSTRAINT "network_party_keeper_post_id_fkey" FOREIGN KEY ("keeper_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party" ADD CONSTRAINT "network_party_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party_topic" ADD CONSTRAINT "network_party_topic_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "network_party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party_topic" ADD CONSTRAINT "network_party_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party_area" ADD CONSTRAINT "network_party_area_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "network_party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_party_area" ADD CONSTRAINT "network_party_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_relation_type" ADD CONSTRAINT "network_relation_type_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_tie" ADD CONSTRAINT "network_tie_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_tie" ADD CONSTRAINT "network_tie_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_tie" ADD CONSTRAINT "network_tie_on_behalf_of_id_fkey" FOREIGN KEY ("on_behalf_of_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_tie" ADD CONSTRAINT "network_tie_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_key_person" ADD CONSTRAINT "network_key_person_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_key_person" ADD CONSTRAINT "network_key_person_tie_id_fkey" FOREIGN KEY ("tie_id") REFERENCES "network_tie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_key_person" ADD CONSTRAINT "network_key_person_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_key_person" ADD CONSTRAINT "network_key_person_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_note" ADD CONSTRAINT "network_note_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_mention" ADD CONSTRAINT "network_mention_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_snapshot" ADD CONSTRAINT "network_snapshot_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_merge" ADD CONSTRAINT "network_merge_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_merge" ADD CONSTRAINT "network_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "network_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot say.
ALTER TABLE network_party
	ADD CONSTRAINT network_party_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT network_party_not_itself CHECK (merged_into_id <> id),
	-- Every person has an end (invariant 10), and only persons have two names.
	ADD CONSTRAINT network_party_person_ends CHECK (kind = 'ORGANISATION' OR keep_until IS NOT NULL),
	ADD CONSTRAINT network_party_names CHECK (kind = 'PERSON' OR (given_name IS NULL AND family_name IS NULL)),
	ADD CONSTRAINT network_party_said CHECK (purpose <> '' AND source <> '');

ALTER TABLE network_tie
	ADD CONSTRAINT network_tie_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT network_tie_other CHECK (from_id <> to_id),
	ADD CONSTRAINT network_tie_said CHECK (purpose <> '' AND source <> ''),
	ADD CONSTRAINT network_tie_once EXCLUDE USING gist (
		from_id WITH =, to_id WITH =, type WITH =, role WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE network_key_person
	ADD CONSTRAINT network_key_person_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT network_key_person_review CHECK (review_on > valid_from),
	ADD CONSTRAINT network_key_person_said CHECK (why <> '' AND purpose <> '' AND source <> '');

ALTER TABLE network_merge ADD CONSTRAINT network_merge_other CHECK (survivor_id <> merged_id);
-- Of two who merge the same entry at once, one does.
CREATE UNIQUE INDEX network_merge_open ON network_merge (merged_id) WHERE undone_at IS NULL;
ALTER TABLE network_distinct ADD CONSTRAINT network_distinct_order CHECK (first_id < second_id);

-- Names are found in spite of typing mistakes; fastupdate as for organisation_similar.
CREATE INDEX network_party_similar ON network_party USING gin (lower(display_name) gin_trgm_ops) WITH (fastupdate = off);
