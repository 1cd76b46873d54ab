-- AlterTable
ALTER TABLE "agreement_form_rule" ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "supersedes" TEXT;

-- AlterTable
ALTER TABLE "agreement_party" ADD COLUMN     "legal_rules" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "agreement_round" ADD COLUMN     "deadline" DATE,
ADD COLUMN     "sequential" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "agreement_confirmation" ADD COLUMN     "authority_id" UUID;

-- CreateTable
CREATE TABLE "agreement_representation" (
    "id" UUID NOT NULL,
    "keeper_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "alternatives" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_authority" (
    "id" UUID NOT NULL,
    "keeper_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "limit_cents" BIGINT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_decision" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "decided_on" DATE,
    "reference" TEXT NOT NULL,
    "resolution_id" UUID,
    "ceiling_cents" BIGINT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_approval_plan" (
    "agreement_id" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "deemed_weeks" INTEGER,
    "publication" BOOLEAN NOT NULL,

    CONSTRAINT "agreement_approval_plan_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "agreement_approval_step" (
    "version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_approval_step_pkey" PRIMARY KEY ("version_id","kind")
);

-- CreateTable
CREATE TABLE "agreement_qualified_signature" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "deputy" BOOLEAN NOT NULL,
    "proof_id" UUID NOT NULL,
    "authority_id" UUID,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "name_differs" BOOLEAN NOT NULL,
    "certificate" TEXT NOT NULL,
    "certificate_sha256" TEXT NOT NULL,
    "certificate_until" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_qualified_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_qualified_check" (
    "signature_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "listed_as" TEXT NOT NULL,
    "listed_on" DATE,
    "reason" TEXT NOT NULL,

    CONSTRAINT "agreement_qualified_check_pkey" PRIMARY KEY ("signature_id")
);

-- CreateTable
CREATE TABLE "agreement_slot_reminder" (
    "slot_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_slot_reminder_pkey" PRIMARY KEY ("slot_id","number")
);

-- CreateIndex
CREATE INDEX "agreement_representation_organisation_id_valid_from_idx" ON "agreement_representation"("organisation_id", "valid_from");

-- CreateIndex
CREATE INDEX "agreement_authority_organisation_id_idx" ON "agreement_authority"("organisation_id");

-- CreateIndex
CREATE INDEX "agreement_decision_agreement_id_idx" ON "agreement_decision"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_qualified_signature_proof_id_key" ON "agreement_qualified_signature"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_qualified_signature_file_id_key" ON "agreement_qualified_signature"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_qualified_signature_sha256_key" ON "agreement_qualified_signature"("sha256");

-- CreateIndex
CREATE INDEX "agreement_qualified_signature_version_id_idx" ON "agreement_qualified_signature"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_form_rule_owner_id_supersedes_key" ON "agreement_form_rule"("owner_id", "supersedes");

-- AddForeignKey
ALTER TABLE "agreement_representation" ADD CONSTRAINT "agreement_representation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_authority" ADD CONSTRAINT "agreement_authority_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_authority" ADD CONSTRAINT "agreement_authority_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_decision" ADD CONSTRAINT "agreement_decision_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_approval_plan" ADD CONSTRAINT "agreement_approval_plan_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_approval_step" ADD CONSTRAINT "agreement_approval_step_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_qualified_signature" ADD CONSTRAINT "agreement_qualified_signature_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "agreement_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_qualified_signature" ADD CONSTRAINT "agreement_qualified_signature_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_qualified_signature" ADD CONSTRAINT "agreement_qualified_signature_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "agreement_proof"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_qualified_check" ADD CONSTRAINT "agreement_qualified_check_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "agreement_qualified_signature"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot_reminder" ADD CONSTRAINT "agreement_slot_reminder_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "agreement_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about authority and signing. Appended by hand to the migration.
ALTER TABLE agreement_form_rule
	DROP CONSTRAINT agreement_form_rule_form,
	ADD CONSTRAINT agreement_form_rule_form CHECK (required_form IN ('text', 'signed-text', 'written', 'electronic', 'written-only')),
	ADD CONSTRAINT agreement_form_rule_recorded CHECK ((owner_id IS NULL) = (recorded_at IS NULL)
		AND (owner_id IS NULL OR (reviewed_by <> '' AND reason <> '' AND supersedes IS NOT NULL)));
ALTER TABLE agreement_party
	DROP CONSTRAINT agreement_party_legal,
	ADD CONSTRAINT agreement_party_legal CHECK (
		(legal_form IS NULL AND legal_by IS NULL AND legal_on IS NULL AND legal_reason IS NULL)
		OR (legal_form IN ('text', 'signed-text', 'written', 'electronic', 'written-only')
			AND legal_by <> '' AND legal_on IS NOT NULL AND legal_reason <> ''));
ALTER TABLE agreement_slot
	DROP CONSTRAINT agreement_slot_form,
	ADD CONSTRAINT agreement_slot_form CHECK (required_form IN ('text', 'signed-text', 'written', 'electronic', 'written-only'));
ALTER TABLE agreement_round
	DROP CONSTRAINT agreement_round_state,
	ADD CONSTRAINT agreement_round_state CHECK (state IN ('open', 'completed', 'refused', 'withdrawn', 'lapsed')),
	ADD CONSTRAINT agreement_round_lapsed CHECK (state <> 'lapsed' OR deadline IS NOT NULL);
ALTER TABLE agreement_authority
	ADD CONSTRAINT agreement_authority_basis CHECK (basis IN ('law', 'statutes', 'power-of-attorney')),
	ADD CONSTRAINT agreement_authority_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT agreement_authority_limit CHECK (limit_cents >= 0),
	ADD CONSTRAINT agreement_authority_revoked CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL) AND revoked_reason <> '');
ALTER TABLE agreement_decision
	ADD CONSTRAINT agreement_decision_body CHECK (body IN ('council', 'supervisory-board', 'members-meeting', 'none-needed')),
	ADD CONSTRAINT agreement_decision_day CHECK ((body = 'none-needed') = (decided_on IS NULL)),
	ADD CONSTRAINT agreement_decision_ceiling CHECK (ceiling_cents >= 0),
	ADD CONSTRAINT agreement_decision_reference CHECK (reference <> '');
ALTER TABLE agreement_approval_plan ADD CONSTRAINT agreement_approval_plan_weeks CHECK (deemed_weeks BETWEEN 1 AND 104);
ALTER TABLE agreement_approval_step
	ADD CONSTRAINT agreement_approval_step_kind CHECK (kind IN ('submitted', 'granted', 'refused', 'published'));
CREATE UNIQUE INDEX agreement_approval_step_one_answer ON agreement_approval_step (version_id) WHERE kind IN ('granted', 'refused');
ALTER TABLE agreement_qualified_signature ADD CONSTRAINT agreement_qualified_signature_hashes CHECK (
	sha256 ~ '^[0-9a-f]{64}$' AND certificate_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE agreement_qualified_check
	ADD CONSTRAINT agreement_qualified_check_second_person CHECK (checked_by_id <> signed_by_id),
	ADD CONSTRAINT agreement_qualified_check_words CHECK (
		CASE WHEN accepted THEN listed_as <> '' AND listed_on IS NOT NULL ELSE reason <> '' END);
CREATE UNIQUE INDEX agreement_qualified_check_accepted ON agreement_qualified_check (slot_id) WHERE accepted;
ALTER TABLE agreement_slot_reminder ADD CONSTRAINT agreement_slot_reminder_at_most CHECK (number BETWEEN 1 AND 5);

-- Evidence only grows.
CREATE TRIGGER agreement_representation_only_grows BEFORE UPDATE OR DELETE ON agreement_representation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_representation_is_not_emptied BEFORE TRUNCATE ON agreement_representation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_approval_step_only_grows BEFORE UPDATE OR DELETE ON agreement_approval_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_approval_step_is_not_emptied BEFORE TRUNCATE ON agreement_approval_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_qualified_signature_only_grows BEFORE UPDATE OR DELETE ON agreement_qualified_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_qualified_signature_is_not_emptied BEFORE TRUNCATE ON agreement_qualified_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_qualified_check_only_grows BEFORE UPDATE OR DELETE ON agreement_qualified_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_qualified_check_is_not_emptied BEFORE TRUNCATE ON agreement_qualified_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_reminder_only_grows BEFORE UPDATE OR DELETE ON agreement_slot_reminder FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_reminder_is_not_emptied BEFORE TRUNCATE ON agreement_slot_reminder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_decision_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_decision FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_approval_plan_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_approval_plan FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');

-- An authority is revoked once and otherwise stays as it was given.
CREATE FUNCTION agreement_authority_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR OLD.revoked_at IS NOT NULL
		OR (to_jsonb(NEW) - 'revoked_at' - 'revoked_reason') <> (to_jsonb(OLD) - 'revoked_at' - 'revoked_reason')
	THEN
		RAISE EXCEPTION 'agreement_authority %: % is refused', OLD.id, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_authority_stays BEFORE UPDATE OR DELETE ON agreement_authority FOR EACH ROW EXECUTE FUNCTION agreement_authority_stays();

-- Where an authority has to approve, the first day of force is fixed once, after the last signature.
ALTER TABLE agreement
	DROP CONSTRAINT agreement_concluded,
	ADD CONSTRAINT agreement_concluded CHECK ((state = 'concluded') = (concluded_at IS NOT NULL)
		AND (concluded_at IS NOT NULL OR in_force_from IS NULL));
DO $$
DECLARE
	definition text := pg_get_functiondef('agreement_keeps_its_way'::regproc);
	known text := '(NEW.in_force_from, NEW.concluded_at) IS DISTINCT FROM (OLD.in_force_from, OLD.concluded_at)';
BEGIN
	IF position(known IN definition) = 0 THEN
		RAISE EXCEPTION 'agreement_keeps_its_way is another one than this migration knows';
	END IF;
	EXECUTE replace(definition, known, '(NEW.concluded_at IS DISTINCT FROM OLD.concluded_at
			OR (OLD.in_force_from IS NOT NULL AND NEW.in_force_from IS DISTINCT FROM OLD.in_force_from))');
END $$;
