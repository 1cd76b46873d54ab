-- CreateEnum
CREATE TYPE "hand_over_cause" AS ENUM ('DEPARTURE', 'PLAN_CHANGE');

-- CreateEnum
CREATE TYPE "hand_over_item_kind" AS ENUM ('CONCERN', 'OFFICE_DAYS', 'TASK', 'MEMBERSHIP', 'AGREEMENT', 'MEASURE', 'PROCESS', 'CONTACT', 'PROMISE');

-- CreateEnum
CREATE TYPE "hand_over_item_state" AS ENUM ('OPEN', 'ACCEPTED', 'REFUSED', 'SETTLED');

-- AlterTable
ALTER TABLE "report_back" ADD COLUMN     "deputy_for_id" UUID;

-- AlterTable
ALTER TABLE "deputy_arrangement" ADD COLUMN     "absence_id" UUID;

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "reason" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by_id" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "cause" "hand_over_cause" NOT NULL,
    "from_post_id" UUID NOT NULL,
    "to_post_id" UUID NOT NULL,
    "from_person_id" UUID,
    "holding_id" UUID,
    "effective_on" DATE NOT NULL,
    "meeting_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over_item" (
    "id" UUID NOT NULL,
    "hand_over_id" UUID NOT NULL,
    "kind" "hand_over_item_kind" NOT NULL,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "text" TEXT,
    "due_on" DATE,
    "state" "hand_over_item_state" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_person_id_valid_from_idx" ON "absence"("person_id", "valid_from");

-- CreateIndex
CREATE INDEX "absence_owner_id_valid_from_idx" ON "absence"("owner_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_holding_id_key" ON "hand_over"("holding_id");

-- CreateIndex
CREATE INDEX "hand_over_owner_id_completed_at_idx" ON "hand_over"("owner_id", "completed_at");

-- CreateIndex
CREATE INDEX "hand_over_to_post_id_idx" ON "hand_over"("to_post_id");

-- CreateIndex
CREATE INDEX "hand_over_from_post_id_idx" ON "hand_over"("from_post_id");

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_item_hand_over_id_subject_kind_subject_id_key" ON "hand_over_item"("hand_over_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "deputy_arrangement_absence_id_idx" ON "deputy_arrangement"("absence_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_post_id_fkey" FOREIGN KEY ("from_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_post_id_fkey" FOREIGN KEY ("to_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_from_person_id_fkey" FOREIGN KEY ("from_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_holding_id_fkey" FOREIGN KEY ("holding_id") REFERENCES "post_holding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_item" ADD CONSTRAINT "hand_over_item_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy_arrangement" ADD CONSTRAINT "deputy_arrangement_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. Appended by hand to the migration.
ALTER TABLE absence
	ADD CONSTRAINT absence_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT absence_once EXCLUDE USING gist (
		person_id WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

ALTER TABLE hand_over
	ADD CONSTRAINT hand_over_posts CHECK ((cause = 'DEPARTURE') = (from_post_id = to_post_id)),
	ADD CONSTRAINT hand_over_departure CHECK ((cause = 'DEPARTURE') = (holding_id IS NOT NULL));

ALTER TABLE hand_over_item
	ADD CONSTRAINT hand_over_item_what CHECK (
		(subject_kind IS NULL) = (subject_id IS NULL) AND (subject_kind IS NULL) = (text IS NOT NULL)),
	ADD CONSTRAINT hand_over_item_decided CHECK ((state = 'OPEN') = (decided_at IS NULL)),
	-- Nothing is refused or settled without a word.
	ADD CONSTRAINT hand_over_item_reason CHECK (state NOT IN ('REFUSED', 'SETTLED') OR reason IS NOT NULL);
