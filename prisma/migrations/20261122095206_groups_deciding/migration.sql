-- CreateTable
CREATE TABLE "group_ballot" (
    "recommendation_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "with_bench" BOOLEAN NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "replaces_id" UUID,

    CONSTRAINT "group_ballot_pkey" PRIMARY KEY ("recommendation_id")
);

-- CreateTable
CREATE TABLE "group_vote" (
    "recommendation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "choice" JSONB NOT NULL,
    "reason" TEXT,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "acting_id" UUID,
    "recorded_by_id" UUID,
    "witness_id" UUID,

    CONSTRAINT "group_vote_pkey" PRIMARY KEY ("recommendation_id","membership_id")
);

-- CreateTable
CREATE TABLE "group_secret_voter" (
    "recommendation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "has_voted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "group_secret_voter_pkey" PRIMARY KEY ("recommendation_id","membership_id")
);

-- CreateTable
CREATE TABLE "group_secret_ballot" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "bench_kind" TEXT,
    "choice" JSONB NOT NULL,

    CONSTRAINT "group_secret_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_statement" (
    "recommendation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_statement_pkey" PRIMARY KEY ("recommendation_id","membership_id","kind")
);

-- CreateTable
CREATE TABLE "group_objection_treatment" (
    "recommendation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "treated_at" TIMESTAMPTZ(3) NOT NULL,
    "treated_by_id" UUID,

    CONSTRAINT "group_objection_treatment_pkey" PRIMARY KEY ("recommendation_id","membership_id")
);

-- CreateTable
CREATE TABLE "group_certification_refusal" (
    "recommendation_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    "refused_by_id" UUID,

    CONSTRAINT "group_certification_refusal_pkey" PRIMARY KEY ("recommendation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_ballot_replaces_id_key" ON "group_ballot"("replaces_id");

-- CreateIndex
CREATE INDEX "group_ballot_closes_at_idx" ON "group_ballot"("closes_at");

-- CreateIndex
CREATE INDEX "group_ballot_remind_at_idx" ON "group_ballot"("remind_at");

-- CreateIndex
CREATE INDEX "group_vote_acting_id_idx" ON "group_vote"("acting_id");

-- CreateIndex
CREATE INDEX "group_vote_witness_id_idx" ON "group_vote"("witness_id");

-- CreateIndex
CREATE INDEX "group_secret_ballot_recommendation_id_idx" ON "group_secret_ballot"("recommendation_id");

-- AddForeignKey
ALTER TABLE "group_ballot" ADD CONSTRAINT "group_ballot_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_vote" ADD CONSTRAINT "group_vote_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_vote" ADD CONSTRAINT "group_vote_recommendation_id_membership_id_fkey" FOREIGN KEY ("recommendation_id", "membership_id") REFERENCES "electorate_entry"("recommendation_id", "membership_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_vote" ADD CONSTRAINT "group_vote_acting_id_fkey" FOREIGN KEY ("acting_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_vote" ADD CONSTRAINT "group_vote_witness_id_fkey" FOREIGN KEY ("witness_id") REFERENCES "group_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_secret_voter" ADD CONSTRAINT "group_secret_voter_recommendation_id_membership_id_fkey" FOREIGN KEY ("recommendation_id", "membership_id") REFERENCES "electorate_entry"("recommendation_id", "membership_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_secret_ballot" ADD CONSTRAINT "group_secret_ballot_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_statement" ADD CONSTRAINT "group_statement_recommendation_id_membership_id_fkey" FOREIGN KEY ("recommendation_id", "membership_id") REFERENCES "electorate_entry"("recommendation_id", "membership_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_objection_treatment" ADD CONSTRAINT "group_objection_treatment_recommendation_id_membership_id_fkey" FOREIGN KEY ("recommendation_id", "membership_id") REFERENCES "group_vote"("recommendation_id", "membership_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_certification_refusal" ADD CONSTRAINT "group_certification_refusal_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. Appended by hand.
ALTER TABLE group_ballot
	ADD CONSTRAINT group_ballot_mode CHECK (mode IN ('hands', 'named', 'secret')),
	ADD CONSTRAINT group_ballot_options CHECK (jsonb_typeof(options) = 'array'),
	ADD CONSTRAINT group_ballot_reminder_before_end CHECK (remind_at IS NULL OR (closes_at IS NOT NULL AND remind_at < closes_at)),
	ADD CONSTRAINT group_ballot_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES recommendation (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE group_vote
	ADD CONSTRAINT group_vote_witnessed CHECK ((recorded_by_id IS NULL) = (witness_id IS NULL)),
	ADD CONSTRAINT group_vote_witness_is_another CHECK (witness_id IS DISTINCT FROM membership_id OR witness_id IS NULL),
	ADD CONSTRAINT group_vote_one_way CHECK (acting_id IS NULL OR recorded_by_id IS NULL),
	ADD CONSTRAINT group_vote_reason_length CHECK (length(reason) BETWEEN 1 AND 2000);
ALTER TABLE group_statement
	ADD CONSTRAINT group_statement_kind CHECK (kind IN ('reservation', 'minority')),
	ADD CONSTRAINT group_statement_length CHECK (length(text) BETWEEN 1 AND 5000);
ALTER TABLE group_objection_treatment
	ADD CONSTRAINT group_objection_outcome CHECK (outcome IN ('integrated', 'stands')),
	ADD CONSTRAINT group_objection_note_length CHECK (length(note) BETWEEN 1 AND 2000);
ALTER TABLE group_certification_refusal
	ADD CONSTRAINT group_certification_refusal_reason_length CHECK (length(reason) BETWEEN 1 AND 2000);

-- How a vote is taken stays as it was opened; only that reminders went out is written, once.
CREATE FUNCTION keep_group_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'how a vote was taken is kept'; END IF;
	IF to_jsonb(NEW) - 'reminded_at' IS DISTINCT FROM to_jsonb(OLD) - 'reminded_at' OR OLD.reminded_at IS NOT NULL THEN
		RAISE EXCEPTION 'how a vote is taken is frozen when it is opened';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_ballot_kept BEFORE UPDATE OR DELETE ON group_ballot FOR EACH ROW EXECUTE FUNCTION keep_group_ballot();

-- Votes come in while the vote is open, in its own mode, and from seats that are entitled.
CREATE FUNCTION group_vote_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	vote uuid := COALESCE(NEW.recommendation_id, OLD.recommendation_id);
BEGIN
	IF NOT EXISTS (SELECT FROM recommendation r JOIN group_ballot b ON b.recommendation_id = r.id
		WHERE r.id = vote AND r.votes_recorded_at IS NULL AND r.cancelled_at IS NULL AND b.mode = TG_ARGV[0]) THEN
		RAISE EXCEPTION 'vote % takes no votes of this kind', vote;
	END IF;
	IF TG_TABLE_NAME = 'group_vote' AND TG_OP <> 'DELETE' AND NOT EXISTS (SELECT FROM electorate_entry
		WHERE recommendation_id = vote AND membership_id = (to_jsonb(NEW) ->> 'membership_id')::uuid AND NOT biased) THEN
		RAISE EXCEPTION 'this seat is not entitled in vote %', vote;
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER group_vote_is_open BEFORE INSERT OR UPDATE OR DELETE ON group_vote
	FOR EACH ROW EXECUTE FUNCTION group_vote_is_open('named');
CREATE TRIGGER group_secret_ballot_is_open BEFORE INSERT ON group_secret_ballot
	FOR EACH ROW EXECUTE FUNCTION group_vote_is_open('secret');
CREATE TRIGGER group_secret_voter_is_open BEFORE INSERT OR UPDATE ON group_secret_voter
	FOR EACH ROW EXECUTE FUNCTION group_vote_is_open('secret');

-- Whoever has voted stays somebody who has voted; the list goes only where the shuffle below writes it anew.
CREATE FUNCTION group_secret_voter_votes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF current_setting('gemeinwerk.shuffled_vote', true) = OLD.recommendation_id::text
			AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
		THEN RETURN OLD; END IF;
		RAISE EXCEPTION 'the voting list is kept' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF (NEW.recommendation_id, NEW.membership_id) IS DISTINCT FROM (OLD.recommendation_id, OLD.membership_id)
		OR (OLD.has_voted AND NOT NEW.has_voted)
	THEN RAISE EXCEPTION 'a ballot was cast'; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_secret_voter_votes_once BEFORE UPDATE OR DELETE ON group_secret_voter
	FOR EACH ROW EXECUTE FUNCTION group_secret_voter_votes_once();

-- Cast ballots only grow. The exceptions are the two functions below, which run with the rights of the tables' owner.
CREATE FUNCTION group_secret_ballot_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('gemeinwerk.shuffled_vote', true) = OLD.recommendation_id::text
		AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
	THEN RETURN OLD; END IF;
	RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER group_secret_ballot_only_grows BEFORE UPDATE OR DELETE ON group_secret_ballot
	FOR EACH ROW EXECUTE FUNCTION group_secret_ballot_only_grows();
CREATE TRIGGER group_secret_ballot_is_not_emptied BEFORE TRUNCATE ON group_secret_ballot
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At the closing of a secret ballot: writes ballots (with new ids) and voting list anew, each in random order and in this one
-- transaction. Afterwards ids, order of rows and xmin tell nothing about who cast which ballot, or when. Returns how many.
CREATE FUNCTION shuffle_group_ballots(vote uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	ballots jsonb;
	voters jsonb;
	before text;
	written integer;
BEGIN
	IF NOT EXISTS (SELECT FROM recommendation r JOIN group_ballot b ON b.recommendation_id = r.id
		WHERE r.id = vote AND r.votes_recorded_at IS NULL AND r.cancelled_at IS NULL AND b.mode = 'secret') THEN
		RAISE EXCEPTION 'vote % is no open secret ballot', vote;
	END IF;
	SELECT COALESCE(jsonb_agg(jsonb_build_object('bench', bench_kind, 'choice', choice) ORDER BY gen_random_uuid()), '[]'),
		md5(COALESCE(string_agg(COALESCE(bench_kind, '') || choice::text, '|' ORDER BY bench_kind, choice::text), ''))
		INTO ballots, before FROM group_secret_ballot WHERE recommendation_id = vote;
	SELECT COALESCE(jsonb_agg(jsonb_build_object('seat', membership_id, 'voted', has_voted) ORDER BY gen_random_uuid()), '[]')
		INTO voters FROM group_secret_voter WHERE recommendation_id = vote;
	IF jsonb_array_length(ballots) <> (SELECT count(*) FROM group_secret_voter WHERE recommendation_id = vote AND has_voted) THEN
		RAISE EXCEPTION 'vote % has not as many ballots as voters', vote;
	END IF;
	PERFORM set_config('gemeinwerk.shuffled_vote', vote::text, true);
	DELETE FROM group_secret_ballot WHERE recommendation_id = vote;
	DELETE FROM group_secret_voter WHERE recommendation_id = vote;
	PERFORM set_config('gemeinwerk.shuffled_vote', '', true);
	INSERT INTO group_secret_ballot (id, recommendation_id, bench_kind, choice)
		SELECT gen_random_uuid(), vote, ballot ->> 'bench', ballot -> 'choice'
		FROM jsonb_array_elements(ballots) WITH ORDINALITY AS all_of(ballot, place) ORDER BY place;
	GET DIAGNOSTICS written = ROW_COUNT;
	INSERT INTO group_secret_voter (recommendation_id, membership_id, has_voted)
		SELECT vote, (voter ->> 'seat')::uuid, (voter ->> 'voted')::boolean
		FROM jsonb_array_elements(voters) WITH ORDINALITY AS all_of(voter, place) ORDER BY place;
	IF before IS DISTINCT FROM (SELECT md5(COALESCE(string_agg(COALESCE(bench_kind, '') || choice::text, '|'
			ORDER BY bench_kind, choice::text), '')) FROM group_secret_ballot WHERE recommendation_id = vote)
	THEN RAISE EXCEPTION 'the ballots of vote % would have changed', vote; END IF;
	RETURN written;
END $$;

-- When a secret ballot is cancelled its ballots count no more and could still be read: they go.
CREATE FUNCTION discard_group_ballots(vote uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	gone integer;
BEGIN
	IF NOT EXISTS (SELECT FROM recommendation WHERE id = vote AND cancelled_at IS NOT NULL) THEN
		RAISE EXCEPTION 'vote % is not cancelled', vote;
	END IF;
	PERFORM set_config('gemeinwerk.shuffled_vote', vote::text, true);
	DELETE FROM group_secret_ballot WHERE recommendation_id = vote;
	GET DIAGNOSTICS gone = ROW_COUNT;
	PERFORM set_config('gemeinwerk.shuffled_vote', '', true);
	RETURN gone;
END $$;

-- Statements can be written until the result is published, treatments while it is counted and not yet certified.
CREATE FUNCTION keep_group_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM recommendation WHERE id = COALESCE(NEW.recommendation_id, OLD.recommendation_id)
		AND (published_at IS NOT NULL OR cancelled_at IS NOT NULL)) THEN
		RAISE EXCEPTION 'what stands beside a published result is never changed';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER group_statement_kept BEFORE INSERT OR UPDATE OR DELETE ON group_statement
	FOR EACH ROW EXECUTE FUNCTION keep_group_statement();
CREATE FUNCTION keep_group_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR EXISTS (SELECT FROM recommendation WHERE id = NEW.recommendation_id
		AND (certified_at IS NOT NULL OR cancelled_at IS NOT NULL)) THEN
		RAISE EXCEPTION 'how an objection was dealt with is kept';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_objection_treatment_kept BEFORE INSERT OR UPDATE OR DELETE ON group_objection_treatment
	FOR EACH ROW EXECUTE FUNCTION keep_group_objection();

-- What the chair refused to certify is never certified afterwards; a new vote is.
CREATE FUNCTION certified_or_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.certified_at IS NULL AND NEW.certified_at IS NOT NULL
		AND EXISTS (SELECT FROM group_certification_refusal WHERE recommendation_id = NEW.id) THEN
		RAISE EXCEPTION 'the certification of vote % was refused', NEW.id;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER recommendation_certified_or_refused BEFORE UPDATE ON recommendation
	FOR EACH ROW EXECUTE FUNCTION certified_or_refused();
CREATE FUNCTION refuse_only_what_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM recommendation WHERE id = NEW.recommendation_id
		AND votes_recorded_at IS NOT NULL AND certified_at IS NULL AND cancelled_at IS NULL) THEN
		RAISE EXCEPTION 'vote % waits for no certification', NEW.recommendation_id;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_certification_refusal_of_counted BEFORE INSERT ON group_certification_refusal
	FOR EACH ROW EXECUTE FUNCTION refuse_only_what_is_counted();
