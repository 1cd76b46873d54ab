-- AlterTable
ALTER TABLE "existing_contract" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "existing_contract_change" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "existing_contract_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "existing_contract_change_contract_id_revision_key" ON "existing_contract_change"("contract_id", "revision");

-- AddForeignKey
ALTER TABLE "existing_contract_change" ADD CONSTRAINT "existing_contract_change_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "existing_contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand. Personnel and investment were offered in the form and refused here.
ALTER TABLE existing_contract
	DROP CONSTRAINT existing_contract_class,
	ADD CONSTRAINT existing_contract_class CHECK (
		cost_class IN ('operation', 'maintenance', 'personnel', 'development', 'investment', 'reserve', 'one-off')),
	ADD CONSTRAINT existing_contract_revision CHECK (revision > 0);
ALTER TABLE existing_contract_change
	ADD CONSTRAINT existing_contract_change_revision CHECK (revision > 1);
