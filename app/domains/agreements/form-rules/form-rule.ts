/**
 * From the loosest to the strictest, measured by the ways that are left: text form and signed text form take a click,
 * written form asks for paper or a qualified signature, electronic form for the latter alone, and `written-only` (where
 * the law excludes electronic form) for paper alone.
 */
export const forms = ["text", "signed-text", "written", "electronic", "written-only"] as const;
export type RequiredForm = (typeof forms)[number];

/** How somebody signs: by confirming here, by hand on paper, or with a qualified electronic signature. */
export type Method = "click" | "paper" | "qualified";

const enough: Readonly<Record<RequiredForm, readonly Method[]>> = {
	text: ["click", "paper", "qualified"],
	"signed-text": ["click", "paper", "qualified"],
	// § 126 (3) BGB, § 3a (2) VwVfG: electronic form may stand for written form.
	written: ["paper", "qualified"],
	electronic: ["qualified"],
	"written-only": ["paper"],
};

/** Whether signing in this way satisfies the form; a confirmation here never stands for written form (behaviour 67). */
export function isEnough(method: Method, form: RequiredForm): boolean {
	return enough[form].includes(method);
}

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
	/** The key of the rule that this one takes the place of, from its first day on. */
	supersedes: string | null;
};

/** What the legal office said about one party of one agreement, and which rules it had before it. */
export type LegalWord = {
	form: RequiredForm;
	officialTitle: boolean;
	by: string;
	on: string;
	reason: string;
	rules: readonly string[];
};

export type FormDecision = {
	/** Null: no rule is known, or two rules leave no way at all, and the legal office has not spoken; nothing can be frozen. */
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

/** The rules that count on a day: dated, and without those that a later row took the place of. */
export function rulesOn(rules: readonly FormRule[], day: string): FormRule[] {
	const replaced = new Set(
		rules.flatMap(({ supersedes, validFrom }) => (supersedes && validFrom <= day ? supersedes : [])),
	);
	return rules.filter(
		({ key, validFrom, validUntil }) =>
			!replaced.has(key) && validFrom <= day && (validUntil === null || day < validUntil),
	);
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
	const because = rulesOn(rules, day)
		.filter(
			(rule) =>
				(rule.state === null || rule.state === party.state) &&
				(rule.organisationKinds === null || rule.organisationKinds.includes(party.kind)) &&
				(rule.nature === null || rule.nature === nature),
		)
		.toSorted((a, b) => strictness(b.requiredForm) - strictness(a.requiredForm) || a.key.localeCompare(b.key));
	const asked = because.map(({ requiredForm }) => requiredForm);
	const required = legalWord ? [...asked, legalWord.form] : asked;
	const strictest = required.reduce<RequiredForm | null>(
		(strictest, next) => (strictest === null || isLooser(strictest, next) ? next : strictest),
		null,
	);
	const noWayLeft = asked.includes("electronic") && asked.includes("written-only") && legalWord === null;
	return {
		form: noWayLeft ? null : strictest,
		officialTitle: because.some(({ officialTitle }) => officialTitle) || (legalWord?.officialTitle ?? false),
		because,
		legalWord,
		toBeConfirmed: legalWord
			? because.some(({ key, reviewedBy }) => reviewedBy === null && !legalWord.rules.includes(key))
			: because.length === 0 || because.some(({ reviewedBy }) => reviewedBy === null),
	};
}
