-- CreateTable
CREATE TABLE "agreement_form_rule" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT,
    "organisation_kinds" TEXT[],
    "nature" TEXT,
    "required_form" TEXT NOT NULL,
    "official_title" BOOLEAN NOT NULL,
    "norm" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "statement_en" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "reviewed_by" TEXT,
    "reviewed_on" DATE,

    CONSTRAINT "agreement_form_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_number" (
    "owner_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "agreement_number_pkey" PRIMARY KEY ("owner_id","year")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose_kind" TEXT,
    "purpose_id" UUID,
    "nature" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "template_version" TEXT NOT NULL,
    "effective_on" DATE,
    "pilot_start" DATE,
    "pilot_end" DATE,
    "funding_end" DATE,
    "ends_on" DATE,
    "agreed_months" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "in_force_from" DATE,
    "concluded_at" TIMESTAMPTZ(3),
    "force_told_at" TIMESTAMPTZ(3),
    "end_told_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "legal_form" TEXT,
    "legal_title" BOOLEAN NOT NULL DEFAULT false,
    "legal_by" TEXT,
    "legal_on" DATE,
    "legal_reason" TEXT,

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_signatory" (
    "party_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,

    CONSTRAINT "agreement_signatory_pkey" PRIMARY KEY ("party_id","post_id")
);

-- CreateTable
CREATE TABLE "agreement_block" (
    "agreement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_block_pkey" PRIMARY KEY ("agreement_id","key")
);

-- CreateTable
CREATE TABLE "agreement_duty" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "responsible_id" UUID NOT NULL,
    "helper_ids" UUID[],

    CONSTRAINT "agreement_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_milestone" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "phase" TEXT NOT NULL,

    CONSTRAINT "agreement_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_cost_item" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cost_class" TEXT NOT NULL,
    "share_key" TEXT NOT NULL,
    "rest_party_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_cost_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_cost_year" (
    "item_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "agreement_cost_year_pkey" PRIMARY KEY ("item_id","year")
);

-- CreateTable
CREATE TABLE "agreement_cost_basis" (
    "item_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "value" BIGINT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "as_of" DATE,

    CONSTRAINT "agreement_cost_basis_pkey" PRIMARY KEY ("item_id","party_id")
);

-- CreateTable
CREATE TABLE "agreement_cover" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cents" BIGINT NOT NULL,
    "standing" TEXT,
    "bearer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agreement_cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_commitment" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "adjustment" TEXT NOT NULL,

    CONSTRAINT "agreement_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_version" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "verification_code" TEXT NOT NULL,
    "pdf_file_id" UUID NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_slot" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "required_form" TEXT NOT NULL,
    "official_title" BOOLEAN NOT NULL,

    CONSTRAINT "agreement_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_round" (
    "version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "refused_by" UUID,
    "reason" TEXT,

    CONSTRAINT "agreement_round_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "agreement_confirmation" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "deputy" BOOLEAN NOT NULL,
    "sha256" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "proof_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_scan" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "signed_on" DATE NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_scan_check" (
    "scan_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "original_place" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "agreement_scan_check_pkey" PRIMARY KEY ("scan_id")
);

-- CreateTable
CREATE TABLE "agreement_proof" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "step_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_publication" (
    "agreement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_publication_pkey" PRIMARY KEY ("agreement_id","organisation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_form_rule_key_key" ON "agreement_form_rule"("key");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_code_key" ON "agreement"("code");

-- CreateIndex
CREATE INDEX "agreement_purpose_kind_purpose_id_idx" ON "agreement"("purpose_kind", "purpose_id");

-- CreateIndex
CREATE INDEX "agreement_state_in_force_from_idx" ON "agreement"("state", "in_force_from");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_owner_id_number_key" ON "agreement"("owner_id", "number");

-- CreateIndex
CREATE INDEX "agreement_party_organisation_id_idx" ON "agreement_party"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_agreement_id_organisation_id_key" ON "agreement_party"("agreement_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_agreement_id_position_key" ON "agreement_party"("agreement_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_duty_agreement_id_task_phase_key" ON "agreement_duty"("agreement_id", "task", "phase");

-- CreateIndex
CREATE INDEX "agreement_milestone_agreement_id_day_idx" ON "agreement_milestone"("agreement_id", "day");

-- CreateIndex
CREATE INDEX "agreement_cost_item_agreement_id_position_idx" ON "agreement_cost_item"("agreement_id", "position");

-- CreateIndex
CREATE INDEX "agreement_cover_agreement_id_year_idx" ON "agreement_cover"("agreement_id", "year");

-- CreateIndex
CREATE INDEX "agreement_commitment_agreement_id_idx" ON "agreement_commitment"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_version_verification_code_key" ON "agreement_version"("verification_code");

-- CreateIndex
CREATE INDEX "agreement_version_pdf_sha256_idx" ON "agreement_version"("pdf_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_version_agreement_id_number_key" ON "agreement_version"("agreement_id", "number");

-- CreateIndex
CREATE INDEX "agreement_slot_post_id_idx" ON "agreement_slot"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_slot_version_id_post_id_key" ON "agreement_slot"("version_id", "post_id");

-- CreateIndex
CREATE INDEX "agreement_round_state_idx" ON "agreement_round"("state");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_slot_id_key" ON "agreement_confirmation"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_proof_id_key" ON "agreement_confirmation"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_confirmation_version_id_person_id_key" ON "agreement_confirmation"("version_id", "person_id");

-- CreateIndex
CREATE INDEX "agreement_scan_version_id_idx" ON "agreement_scan"("version_id");

-- CreateIndex
CREATE INDEX "agreement_proof_version_id_account_id_idx" ON "agreement_proof"("version_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_proof_account_id_step_up_at_key" ON "agreement_proof"("account_id", "step_up_at");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_signatory" ADD CONSTRAINT "agreement_signatory_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_block" ADD CONSTRAINT "agreement_block_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_duty" ADD CONSTRAINT "agreement_duty_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_duty" ADD CONSTRAINT "agreement_duty_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_milestone" ADD CONSTRAINT "agreement_milestone_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_item" ADD CONSTRAINT "agreement_cost_item_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_item" ADD CONSTRAINT "agreement_cost_item_rest_party_id_fkey" FOREIGN KEY ("rest_party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_year" ADD CONSTRAINT "agreement_cost_year_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agreement_cost_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_basis" ADD CONSTRAINT "agreement_cost_basis_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agreement_cost_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cost_basis" ADD CONSTRAINT "agreement_cost_basis_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cover" ADD CONSTRAINT "agreement_cover_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_commitment" ADD CONSTRAINT "agreement_commitment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_commitment" ADD CONSTRAINT "agreement_commitment_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_slot" ADD CONSTRAINT "agreement_slot_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_round" ADD CONSTRAINT "agreement_round_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "agreement_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_confirmation" ADD CONSTRAINT "agreement_confirmation_proof_id_fkey" FOREIGN KEY ("proof_id") REFERENCES "agreement_proof"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan" ADD CONSTRAINT "agreement_scan_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan" ADD CONSTRAINT "agreement_scan_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan_check" ADD CONSTRAINT "agreement_scan_check_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "agreement_scan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scan_check" ADD CONSTRAINT "agreement_scan_check_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_proof" ADD CONSTRAINT "agreement_proof_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_publication" ADD CONSTRAINT "agreement_publication_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about agreements. Appended by hand to the migration.

ALTER TABLE agreement_form_rule
	ADD CONSTRAINT agreement_form_rule_period CHECK (valid_until > valid_from),
	ADD CONSTRAINT agreement_form_rule_form CHECK (required_form IN ('text', 'written')),
	ADD CONSTRAINT agreement_form_rule_review CHECK ((reviewed_by IS NULL) = (reviewed_on IS NULL));
ALTER TABLE agreement
	ADD CONSTRAINT agreement_state CHECK (state IN ('draft', 'presented', 'frozen', 'concluded')),
	ADD CONSTRAINT agreement_nature CHECK (nature IN ('private-law', 'public-law', 'internal', 'undecided')),
	ADD CONSTRAINT agreement_concluded CHECK ((state = 'concluded') = (concluded_at IS NOT NULL)
		AND (concluded_at IS NULL) = (in_force_from IS NULL)),
	ADD CONSTRAINT agreement_purpose CHECK ((purpose_kind IS NULL) = (purpose_id IS NULL)),
	ADD CONSTRAINT agreement_months CHECK (agreed_months BETWEEN 1 AND 600);
ALTER TABLE agreement_party
	ADD CONSTRAINT agreement_party_role CHECK (role IN ('lead', 'cooperating', 'implementing', 'funder')),
	ADD CONSTRAINT agreement_party_legal CHECK (
		(legal_form IS NULL AND legal_by IS NULL AND legal_on IS NULL AND legal_reason IS NULL)
		OR (legal_form IN ('text', 'written') AND legal_by <> '' AND legal_on IS NOT NULL AND legal_reason <> ''));
CREATE UNIQUE INDEX agreement_party_one_lead ON agreement_party (agreement_id) WHERE role = 'lead';
ALTER TABLE agreement_cost_item
	ADD CONSTRAINT agreement_cost_item_class CHECK (cost_class IN ('operation', 'maintenance', 'development', 'reserve', 'one-off')),
	ADD CONSTRAINT agreement_cost_item_key CHECK (share_key IN ('equal', 'inhabitants', 'fixed-percent', 'fixed-amount'));
ALTER TABLE agreement_cost_year
	ADD CONSTRAINT agreement_cost_year_cents CHECK (cents BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT agreement_cost_year_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_cost_basis ADD CONSTRAINT agreement_cost_basis_value CHECK (value >= 0);
ALTER TABLE agreement_cover
	ADD CONSTRAINT agreement_cover_cents CHECK (cents BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT agreement_cover_standing CHECK (standing IN ('secured', 'reserved', 'open')),
	ADD CONSTRAINT agreement_cover_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_commitment ADD CONSTRAINT agreement_commitment_period CHECK (until_day >= from_day);
ALTER TABLE agreement_version
	ADD CONSTRAINT agreement_version_hashes CHECK (sha256 ~ '^[0-9a-f]{64}$' AND pdf_sha256 ~ '^[0-9a-f]{64}$'),
	ADD CONSTRAINT agreement_version_code CHECK (verification_code ~ '^[2-9A-HJKMNP-Z]{20}$');
ALTER TABLE agreement_slot ADD CONSTRAINT agreement_slot_form CHECK (required_form IN ('text', 'written'));
ALTER TABLE agreement_round
	ADD CONSTRAINT agreement_round_state CHECK (state IN ('open', 'completed', 'refused', 'withdrawn')),
	ADD CONSTRAINT agreement_round_closed CHECK ((state = 'open') = (closed_at IS NULL)),
	ADD CONSTRAINT agreement_round_reason CHECK (state <> 'refused' OR (refused_by IS NOT NULL AND reason <> ''));
ALTER TABLE agreement_scan_check
	ADD CONSTRAINT agreement_scan_check_second_person CHECK (checked_by_id <> uploaded_by_id),
	ADD CONSTRAINT agreement_scan_check_words CHECK (CASE WHEN accepted THEN original_place <> '' ELSE reason <> '' END);
-- One accepted paper per party.
CREATE UNIQUE INDEX agreement_scan_check_accepted ON agreement_scan_check (version_id, organisation_id) WHERE accepted;
-- An agreement has one version to be signed at a time; the lock on its row serialises the rest.
ALTER TABLE agreement_proof ADD CONSTRAINT agreement_proof_used CHECK ((used_at IS NULL) = (step_up_at IS NULL));

-- Evidence only grows, whoever asks.
CREATE TRIGGER agreement_version_only_grows BEFORE UPDATE OR DELETE ON agreement_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_version_is_not_emptied BEFORE TRUNCATE ON agreement_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_only_grows BEFORE UPDATE OR DELETE ON agreement_slot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_slot_is_not_emptied BEFORE TRUNCATE ON agreement_slot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_confirmation_only_grows BEFORE UPDATE OR DELETE ON agreement_confirmation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_confirmation_is_not_emptied BEFORE TRUNCATE ON agreement_confirmation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_only_grows BEFORE UPDATE OR DELETE ON agreement_scan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_is_not_emptied BEFORE TRUNCATE ON agreement_scan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_check_only_grows BEFORE UPDATE OR DELETE ON agreement_scan_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scan_check_is_not_emptied BEFORE TRUNCATE ON agreement_scan_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The way of an agreement, as in app/domains/agreements/state.ts: no side entrance. What was frozen keeps its words and dates.
CREATE FUNCTION agreement_keeps_its_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF OLD.state <> 'draft' THEN
			RAISE EXCEPTION 'agreement %: only a draft can be deleted', OLD.id USING ERRCODE = 'insufficient_privilege';
		END IF;
		RETURN OLD;
	END IF;
	IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
		('draft', 'presented'), ('presented', 'draft'), ('presented', 'frozen'),
		('frozen', 'presented'), ('frozen', 'concluded'))
	THEN
		RAISE EXCEPTION 'agreement %: no way from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF (NEW.id, NEW.code, NEW.owner_id, NEW.number) <> (OLD.id, OLD.code, OLD.owner_id, OLD.number)
		OR (OLD.state IN ('frozen', 'concluded') AND (
			(NEW.title, NEW.nature, NEW.template_version, NEW.agreed_months)
				IS DISTINCT FROM (OLD.title, OLD.nature, OLD.template_version, OLD.agreed_months)
			OR (NEW.purpose_kind, NEW.purpose_id, NEW.effective_on, NEW.pilot_start, NEW.pilot_end, NEW.funding_end, NEW.ends_on)
				IS DISTINCT FROM (OLD.purpose_kind, OLD.purpose_id, OLD.effective_on, OLD.pilot_start, OLD.pilot_end, OLD.funding_end, OLD.ends_on)))
		OR (OLD.state = 'concluded' AND (NEW.in_force_from, NEW.concluded_at) IS DISTINCT FROM (OLD.in_force_from, OLD.concluded_at))
	THEN
		RAISE EXCEPTION 'agreement % is frozen: % is refused', OLD.id, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_keeps_its_way BEFORE UPDATE OR DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_keeps_its_way();

-- Parties, blocks, duties, costs of an agreement that is frozen or concluded stay as they are.
-- The argument says how to come to the agreement: by its own id, by a cost item, by a party.
CREATE FUNCTION refuse_while_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
	new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
	touched uuid[];
BEGIN
	CASE TG_ARGV[0]
		WHEN 'item' THEN
			SELECT array_agg(agreement_id) INTO touched FROM agreement_cost_item
			WHERE id IN ((old_row->>'item_id')::uuid, (new_row->>'item_id')::uuid);
		WHEN 'party' THEN
			SELECT array_agg(agreement_id) INTO touched FROM agreement_party
			WHERE id IN ((old_row->>'party_id')::uuid, (new_row->>'party_id')::uuid);
		ELSE
			touched := ARRAY[(old_row->>'agreement_id')::uuid, (new_row->>'agreement_id')::uuid];
	END CASE;
	IF EXISTS (SELECT FROM agreement WHERE id = ANY (touched) AND state IN ('frozen', 'concluded')) THEN
		RAISE EXCEPTION '% of a frozen agreement: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agreement_party_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_party FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_signatory_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_signatory FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('party');
CREATE TRIGGER agreement_block_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_block FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_duty_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_duty FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_milestone_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_milestone FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_cost_item_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_item FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_cost_year_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_year FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('item');
CREATE TRIGGER agreement_cost_basis_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cost_basis FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('item');
CREATE TRIGGER agreement_cover_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_cover FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_commitment_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_commitment FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');

-- A round ends once; a proof is used once.
CREATE FUNCTION agreement_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR (TG_TABLE_NAME = 'agreement_round' AND to_jsonb(OLD)->>'state' <> 'open')
		OR (TG_TABLE_NAME = 'agreement_proof' AND to_jsonb(OLD)->>'used_at' IS NOT NULL)
	THEN
		RAISE EXCEPTION '% is over: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_round_ends_once BEFORE UPDATE OR DELETE ON agreement_round FOR EACH ROW EXECUTE FUNCTION agreement_ends_once();
CREATE TRIGGER agreement_proof_ends_once BEFORE UPDATE ON agreement_proof FOR EACH ROW EXECUTE FUNCTION agreement_ends_once();
