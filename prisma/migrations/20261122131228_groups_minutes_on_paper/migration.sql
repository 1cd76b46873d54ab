-- DropForeignKey
ALTER TABLE "minutes_name" DROP CONSTRAINT "minutes_name_person_id_fkey";

-- AlterTable
ALTER TABLE "minutes_name" ALTER COLUMN "person_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "minutes_signature" ADD COLUMN     "scan_id" UUID;

-- CreateTable
CREATE TABLE "minutes_scan" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "roles" TEXT[],
    "file_id" UUID NOT NULL,
    "signed_on" DATE NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_scan_check" (
    "scan_id" UUID NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "original_place" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "minutes_scan_check_pkey" PRIMARY KEY ("scan_id")
);

-- CreateIndex
CREATE INDEX "minutes_scan_version_id_idx" ON "minutes_scan"("version_id");

-- CreateIndex
CREATE INDEX "minutes_scan_uploaded_by_id_idx" ON "minutes_scan"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "minutes_scan_check_checked_by_id_idx" ON "minutes_scan_check"("checked_by_id");

-- CreateIndex
CREATE INDEX "minutes_signature_scan_id_idx" ON "minutes_signature"("scan_id");

-- AddForeignKey
ALTER TABLE "minutes_scan" ADD CONSTRAINT "minutes_scan_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "minutes_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_scan_check" ADD CONSTRAINT "minutes_scan_check_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "minutes_scan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_name" ADD CONSTRAINT "minutes_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "minutes_scan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Roles are those of the two who sign.
ALTER TABLE minutes_scan ADD CONSTRAINT minutes_scan_roles CHECK (
	roles <@ ARRAY['chair', 'minute-taker'] AND cardinality(roles) BETWEEN 1 AND 2
);

-- What was brought in and what was seen on it is never changed.
CREATE TRIGGER minutes_scan_only_grows BEFORE UPDATE OR DELETE ON minutes_scan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_scan_is_not_emptied BEFORE TRUNCATE ON minutes_scan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_scan_check_only_grows BEFORE UPDATE OR DELETE ON minutes_scan_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER minutes_scan_check_is_not_emptied BEFORE TRUNCATE ON minutes_scan_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
