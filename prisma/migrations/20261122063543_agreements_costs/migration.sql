-- AlterTable
ALTER TABLE "agreement_cost_item" ADD COLUMN     "index_base_year" INTEGER,
ADD COLUMN     "index_basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "index_cap" INTEGER,
ADD COLUMN     "index_effect" TEXT,
ADD COLUMN     "index_per_year" INTEGER,
ADD COLUMN     "index_threshold" INTEGER,
ADD COLUMN     "tax_mode" TEXT NOT NULL DEFAULT 'unclear',
ADD COLUMN     "unit" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "variable_key" TEXT;

-- AlterTable
ALTER TABLE "agreement_cost_basis" ADD COLUMN     "base" BIGINT,
ADD COLUMN     "cap" BIGINT;

-- AlterTable
ALTER TABLE "agreement_cover" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'own';

-- CreateTable
CREATE TABLE "agreement_scenario_factor" (
    "agreement_id" UUID NOT NULL,
    "scenario" TEXT NOT NULL,
    "cost_class" TEXT NOT NULL,
    "factor" INTEGER NOT NULL,

    CONSTRAINT "agreement_scenario_factor_pkey" PRIMARY KEY ("agreement_id","scenario","cost_class")
);

-- CreateTable
CREATE TABLE "agreement_share" (
    "version_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cost_class" TEXT NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "agreement_share_pkey" PRIMARY KEY ("version_id","organisation_id","year","cost_class")
);

-- CreateTable
CREATE TABLE "agreement_settlement" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "drawn_up_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_settlement_acknowledgement" (
    "settlement_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_settlement_acknowledgement_pkey" PRIMARY KEY ("settlement_id","organisation_id")
);

-- CreateTable
CREATE TABLE "agreement_cash_limit" (
    "organisation_id" UUID NOT NULL,
    "from_year" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "agreement_cash_limit_pkey" PRIMARY KEY ("organisation_id","from_year")
);

-- CreateIndex
CREATE INDEX "agreement_share_organisation_id_idx" ON "agreement_share"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_settlement_agreement_id_year_number_key" ON "agreement_settlement"("agreement_id", "year", "number");

-- AddForeignKey
ALTER TABLE "agreement_scenario_factor" ADD CONSTRAINT "agreement_scenario_factor_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_share" ADD CONSTRAINT "agreement_share_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_share" ADD CONSTRAINT "agreement_share_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_settlement" ADD CONSTRAINT "agreement_settlement_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_settlement_acknowledgement" ADD CONSTRAINT "agreement_settlement_acknowledgement_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "agreement_settlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_settlement_acknowledgement" ADD CONSTRAINT "agreement_settlement_acknowledgement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_cash_limit" ADD CONSTRAINT "agreement_cash_limit_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about costs. Appended by hand to the migration.
ALTER TABLE agreement_cost_item
	DROP CONSTRAINT agreement_cost_item_class,
	DROP CONSTRAINT agreement_cost_item_key,
	ADD CONSTRAINT agreement_cost_item_class CHECK (
		cost_class IN ('operation', 'maintenance', 'personnel', 'development', 'investment', 'reserve', 'one-off')),
	ADD CONSTRAINT agreement_cost_item_key CHECK (
		share_key IN ('equal', 'inhabitants', 'usage', 'fixed-percent', 'fixed-amount', 'base-plus')),
	ADD CONSTRAINT agreement_cost_item_variable_key CHECK (
		variable_key IN ('equal', 'inhabitants', 'usage', 'fixed-percent')
		AND (share_key = 'base-plus') = (variable_key IS NOT NULL)),
	ADD CONSTRAINT agreement_cost_item_tax CHECK (tax_mode IN ('net', 'gross', 'unclear')),
	ADD CONSTRAINT agreement_cost_item_index CHECK (
		num_nulls(index_base_year, index_per_year, index_threshold, index_effect) IN (0, 4)
		AND index_base_year BETWEEN 2000 AND 2200
		AND index_per_year BETWEEN 0 AND 1000000 AND index_threshold BETWEEN 0 AND 1000000
		AND index_cap BETWEEN 0 AND 10000000 AND index_effect IN ('review', 'automatic'));
ALTER TABLE agreement_cost_basis
	ADD CONSTRAINT agreement_cost_basis_base CHECK (base BETWEEN 0 AND 1000000000000),
	ADD CONSTRAINT agreement_cost_basis_cap CHECK (cap BETWEEN 0 AND 1000000000000);
ALTER TABLE agreement_cover ADD CONSTRAINT agreement_cover_kind CHECK (kind IN ('own', 'grant', 'fees', 'partner', 'reserve'));
ALTER TABLE agreement_scenario_factor
	ADD CONSTRAINT agreement_scenario_factor_scenario CHECK (scenario IN ('low', 'high')),
	ADD CONSTRAINT agreement_scenario_factor_factor CHECK (factor BETWEEN 0 AND 10000000);
ALTER TABLE agreement_share
	ADD CONSTRAINT agreement_share_cents CHECK (cents >= 0),
	ADD CONSTRAINT agreement_share_year CHECK (year BETWEEN 2000 AND 2200);
ALTER TABLE agreement_settlement
	ADD CONSTRAINT agreement_settlement_year CHECK (year BETWEEN 2000 AND 2200),
	ADD CONSTRAINT agreement_settlement_number CHECK (number >= 1);
ALTER TABLE agreement_cash_limit
	ADD CONSTRAINT agreement_cash_limit_cents CHECK (cents BETWEEN 0 AND 1000000000000000),
	ADD CONSTRAINT agreement_cash_limit_year CHECK (from_year BETWEEN 2000 AND 2200);

-- Versions frozen before hold their shares in their data alone.
INSERT INTO agreement_share (version_id, organisation_id, year, cost_class, cents)
SELECT v.id, (party->'organisation'->>'id')::uuid, (year->>'year')::int, item->>'costClass', sum((share->>'cents')::bigint)
FROM agreement_version v,
	jsonb_array_elements(v.content::jsonb->'items') item,
	jsonb_array_elements(item->'years') year,
	jsonb_array_elements(year->'shares') share,
	jsonb_array_elements(v.content::jsonb->'parties') party
WHERE party->>'place' = share->>'party' AND (share->>'cents')::bigint > 0
GROUP BY 1, 2, 3, 4;

CREATE TRIGGER agreement_share_only_grows BEFORE UPDATE OR DELETE ON agreement_share FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_share_is_not_emptied BEFORE TRUNCATE ON agreement_share FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_settlement_only_grows BEFORE UPDATE OR DELETE ON agreement_settlement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_settlement_is_not_emptied BEFORE TRUNCATE ON agreement_settlement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_settlement_acknowledgement_only_grows BEFORE UPDATE OR DELETE ON agreement_settlement_acknowledgement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_settlement_acknowledgement_is_not_emptied BEFORE TRUNCATE ON agreement_settlement_acknowledgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreement_scenario_factor_frozen BEFORE INSERT OR UPDATE OR DELETE ON agreement_scenario_factor FOR EACH ROW EXECUTE FUNCTION refuse_while_frozen('agreement');
