-- AlterTable
ALTER TABLE "agreement_obligation_date" ADD COLUMN     "waived_on" DATE;

-- AlterTable
ALTER TABLE "agreement_decision" ADD COLUMN     "file_id" UUID,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "file_sha256" TEXT;

-- AlterTable
ALTER TABLE "agreement_approval_step" ADD COLUMN     "file_id" UUID,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "file_sha256" TEXT;

-- AlterTable
ALTER TABLE "agreement_commitment" ADD COLUMN     "yearly_cents" BIGINT;

-- CreateTable
CREATE TABLE "agreement_notice_period" (
    "agreement_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "towards" TEXT NOT NULL,
    "first_end" DATE,
    "form" TEXT NOT NULL,

    CONSTRAINT "agreement_notice_period_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "agreement_waiver" (
    "id" UUID NOT NULL,
    "date_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_waiver_consent" (
    "waiver_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_waiver_consent_pkey" PRIMARY KEY ("waiver_id","organisation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_waiver_date_id_key" ON "agreement_waiver"("date_id");

-- AddForeignKey
ALTER TABLE "agreement_notice_period" ADD CONSTRAINT "agreement_notice_period_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_waiver" ADD CONSTRAINT "agreement_waiver_date_id_fkey" FOREIGN KEY ("date_id") REFERENCES "agreement_obligation_date"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_waiver_consent" ADD CONSTRAINT "agreement_waiver_consent_waiver_id_fkey" FOREIGN KEY ("waiver_id") REFERENCES "agreement_waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_waiver_consent" ADD CONSTRAINT "agreement_waiver_consent_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about terms, waivers and evidence. Appended by hand to the migration.
ALTER TABLE agreement_commitment ADD CONSTRAINT agreement_commitment_yearly CHECK (yearly_cents BETWEEN 0 AND 1000000000000);
ALTER TABLE agreement_notice_period
	ADD CONSTRAINT agreement_notice_period_months CHECK (months BETWEEN 1 AND 120),
	ADD CONSTRAINT agreement_notice_period_towards CHECK (towards IN ('any-day', 'month', 'quarter', 'half-year', 'year')),
	ADD CONSTRAINT agreement_notice_period_form CHECK (form IN ('text', 'written'));
CREATE TRIGGER agreement_notice_period_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_notice_period FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
ALTER TABLE agreement_decision ADD CONSTRAINT agreement_decision_file CHECK (
	(file_id IS NULL) = (file_sha256 IS NULL) AND (file_id IS NULL) = (file_name IS NULL) AND file_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE agreement_approval_step ADD CONSTRAINT agreement_approval_step_file CHECK (
	(file_id IS NULL) = (file_sha256 IS NULL) AND (file_id IS NULL) = (file_name IS NULL) AND file_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE agreement_obligation_date
	ADD CONSTRAINT agreement_obligation_date_waived CHECK (waived_on IS NULL OR done_on IS NULL);
CREATE TRIGGER agreement_obligation_date_waiver_stays BEFORE UPDATE OR DELETE ON agreement_obligation_date
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('waived_on', 'done_by_id');
-- Who proposed and who agreed may go (erasure), nothing else.
CREATE TRIGGER agreement_waiver_stays BEFORE UPDATE OR DELETE ON agreement_waiver
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('proposed_at', 'proposed_by_id');
CREATE TRIGGER agreement_waiver_consent_stays BEFORE UPDATE OR DELETE ON agreement_waiver_consent
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('at', 'person_id');

-- Four eyes (architecture): where nobody else holds the role, who wrote a template publishes it a day after the last change.
ALTER TABLE agreement_template_version
	DROP CONSTRAINT agreement_template_version_second_person,
	ADD CONSTRAINT agreement_template_version_second_person CHECK (
		published_by_id IS NULL OR published_by_id <> made_by_id OR published_at >= made_at + interval '24 hours');
