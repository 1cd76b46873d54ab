-- CreateTable
CREATE TABLE "agreement_amendment" (
    "agreement_id" UUID NOT NULL,
    "amended_id" UUID NOT NULL,
    "amended_version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "abandoned_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_amendment_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "agreement_obligation" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_obligation_date" (
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "evidence" TEXT,
    "done_on" DATE,
    "done_by_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_obligation_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_reminder" (
    "agreement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_reminder_pkey" PRIMARY KEY ("agreement_id","key")
);

-- CreateTable
CREATE TABLE "agreement_handover" (
    "agreement_id" UUID NOT NULL,
    "taker_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "items" TEXT[],
    "prepared_by_id" UUID,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_handover_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "agreement_notice" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "declared_on" DATE NOT NULL,
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "breach" BOOLEAN NOT NULL,
    "consequence" TEXT NOT NULL,
    "declared_by_id" UUID,
    "received_on" DATE,
    "received_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_remainder" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "done_on" DATE,
    "done_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_remainder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_record" (
    "agreement_id" UUID NOT NULL,
    "file_number" TEXT NOT NULL DEFAULT '',
    "bound_until" DATE,
    "keep_until" DATE,
    "hold_reason" TEXT,
    "held_since" DATE,
    "offered_on" DATE,
    "archive_answer" TEXT,
    "answered_on" DATE,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_record_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "existing_contract" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "file_number" TEXT NOT NULL DEFAULT '',
    "signed_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "notice_months" INTEGER,
    "cost_class" TEXT NOT NULL,
    "entered_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "existing_contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "existing_contract_party" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "existing_contract_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "existing_contract_year" (
    "party_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "existing_contract_year_pkey" PRIMARY KEY ("party_id","year")
);

-- CreateTable
CREATE TABLE "agreement_renewal" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "ends_on" DATE NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_on" DATE NOT NULL,

    CONSTRAINT "agreement_renewal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_amendment_amended_id_number_key" ON "agreement_amendment"("amended_id", "number");

-- CreateIndex
CREATE INDEX "agreement_obligation_agreement_id_idx" ON "agreement_obligation"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_obligation_organisation_id_idx" ON "agreement_obligation"("organisation_id");

-- CreateIndex
CREATE INDEX "agreement_obligation_date_due_on_idx" ON "agreement_obligation_date"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_obligation_date_obligation_id_due_on_key" ON "agreement_obligation_date"("obligation_id", "due_on");

-- CreateIndex
CREATE INDEX "agreement_notice_agreement_id_idx" ON "agreement_notice"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_remainder_agreement_id_idx" ON "agreement_remainder"("agreement_id");

-- CreateIndex
CREATE INDEX "existing_contract_owner_id_idx" ON "existing_contract"("owner_id");

-- CreateIndex
CREATE INDEX "existing_contract_party_organisation_id_idx" ON "existing_contract_party"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "existing_contract_party_contract_id_position_key" ON "existing_contract_party"("contract_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_renewal_organisation_id_subject_kind_subject_id_e_key" ON "agreement_renewal"("organisation_id", "subject_kind", "subject_id", "ends_on");

-- AddForeignKey
ALTER TABLE "agreement_amendment" ADD CONSTRAINT "agreement_amendment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_amendment" ADD CONSTRAINT "agreement_amendment_amended_id_fkey" FOREIGN KEY ("amended_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_amendment" ADD CONSTRAINT "agreement_amendment_amended_version_id_fkey" FOREIGN KEY ("amended_version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_obligation" ADD CONSTRAINT "agreement_obligation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_obligation" ADD CONSTRAINT "agreement_obligation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_obligation" ADD CONSTRAINT "agreement_obligation_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_obligation_date" ADD CONSTRAINT "agreement_obligation_date_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "agreement_obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_reminder" ADD CONSTRAINT "agreement_reminder_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_handover" ADD CONSTRAINT "agreement_handover_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_handover" ADD CONSTRAINT "agreement_handover_taker_id_fkey" FOREIGN KEY ("taker_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_notice" ADD CONSTRAINT "agreement_notice_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_notice" ADD CONSTRAINT "agreement_notice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_remainder" ADD CONSTRAINT "agreement_remainder_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_remainder" ADD CONSTRAINT "agreement_remainder_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_record" ADD CONSTRAINT "agreement_record_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "existing_contract" ADD CONSTRAINT "existing_contract_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "existing_contract_party" ADD CONSTRAINT "existing_contract_party_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "existing_contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "existing_contract_party" ADD CONSTRAINT "existing_contract_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "existing_contract_year" ADD CONSTRAINT "existing_contract_year_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "existing_contract_party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_renewal" ADD CONSTRAINT "agreement_renewal_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about what comes after the signature. Appended by hand.
ALTER TABLE agreement_amendment
	ADD CONSTRAINT agreement_amendment_kind CHECK (kind IN ('change', 'cancellation')),
	ADD CONSTRAINT agreement_amendment_other CHECK (agreement_id <> amended_id),
	ADD CONSTRAINT agreement_amendment_reason CHECK (reason <> '');
-- One amendment at a time takes the place of an agreement.
CREATE UNIQUE INDEX agreement_amendment_one ON agreement_amendment (amended_id) WHERE abandoned_at IS NULL;
ALTER TABLE agreement_obligation
	ADD CONSTRAINT agreement_obligation_kind CHECK (kind IN ('information', 'report', 'proof', 'publicity', 'handover', 'other'));
CREATE UNIQUE INDEX agreement_obligation_origin ON agreement_obligation (agreement_id, origin) WHERE origin <> 'typed';
ALTER TABLE agreement_obligation_date
	ADD CONSTRAINT agreement_obligation_date_done CHECK ((done_on IS NULL) = (evidence IS NULL));
ALTER TABLE agreement_handover
	ADD CONSTRAINT agreement_handover_items CHECK (cardinality(items) > 0),
	ADD CONSTRAINT agreement_handover_confirmed CHECK ((confirmed_at IS NULL) = (note IS NULL));
ALTER TABLE agreement_notice
	ADD CONSTRAINT agreement_notice_kind CHECK (kind IN ('termination', 'exit')),
	ADD CONSTRAINT agreement_notice_form CHECK (form IN ('text', 'written')),
	ADD CONSTRAINT agreement_notice_days CHECK (effective_on >= declared_on),
	ADD CONSTRAINT agreement_notice_breach CHECK (breach = (consequence <> ''));
ALTER TABLE agreement_remainder
	ADD CONSTRAINT agreement_remainder_kind CHECK (kind IN ('data', 'equipment', 'contract', 'rights', 'other'));
ALTER TABLE agreement_record
	ADD CONSTRAINT agreement_record_hold CHECK ((hold_reason IS NULL) = (held_since IS NULL)),
	ADD CONSTRAINT agreement_record_archive CHECK (
		(archive_answer IS NULL) = (answered_on IS NULL) AND archive_answer IN ('taken', 'declined')
		AND (answered_on IS NULL OR offered_on IS NOT NULL)),
	ADD CONSTRAINT agreement_record_removed CHECK (removed_at IS NULL OR (answered_on IS NOT NULL AND held_since IS NULL));
ALTER TABLE existing_contract
	ADD CONSTRAINT existing_contract_period CHECK (ends_on > starts_on),
	ADD CONSTRAINT existing_contract_notice CHECK (notice_months BETWEEN 0 AND 120),
	ADD CONSTRAINT existing_contract_class CHECK (cost_class IN ('operation', 'maintenance', 'development', 'reserve', 'one-off'));
ALTER TABLE existing_contract_year
	ADD CONSTRAINT existing_contract_year_cents CHECK (cents BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT existing_contract_year_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_renewal
	ADD CONSTRAINT agreement_renewal_decision CHECK (decision IN ('renew', 'renegotiate', 'let-end')),
	ADD CONSTRAINT agreement_renewal_subject CHECK (subject_kind IN ('agreement', 'existing-contract'));

-- What was confirmed, received or met stays as it is: signed facts are not rewritten afterwards.
CREATE FUNCTION agreement_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	old_row jsonb := to_jsonb(OLD);
	new_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW) END;
	settled boolean := (old_row->>TG_ARGV[0]) IS NOT NULL;
	names text[] := TG_ARGV[1:];
BEGIN
	-- The names of who did it may go (erasure), nothing else.
	IF settled AND (TG_OP = 'DELETE' OR (old_row - names) IS DISTINCT FROM (new_row - names)) THEN
		RAISE EXCEPTION '% is settled: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agreement_handover_stays BEFORE UPDATE OR DELETE ON agreement_handover
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('confirmed_at', 'confirmed_by_id', 'prepared_by_id');
CREATE TRIGGER agreement_obligation_date_stays BEFORE UPDATE OR DELETE ON agreement_obligation_date
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('done_on', 'done_by_id');
CREATE TRIGGER agreement_notice_stays BEFORE UPDATE OR DELETE ON agreement_notice
	FOR EACH ROW EXECUTE FUNCTION agreement_fact_stays('received_on', 'received_by_id', 'declared_by_id');
