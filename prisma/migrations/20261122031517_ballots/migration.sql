-- CreateTable
CREATE TABLE "ballot_box" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "electorate" TEXT NOT NULL,
    "paper_days" INTEGER NOT NULL DEFAULT 0,
    "rule_choice" JSONB NOT NULL,
    "rule" JSONB,
    "lot_seed" TEXT,
    "rule_hash" TEXT,
    "frozen_at" TIMESTAMPTZ(3),
    "result_note" TEXT,
    "result_told_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballot_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_voter" (
    "id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "draft" JSONB,
    "has_voted" BOOLEAN NOT NULL DEFAULT false,
    "code_hash" TEXT,
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMPTZ(3),
    "codes_sent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ballot_voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_letter_code" (
    "box_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,

    CONSTRAINT "ballot_letter_code_pkey" PRIMARY KEY ("box_id","code_hash")
);

-- CreateTable
CREATE TABLE "cast_ballot" (
    "id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "receipt" TEXT NOT NULL,
    "choice" JSONB NOT NULL,

    CONSTRAINT "cast_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_ballot" (
    "id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "first" JSONB,
    "second" JSONB,
    "first_by_id" UUID,
    "second_by_id" UUID,
    "state" TEXT NOT NULL,

    CONSTRAINT "paper_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_listener" (
    "id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "locale" TEXT NOT NULL,

    CONSTRAINT "ballot_listener_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_counting" (
    "box_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "voters" INTEGER,
    "unsettled" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "other" JSONB,
    "ballots_hash" TEXT,

    CONSTRAINT "ballot_counting_pkey" PRIMARY KEY ("box_id")
);

-- CreateTable
CREATE TABLE "vote" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "most_options" INTEGER,
    "points_per_voter" INTEGER,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_option" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "passive" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "vote_option_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ballot_box_process_id_kind_position_key" ON "ballot_box"("process_id", "kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_voter_token_hash_key" ON "ballot_voter"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_voter_box_id_key_hash_key" ON "ballot_voter"("box_id", "key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "cast_ballot_receipt_key" ON "cast_ballot"("receipt");

-- CreateIndex
CREATE INDEX "cast_ballot_box_id_receipt_idx" ON "cast_ballot"("box_id", "receipt");

-- CreateIndex
CREATE UNIQUE INDEX "paper_ballot_box_id_key_hash_key" ON "paper_ballot"("box_id", "key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_listener_box_id_person_id_key" ON "ballot_listener"("box_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_listener_box_id_email_key" ON "ballot_listener"("box_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "vote_option_vote_id_number_key" ON "vote_option"("vote_id", "number");

-- What citizens' budgets had of their own becomes the box that votes share: nothing is lost, ballots lie in a new order.
INSERT INTO ballot_box (id, process_id, organisation_id, kind, position, title, electorate, rule_choice, rule, lot_seed, rule_hash, frozen_at, created_at)
	SELECT id, process_id, organisation_id, 'budget', position, title, electorate, rule_choice, rule, lot_seed, rule_hash, frozen_at, created_at FROM budget;
INSERT INTO ballot_voter (id, box_id, key_hash, token_hash, draft, has_voted, code_hash, code_attempts, code_expires_at, codes_sent)
	SELECT id, budget_id, key_hash, token_hash, draft, has_voted, code_hash, code_attempts, code_expires_at, codes_sent FROM budget_voter;
INSERT INTO ballot_letter_code (box_id, code_hash) SELECT budget_id, code_hash FROM budget_letter_code;
INSERT INTO cast_ballot (id, box_id, receipt, choice) SELECT gen_random_uuid(), budget_id, receipt, points FROM budget_ballot ORDER BY random();
INSERT INTO ballot_counting (box_id, started_at, step, finished_at, voters, result, other, ballots_hash)
	SELECT budget_id, started_at, step, finished_at, voters, result, other, ballots_hash FROM budget_counting;

-- DropForeignKey
ALTER TABLE "budget" DROP CONSTRAINT "budget_process_id_fkey";

-- DropIndex
DROP INDEX "budget_process_id_position_key";

-- AlterTable
ALTER TABLE "budget" DROP COLUMN "created_at",
DROP COLUMN "electorate",
DROP COLUMN "frozen_at",
DROP COLUMN "lot_seed",
DROP COLUMN "organisation_id",
DROP COLUMN "position",
DROP COLUMN "process_id",
DROP COLUMN "rule",
DROP COLUMN "rule_choice",
DROP COLUMN "rule_hash",
DROP COLUMN "title";

-- AlterTable
ALTER TABLE "budget_project" ADD COLUMN     "part" TEXT;

-- DropTable
DROP TABLE "budget_voter";

-- DropTable
DROP TABLE "budget_letter_code";

-- DropTable
DROP TABLE "budget_ballot";

-- DropTable
DROP TABLE "budget_counting";

-- AddForeignKey
ALTER TABLE "ballot_box" ADD CONSTRAINT "ballot_box_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_voter" ADD CONSTRAINT "ballot_voter_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_letter_code" ADD CONSTRAINT "ballot_letter_code_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cast_ballot" ADD CONSTRAINT "cast_ballot_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_listener" ADD CONSTRAINT "ballot_listener_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_counting" ADD CONSTRAINT "ballot_counting_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "ballot_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_id_fkey" FOREIGN KEY ("id") REFERENCES "ballot_box"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_id_fkey" FOREIGN KEY ("id") REFERENCES "ballot_box"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_option" ADD CONSTRAINT "vote_option_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_project" DROP CONSTRAINT "budget_project_budget_id_fkey";
ALTER TABLE "budget_project" ADD CONSTRAINT "budget_project_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Electorate, rule and lot stay as they were frozen (areas/trust.md: "rules changed under the voters").
DROP TRIGGER budget_stays_frozen ON budget;
DROP FUNCTION budget_stays_frozen();
DROP FUNCTION budget_voter_votes_once();

CREATE FUNCTION ballot_box_stays_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		-- A draft that goes out of the bin for good takes its box along; the process is gone by then.
		IF OLD.frozen_at IS NOT NULL AND EXISTS (SELECT 1 FROM process WHERE id = OLD.process_id)
		THEN RAISE EXCEPTION 'a frozen ballot box is kept'; END IF;
		RETURN OLD;
	END IF;
	IF OLD.frozen_at IS NOT NULL AND to_jsonb(NEW) - '{result_note,result_told_at}'::text[]
		IS DISTINCT FROM to_jsonb(OLD) - '{result_note,result_told_at}'::text[]
	THEN RAISE EXCEPTION 'the rule of ballot box % is frozen', OLD.id; END IF;
	IF OLD.result_told_at IS NOT NULL AND (NEW.result_note, NEW.result_told_at) IS DISTINCT FROM (OLD.result_note, OLD.result_told_at)
	THEN RAISE EXCEPTION 'the result of ballot box % was told', OLD.id; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER ballot_box_stays_frozen BEFORE UPDATE OR DELETE ON ballot_box
	FOR EACH ROW EXECUTE FUNCTION ballot_box_stays_frozen();

-- What is voted on hangs on a box: a row of budget and vote has its id, a row of the options names it in the argument's column.
CREATE FUNCTION stays_as_its_box_was_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	box uuid := COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0];
BEGIN
	IF EXISTS (SELECT 1 FROM ballot_box WHERE id = box AND frozen_at IS NOT NULL) THEN
		-- Only who checked a project may be forgotten.
		IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'checked_by_id' = to_jsonb(OLD) - 'checked_by_id' THEN RETURN NEW; END IF;
		RAISE EXCEPTION '% of ballot box % is frozen', TG_TABLE_NAME, box;
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
DROP TRIGGER budget_project_stays_frozen ON budget_project;
DROP FUNCTION budget_project_stays_frozen();
CREATE TRIGGER budget_stays_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget
	FOR EACH ROW EXECUTE FUNCTION stays_as_its_box_was_frozen('id');
CREATE TRIGGER budget_project_stays_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget_project
	FOR EACH ROW EXECUTE FUNCTION stays_as_its_box_was_frozen('budget_id');
CREATE TRIGGER vote_stays_frozen BEFORE INSERT OR UPDATE OR DELETE ON vote
	FOR EACH ROW EXECUTE FUNCTION stays_as_its_box_was_frozen('id');
CREATE TRIGGER vote_option_stays_frozen BEFORE INSERT OR UPDATE OR DELETE ON vote_option
	FOR EACH ROW EXECUTE FUNCTION stays_as_its_box_was_frozen('vote_id');

-- Whoever has voted stays somebody who has voted.
CREATE FUNCTION ballot_voter_votes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.has_voted AND NOT NEW.has_voted THEN RAISE EXCEPTION 'a ballot was cast'; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER ballot_voter_votes_once BEFORE UPDATE ON ballot_voter FOR EACH ROW EXECUTE FUNCTION ballot_voter_votes_once();

-- Cast ballots only grow. The one exception is the shuffled rewrite below, which runs with the rights of the tables' owner.
CREATE FUNCTION cast_ballot_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('gemeinwerk.shuffled_box', true) = OLD.box_id::text
		AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
	THEN RETURN OLD; END IF;
	RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER cast_ballot_only_grows BEFORE UPDATE OR DELETE ON cast_ballot FOR EACH ROW EXECUTE FUNCTION cast_ballot_only_grows();
CREATE TRIGGER cast_ballot_is_not_emptied BEFORE TRUNCATE ON cast_ballot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Writes the ballots of a closed box anew in random order, with new ids and in one transaction: afterwards the order of rows,
-- ids and xmin tell nothing about when a ballot came. Receipts and choices stay; returns how many there are.
CREATE FUNCTION shuffle_ballots(box uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	kept jsonb;
	before text;
	written integer;
BEGIN
	IF NOT EXISTS (SELECT 1 FROM ballot_counting WHERE box_id = box AND finished_at IS NULL) THEN
		RAISE EXCEPTION 'ballot box % is not being counted', box;
	END IF;
	SELECT COALESCE(jsonb_agg(jsonb_build_object('receipt', receipt, 'choice', choice) ORDER BY gen_random_uuid()), '[]'),
		md5(COALESCE(string_agg(receipt || choice::text, '|' ORDER BY receipt), ''))
		INTO kept, before FROM cast_ballot WHERE box_id = box;
	PERFORM set_config('gemeinwerk.shuffled_box', box::text, true);
	DELETE FROM cast_ballot WHERE box_id = box;
	PERFORM set_config('gemeinwerk.shuffled_box', '', true);
	INSERT INTO cast_ballot (id, box_id, receipt, choice)
		SELECT gen_random_uuid(), box, ballot ->> 'receipt', ballot -> 'choice'
		FROM jsonb_array_elements(kept) WITH ORDINALITY AS ballots(ballot, place) ORDER BY place;
	GET DIAGNOSTICS written = ROW_COUNT;
	IF before IS DISTINCT FROM
		(SELECT md5(COALESCE(string_agg(receipt || choice::text, '|' ORDER BY receipt), '')) FROM cast_ballot WHERE box_id = box)
	THEN RAISE EXCEPTION 'the ballots of box % would have changed', box; END IF;
	RETURN written;
END $$;
ALTER TABLE ballot_box ADD CONSTRAINT ballot_box_kind_known CHECK (kind IN ('budget', 'vote'));
ALTER TABLE ballot_box ADD CONSTRAINT ballot_box_paper_days CHECK (paper_days BETWEEN 0 AND 60);
ALTER TABLE paper_ballot ADD CONSTRAINT paper_ballot_two_people CHECK (first_by_id IS DISTINCT FROM second_by_id OR first_by_id IS NULL);
