-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "bound_until" DATE,
ADD COLUMN     "template_version_id" UUID,
ADD COLUMN     "type" TEXT NOT NULL DEFAULT 'cooperation';

-- CreateTable
CREATE TABLE "agreement_template" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "owner_id" UUID,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "based_on_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_template_version" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "blocks" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_template_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_funding_condition" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,

    CONSTRAINT "agreement_funding_condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_information_duty" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "first_on" DATE,

    CONSTRAINT "agreement_information_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_public_relations" (
    "agreement_id" UUID NOT NULL,
    "approval" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "logo_rule" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_public_relations_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "agreement_contact" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "reach" TEXT NOT NULL,

    CONSTRAINT "agreement_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_clause_comment" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "block" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_clause_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_clause_mark" (
    "agreement_id" UUID NOT NULL,
    "block" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_clause_mark_pkey" PRIMARY KEY ("agreement_id","block","organisation_id")
);

-- CreateTable
CREATE TABLE "agreement_annex" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_annex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_version_annex" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "annex_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "agreement_version_annex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_word_return" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "party_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_word_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_word_clause" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "block" TEXT,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_word_clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_guest" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "post_id" UUID,
    "invitation_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_guest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_template_key_key" ON "agreement_template"("key");

-- CreateIndex
CREATE INDEX "agreement_template_owner_id_idx" ON "agreement_template"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_template_version_template_id_number_key" ON "agreement_template_version"("template_id", "number");

-- CreateIndex
CREATE INDEX "agreement_funding_condition_agreement_id_idx" ON "agreement_funding_condition"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_information_duty_agreement_id_idx" ON "agreement_information_duty"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_contact_agreement_id_idx" ON "agreement_contact"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_clause_comment_agreement_id_block_idx" ON "agreement_clause_comment"("agreement_id", "block");

-- CreateIndex
CREATE INDEX "agreement_annex_file_id_idx" ON "agreement_annex"("file_id");

-- CreateIndex
CREATE INDEX "agreement_annex_agreement_id_position_idx" ON "agreement_annex"("agreement_id", "position");

-- CreateIndex
CREATE INDEX "agreement_version_annex_annex_id_idx" ON "agreement_version_annex"("annex_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_version_annex_version_id_position_key" ON "agreement_version_annex"("version_id", "position");

-- CreateIndex
CREATE INDEX "agreement_word_return_agreement_id_idx" ON "agreement_word_return"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_word_clause_return_id_position_key" ON "agreement_word_clause"("return_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_guest_invitation_id_key" ON "agreement_guest"("invitation_id");

-- CreateIndex
CREATE INDEX "agreement_guest_agreement_id_idx" ON "agreement_guest"("agreement_id");

-- AddForeignKey
ALTER TABLE "agreement_template" ADD CONSTRAINT "agreement_template_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_template" ADD CONSTRAINT "agreement_template_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "agreement_template_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_template_version" ADD CONSTRAINT "agreement_template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "agreement_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_funding_condition" ADD CONSTRAINT "agreement_funding_condition_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_funding_condition" ADD CONSTRAINT "agreement_funding_condition_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_information_duty" ADD CONSTRAINT "agreement_information_duty_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_information_duty" ADD CONSTRAINT "agreement_information_duty_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_public_relations" ADD CONSTRAINT "agreement_public_relations_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_contact" ADD CONSTRAINT "agreement_contact_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_contact" ADD CONSTRAINT "agreement_contact_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_clause_comment" ADD CONSTRAINT "agreement_clause_comment_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_clause_comment" ADD CONSTRAINT "agreement_clause_comment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_clause_mark" ADD CONSTRAINT "agreement_clause_mark_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_clause_mark" ADD CONSTRAINT "agreement_clause_mark_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_annex" ADD CONSTRAINT "agreement_annex_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_version_annex" ADD CONSTRAINT "agreement_version_annex_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_word_return" ADD CONSTRAINT "agreement_word_return_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_word_return" ADD CONSTRAINT "agreement_word_return_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_word_clause" ADD CONSTRAINT "agreement_word_clause_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "agreement_word_return"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_guest" ADD CONSTRAINT "agreement_guest_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_guest" ADD CONSTRAINT "agreement_guest_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "agreement_party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_guest" ADD CONSTRAINT "agreement_guest_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_guest" ADD CONSTRAINT "agreement_guest_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "agreement_template_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about drafting. Appended by hand to the migration.
ALTER TABLE agreement ADD CONSTRAINT agreement_type CHECK (
	type IN ('internal', 'intent', 'short-form', 'cooperation', 'inter-municipal'));
ALTER TABLE agreement_template ADD CONSTRAINT agreement_template_type CHECK (
	type IN ('internal', 'intent', 'short-form', 'cooperation', 'inter-municipal'));
ALTER TABLE agreement_template_version
	ADD CONSTRAINT agreement_template_version_number CHECK (number > 0),
	ADD CONSTRAINT agreement_template_version_second_person CHECK (published_by_id IS NULL OR published_by_id <> made_by_id);
CREATE UNIQUE INDEX agreement_template_version_one_open ON agreement_template_version (template_id) WHERE published_at IS NULL;
ALTER TABLE agreement_information_duty ADD CONSTRAINT agreement_information_duty_rhythm CHECK (
	rhythm IN ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'on-event')
	AND (rhythm = 'on-event') = (first_on IS NULL));
ALTER TABLE agreement_public_relations ADD CONSTRAINT agreement_public_relations_approval CHECK (
	approval IN ('all', 'lead', 'inform') AND days BETWEEN 0 AND 60);
ALTER TABLE agreement_annex ADD CONSTRAINT agreement_annex_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$' AND bytes > 0);
ALTER TABLE agreement_version_annex ADD CONSTRAINT agreement_version_annex_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE agreement_word_clause ADD CONSTRAINT agreement_word_clause_decision CHECK (
	decision IN ('taken', 'declined') AND (decision IS NULL) = (decided_at IS NULL));

-- A published state of a template stays as it is; an agreement keeps what it began with (behaviour 1).
CREATE FUNCTION agreement_template_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.published_at IS NOT NULL THEN
		RAISE EXCEPTION 'template version % is published: % is refused', OLD.id, TG_OP USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER agreement_template_stays BEFORE UPDATE OR DELETE ON agreement_template_version FOR EACH ROW EXECUTE FUNCTION agreement_template_stays();

-- The type and where it began decide what was checked: both stay once the agreement is frozen, and so does the binding.
CREATE FUNCTION agreement_keeps_its_type() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.template_version_id IS DISTINCT FROM OLD.template_version_id AND OLD.template_version_id IS NOT NULL
		OR OLD.state IN ('frozen', 'concluded') AND (NEW.type, NEW.bound_until) IS DISTINCT FROM (OLD.type, OLD.bound_until)
	THEN
		RAISE EXCEPTION 'agreement % keeps its type and template', OLD.id USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER agreement_keeps_its_type BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_keeps_its_type();

CREATE TRIGGER agreement_funding_condition_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_funding_condition FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_information_duty_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_information_duty FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_public_relations_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_public_relations FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_contact_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_contact FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_annex_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_annex FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
CREATE TRIGGER agreement_version_annex_only_grows BEFORE UPDATE OR DELETE ON agreement_version_annex FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_version_annex_is_not_emptied BEFORE TRUNCATE ON agreement_version_annex FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A guest of a party signs in one agreement only.
ALTER TABLE role_grant
	DROP CONSTRAINT role_grant_scope,
	ADD CONSTRAINT role_grant_scope CHECK (
		CASE scope_kind
			WHEN 'platform' THEN scope_id IS NULL AND owner_id IS NULL AND role = 'operator'
			WHEN 'organisation' THEN scope_id IS NOT NULL AND owner_id = scope_id AND role <> 'operator'
			WHEN 'process' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			WHEN 'group' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role <> 'operator'
			WHEN 'agreement' THEN scope_id IS NOT NULL AND owner_id IS NOT NULL AND role = 'signatory'
			ELSE false
		END);
