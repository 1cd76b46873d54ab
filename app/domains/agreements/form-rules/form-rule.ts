/** From the loosest to the strictest. Electronic form and written form without electronic substitute come with issue 6. */
export const forms = ["text", "written"] as const;
export type RequiredForm = (typeof forms)[number];

export const natures = ["private-law", "public-law", "internal", "undecided"] as const;
export type Nature = (typeof natures)[number];

/** One dated rule of law, as somebody found it. Days as `YYYY-MM-DD`, periods half-open. */
export type FormRule = {
	key: string;
	/** Land by its two digits in the official register; null: everywhere in Germany. */
	state: string | null;
	/** Null: whoever the party is. */
	organisationKinds: readonly string[] | null;
	/** Null: whatever the nature of the agreement. */
	nature: Nature | null;
	requiredForm: RequiredForm;
	officialTitle: boolean;
	norm: string;
	statement: string;
	statementEn: string;
	source: string;
	sourceDate: string;
	validFrom: string;
	validUntil: string | null;
	reviewedBy: string | null;
	reviewedOn: string | null;
};

/** What the legal office said about one party of one agreement. */
export type LegalWord = { form: RequiredForm; officialTitle: boolean; by: string; on: string; reason: string };

export type FormDecision = {
	/** Null: no rule is known and the legal office has not spoken; then nothing can be frozen. */
	form: RequiredForm | null;
	officialTitle: boolean;
	/** All rules that apply, the strictest first. */
	because: FormRule[];
	legalWord: LegalWord | null;
	/** Nobody with authority has looked at what this rests on: "muss die Rechtsstelle bestätigen". */
	toBeConfirmed: boolean;
};

const strictness = (form: RequiredForm) => forms.indexOf(form);

/** Whether a form is looser than another; a word of the legal office may only make it stricter. */
export function isLooser(form: RequiredForm, than: RequiredForm): boolean {
	return strictness(form) < strictness(than);
}

/**
 * In which form a party has to sign, and why: the strictest of the rules that apply to its Land, its kind and the nature of
 * the agreement on that day, and of what the legal office said.
 * @param day `YYYY-MM-DD`, the day of signing as far as it is known
 */
export function decideForm({
	rules,
	party,
	nature,
	day,
	legalWord,
}: {
	rules: readonly FormRule[];
	party: { state: string | null; kind: string };
	nature: Nature;
	day: string;
	legalWord: LegalWord | null;
}): FormDecision {
	const because = rules
		.filter(
			(rule) =>
				(rule.state === null || rule.state === party.state) &&
				(rule.organisationKinds === null || rule.organisationKinds.includes(party.kind)) &&
				(rule.nature === null || rule.nature === nature) &&
				rule.validFrom <= day &&
				(rule.validUntil === null || day < rule.validUntil),
		)
		.toSorted((a, b) => strictness(b.requiredForm) - strictness(a.requiredForm) || a.key.localeCompare(b.key));
	const required = [...because.map(({ requiredForm }) => requiredForm), ...(legalWord ? [legalWord.form] : [])];
	const form = required.reduce<RequiredForm | null>(
		(strictest, next) => (strictest === null || isLooser(strictest, next) ? next : strictest),
		null,
	);
	return {
		form,
		officialTitle: because.some(({ officialTitle }) => officialTitle) || (legalWord?.officialTitle ?? false),
		because,
		legalWord,
		toBeConfirmed:
			legalWord === null && (because.length === 0 || because.some(({ reviewedBy }) => reviewedBy === null)),
	};
}
