-- DropIndex
DROP INDEX "agreement_waiver_date_id_key";

-- AlterTable
ALTER TABLE "agreement_waiver" ADD COLUMN     "proposed_for_id" UUID;

-- CreateTable
CREATE TABLE "agreement_word_on_behalf" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "decision" TEXT NOT NULL,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_word_on_behalf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_notice_prepared" (
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "prepared_by_id" UUID,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_notice_prepared_pkey" PRIMARY KEY ("agreement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "agreement_waiver_end" (
    "waiver_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_waiver_end_pkey" PRIMARY KEY ("waiver_id")
);

-- CreateIndex
CREATE INDEX "agreement_word_on_behalf_agreement_id_idx" ON "agreement_word_on_behalf"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_word_on_behalf_act_subject_id_organisation_id_key" ON "agreement_word_on_behalf"("act", "subject_id", "organisation_id");

-- CreateIndex
CREATE INDEX "agreement_waiver_date_id_idx" ON "agreement_waiver"("date_id");

-- AddForeignKey
ALTER TABLE "agreement_word_on_behalf" ADD CONSTRAINT "agreement_word_on_behalf_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_word_on_behalf" ADD CONSTRAINT "agreement_word_on_behalf_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_word_on_behalf" ADD CONSTRAINT "agreement_word_on_behalf_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_notice_prepared" ADD CONSTRAINT "agreement_notice_prepared_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_notice_prepared" ADD CONSTRAINT "agreement_notice_prepared_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_waiver_end" ADD CONSTRAINT "agreement_waiver_end_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "agreement_waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_waiver_end" ADD CONSTRAINT "agreement_waiver_end_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. Appended by hand to the migration.
ALTER TABLE agreement_word_on_behalf
	ADD CONSTRAINT agreement_word_on_behalf_act CHECK (act IN ('notice', 'waiver', 'settlement', 'handover')),
	ADD CONSTRAINT agreement_word_on_behalf_other CHECK (agent_id <> organisation_id);
-- One house speaks for one party only in one act (§ 181 BGB).
CREATE UNIQUE INDEX agreement_word_on_behalf_one_side ON agreement_word_on_behalf (act, subject_id, agent_id);
ALTER TABLE agreement_notice_prepared ADD CONSTRAINT agreement_notice_prepared_kind CHECK (kind IN ('termination', 'exit'));
ALTER TABLE agreement_waiver_end ADD CONSTRAINT agreement_waiver_end_kind CHECK (kind IN ('withdrawn', 'declined'));
-- The names of who did it may go (erasure), nothing else.
CREATE TRIGGER agreement_word_on_behalf_stays BEFORE UPDATE OR DELETE ON agreement_word_on_behalf
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('given_at', 'given_by_id');
CREATE TRIGGER agreement_waiver_end_stays BEFORE UPDATE OR DELETE ON agreement_waiver_end
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('at', 'person_id');
