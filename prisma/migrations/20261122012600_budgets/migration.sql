-- CreateTable
CREATE TABLE "budget" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "ballot" TEXT NOT NULL,
    "points_per_voter" INTEGER,
    "most_projects" INTEGER,
    "within_amount" BOOLEAN NOT NULL,
    "electorate" TEXT NOT NULL,
    "rule_choice" JSONB NOT NULL,
    "rule" JSONB,
    "lot_seed" TEXT,
    "rule_hash" TEXT,
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_project" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "cost_cents" BIGINT,
    "running_cents" BIGINT,
    "exclusion_group" TEXT,
    "contribution_id" UUID,
    "post_id" UUID,
    "feasibility" TEXT NOT NULL DEFAULT 'open',
    "feasibility_reason" TEXT,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "budget_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_voter" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "draft" JSONB,
    "has_voted" BOOLEAN NOT NULL DEFAULT false,
    "code_hash" TEXT,
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMPTZ(3),
    "codes_sent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "budget_voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_letter_code" (
    "budget_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,

    CONSTRAINT "budget_letter_code_pkey" PRIMARY KEY ("budget_id","code_hash")
);

-- CreateTable
CREATE TABLE "budget_ballot" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "receipt" TEXT NOT NULL,
    "points" JSONB NOT NULL,

    CONSTRAINT "budget_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_counting" (
    "budget_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "voters" INTEGER,
    "result" JSONB,
    "other" JSONB,
    "ballots_hash" TEXT,

    CONSTRAINT "budget_counting_pkey" PRIMARY KEY ("budget_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "budget_process_id_position_key" ON "budget"("process_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "budget_project_budget_id_number_key" ON "budget_project"("budget_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "budget_project_budget_id_contribution_id_key" ON "budget_project"("budget_id", "contribution_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_voter_token_hash_key" ON "budget_voter"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "budget_voter_budget_id_key_hash_key" ON "budget_voter"("budget_id", "key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "budget_ballot_receipt_key" ON "budget_ballot"("receipt");

-- CreateIndex
CREATE INDEX "budget_ballot_budget_id_receipt_idx" ON "budget_ballot"("budget_id", "receipt");

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_project" ADD CONSTRAINT "budget_project_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_project" ADD CONSTRAINT "budget_project_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_project" ADD CONSTRAINT "budget_project_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_voter" ADD CONSTRAINT "budget_voter_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_letter_code" ADD CONSTRAINT "budget_letter_code_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_ballot" ADD CONSTRAINT "budget_ballot_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_counting" ADD CONSTRAINT "budget_counting_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What can be voted on and how it is counted stays as it was frozen (areas/trust.md: "rules changed under the voters").
CREATE FUNCTION budget_stays_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF OLD.frozen_at IS NOT NULL THEN RAISE EXCEPTION 'a frozen budget is kept'; END IF;
		RETURN OLD;
	END IF;
	IF OLD.frozen_at IS NOT NULL AND (
		NEW.process_id, NEW.amount_cents, NEW.ballot, NEW.points_per_voter, NEW.most_projects, NEW.within_amount, NEW.electorate,
		NEW.rule_choice, NEW.rule, NEW.lot_seed, NEW.rule_hash, NEW.frozen_at
	) IS DISTINCT FROM (
		OLD.process_id, OLD.amount_cents, OLD.ballot, OLD.points_per_voter, OLD.most_projects, OLD.within_amount, OLD.electorate,
		OLD.rule_choice, OLD.rule, OLD.lot_seed, OLD.rule_hash, OLD.frozen_at
	) THEN RAISE EXCEPTION 'the rule of budget % is frozen', OLD.id; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER budget_stays_frozen BEFORE UPDATE OR DELETE ON budget FOR EACH ROW EXECUTE FUNCTION budget_stays_frozen();

CREATE FUNCTION budget_project_stays_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM budget WHERE id = COALESCE(NEW.budget_id, OLD.budget_id) AND frozen_at IS NOT NULL) THEN
		-- Only who checked it may be forgotten.
		IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'checked_by_id' = to_jsonb(OLD) - 'checked_by_id' THEN RETURN NEW; END IF;
		RAISE EXCEPTION 'the projects of budget % are frozen', COALESCE(NEW.budget_id, OLD.budget_id);
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER budget_project_stays_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget_project
	FOR EACH ROW EXECUTE FUNCTION budget_project_stays_frozen();

-- Whoever has voted stays somebody who has voted.
CREATE FUNCTION budget_voter_votes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.has_voted AND NOT NEW.has_voted THEN RAISE EXCEPTION 'a ballot was cast'; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER budget_voter_votes_once BEFORE UPDATE ON budget_voter FOR EACH ROW EXECUTE FUNCTION budget_voter_votes_once();

CREATE TRIGGER budget_ballot_only_grows BEFORE UPDATE OR DELETE ON budget_ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER budget_ballot_is_not_emptied BEFORE TRUNCATE ON budget_ballot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE budget ADD CONSTRAINT budget_amount_positive CHECK (amount_cents >= 0);
ALTER TABLE budget_project ADD CONSTRAINT budget_project_costs CHECK (cost_cents IS NULL OR cost_cents > 0);
