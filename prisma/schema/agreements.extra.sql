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
