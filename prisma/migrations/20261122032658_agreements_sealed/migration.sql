-- AlterTable
ALTER TABLE "agreement_version" ADD COLUMN     "reading_file_id" UUID;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "received_mail" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "agreement_sealed_document" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes_before" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "certificate_sha256" TEXT NOT NULL,
    "chain_events" INTEGER NOT NULL,
    "chain_head" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_sealed_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_sealing" (
    "version_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_sealing_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "audit_anchor" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "events" BIGINT NOT NULL,
    "chains" JSONB NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_sealed_document_file_id_key" ON "agreement_sealed_document"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_sealed_document_sha256_key" ON "agreement_sealed_document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_sealed_document_version_id_kind_key" ON "agreement_sealed_document"("version_id", "kind");

-- CreateIndex
CREATE INDEX "agreement_sealing_next_try_at_idx" ON "agreement_sealing"("next_try_at");

-- AddForeignKey
ALTER TABLE "agreement_sealed_document" ADD CONSTRAINT "agreement_sealed_document_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_sealing" ADD CONSTRAINT "agreement_sealing_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about seals and anchors. Appended by hand to the migration.
ALTER TABLE agreement_sealed_document
	ADD CONSTRAINT agreement_sealed_document_kind CHECK (kind IN ('agreement', 'protocol')),
	ADD CONSTRAINT agreement_sealed_document_level CHECK (level IN ('B-B', 'B-T')),
	ADD CONSTRAINT agreement_sealed_document_hashes CHECK (
		sha256 ~ '^[0-9a-f]{64}$' AND certificate_sha256 ~ '^[0-9a-f]{64}$' AND chain_head ~ '^[0-9a-f]{64}$');
ALTER TABLE audit_anchor ADD CONSTRAINT audit_anchor_digest CHECK (digest ~ '^[0-9a-f]{64}$');
CREATE TRIGGER agreement_sealed_document_only_grows BEFORE UPDATE OR DELETE ON agreement_sealed_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_sealed_document_is_not_emptied BEFORE TRUNCATE ON agreement_sealed_document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_only_grows BEFORE UPDATE OR DELETE ON audit_anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_anchor_is_not_emptied BEFORE TRUNCATE ON audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
