import { done, type Outcome, type Refusal, refused } from "~/platform/outcome";
import type { BenchRule, Fraction, MajorityRule, Quorum, Threshold } from "../../counting/index";
import { type BenchKind, benchKinds } from "../group";
import { type QuorumChoice, quorumChoices, type ThresholdChoice, thresholdChoices } from "./rule-choice";

/** The rules that a form offers, by the beginning of their fields' names. */
export const rulePrefixes = ["", "rule2-", "rule3-"] as const;
export type RulePrefix = (typeof rulePrefixes)[number];

const comparisons = ["at-least", "more-than"] as const;

/** What another share than the offered ones is a share of, and how it is compared. */
export const thresholdOfs = comparisons.flatMap((comparison) =>
	(["votes-cast", "yes-and-no", "electorate", "present"] as const).map((base) => ({
		value: `${comparison}:${base}`,
		words: base,
		compared: { comparison, base },
	})),
);
/** "present" of those present would always be met, so only votes are asked of them. */
export const quorumOfs = comparisons.flatMap((comparison) =>
	(
		[
			{ words: "seats:present", base: "seats", counts: "present" },
			{ words: "seats:votes-cast", base: "seats", counts: "votes-cast" },
			{ words: "electorate:present", base: "electorate", counts: "present" },
			{ words: "electorate:votes-cast", base: "electorate", counts: "votes-cast" },
			{ words: "present:votes-cast", base: "present", counts: "votes-cast" },
		] as const
	).map(({ words, base, counts }) => ({
		value: `${comparison}:${words}`,
		words,
		compared: { comparison, base, counts },
	})),
);

/** Chosen where none of the offered shares is wanted. */
export const otherShare = "other";

const parts = ["threshold", "thresholdShare", "thresholdOf", "quorum", "quorumShare", "quorumOf"] as const;
type Part = (typeof parts)[number];
type Block = `${RulePrefix}${"" | `${BenchKind}-`}`;
export type RuleField = `${Block}${Part}`;
type RuleTexts = Readonly<Record<RuleField, string>>;

const blocksOf = (prefix: RulePrefix): Block[] => [prefix, ...benchKinds.map((kind): Block => `${prefix}${kind}-`)];

/** The text fields of all rules of a form: of a whole rule, and of each bench in it. */
export const ruleFields: readonly RuleField[] = rulePrefixes
	.flatMap(blocksOf)
	.flatMap((block) => parts.map((part): RuleField => `${block}${part}`));

type Refused = "choice-missing" | "share-wrong" | "share-not-chosen" | "bench-without-seats";

/** "3/4" as an exact share of more than nothing and at most the whole, or null. */
function shareFrom(text: string): Fraction | null {
	const [, top, bottom] = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text) ?? [];
	const share = { numerator: Number(top), denominator: Number(bottom) };
	return share.numerator > 0 && share.numerator <= share.denominator ? share : null;
}

type Asked<Of> = {
	field: RuleField;
	chosen: string;
	share: string;
	of: string;
	ofs: readonly { value: string; compared: Of }[];
};

/** Another share from its two fields; null where none was chosen. */
function otherFrom<Of>({
	field,
	chosen,
	share,
	of,
	ofs,
}: Asked<Of>): Outcome<({ share: Fraction } & Of) | null, Refused> {
	if (chosen !== otherShare) return share === "" ? done(null) : refused("share-not-chosen", { field });
	const exact = shareFrom(share);
	if (!exact) return refused("share-wrong", { field: `${field}Share` });
	const found = ofs.find(({ value }) => value === of);
	if (!found) return refused("choice-missing", { field: `${field}Of` });
	return done({ share: exact, ...found.compared });
}

type Shares = { threshold: Threshold | null; quorum: Quorum | null };

const isThreshold = (name: string): name is ThresholdChoice => name in thresholdChoices;
const isQuorum = (name: string): name is QuorumChoice => name in quorumChoices;

function sharesFrom(texts: RuleTexts, block: Block): Outcome<Shares, Refused> {
	const asked = (part: "threshold" | "quorum") => ({
		field: `${block}${part}` as const,
		chosen: texts[`${block}${part}`],
		share: texts[`${block}${part}Share`],
		of: texts[`${block}${part}Of`],
	});
	const [ofYes, ofPeople] = [asked("threshold"), asked("quorum")];
	const threshold = otherFrom({ ...ofYes, ofs: thresholdOfs });
	const quorum = otherFrom({ ...ofPeople, ofs: quorumOfs });
	if (!threshold.done || !quorum.done) return { done: false, refusals: refusalsOf([threshold, quorum]) };
	return done({
		threshold: threshold.value ?? (isThreshold(ofYes.chosen) ? thresholdChoices[ofYes.chosen] : null),
		quorum: quorum.value ?? (isQuorum(ofPeople.chosen) ? quorumChoices[ofPeople.chosen] : null),
	});
}

function refusalsOf(outcomes: readonly Outcome<unknown, Refused>[]): Refusal<Refused>[] {
	return outcomes.flatMap((outcome) => (outcome.done ? [] : outcome.refusals));
}

/**
 * A rule from what was typed into its fields: the whole group's, and what single benches have to reach by themselves.
 * @param seated the benches that have seats; another one has nothing to reach
 * @returns refused with everything that is wrong
 */
export function ruleFromTexts(
	texts: RuleTexts,
	prefix: RulePrefix,
	{ eachBench, seated }: { eachBench: boolean; seated: readonly BenchKind[] },
): Outcome<MajorityRule, Refused> {
	const whole = wholeFrom(texts, prefix);
	const benches = benchKinds.map((bench) => benchFrom(texts, prefix, bench, seated));
	if (!whole.done) return { done: false, refusals: refusalsOf([whole, ...benches]) };
	const refusals = refusalsOf(benches);
	if (refusals.length > 0) return { done: false, refusals };
	const own = benches.flatMap((bench) => (bench.done && bench.value ? [bench.value] : []));
	return done({
		...whole.value,
		eachBench: eachBench ? thresholdChoices["simple-majority"] : null,
		...(own.length > 0 && { benches: own }),
	});
}

function wholeFrom(texts: RuleTexts, prefix: RulePrefix): Outcome<Pick<MajorityRule, "threshold" | "quorum">, Refused> {
	const shares = sharesFrom(texts, prefix);
	if (!shares.done) return shares;
	const { threshold, quorum } = shares.value;
	if (!threshold) return refused("choice-missing", { field: `${prefix}threshold` });
	if (!quorum && texts[`${prefix}quorum`] !== "none") return refused("choice-missing", { field: `${prefix}quorum` });
	return done({ threshold, quorum });
}

function benchFrom(
	texts: RuleTexts,
	prefix: RulePrefix,
	bench: BenchKind,
	seated: readonly BenchKind[],
): Outcome<BenchRule | null, Refused> {
	const own = sharesFrom(texts, `${prefix}${bench}-`);
	if (!own.done) return own;
	const { threshold, quorum } = own.value;
	if (!threshold && !quorum) return done(null);
	if (seated.includes(bench)) return done({ bench, threshold, quorum });
	return refused("bench-without-seats", { field: `${prefix}${bench}-${threshold ? "threshold" : "quorum"}` });
}

/** What the fields of a rule show that is in force; `noQuorum` is what stands for none. */
function textsOf({ threshold, quorum }: Shares, noQuorum: string): Record<Part, string> {
	const told = (share: Threshold | Quorum) =>
		[
			share.share.numerator,
			share.share.denominator,
			share.comparison,
			share.base,
			"counts" in share && share.counts,
		].join();
	const offered = <Name extends string>(choices: Record<Name, Threshold | Quorum | null>, wanted: Threshold | Quorum) =>
		Object.entries<Threshold | Quorum | null>(choices).find(([, one]) => one && told(one) === told(wanted))?.[0];
	const named = {
		threshold: threshold ? offered(thresholdChoices, threshold) : "",
		quorum: quorum ? offered(quorumChoices, quorum) : noQuorum,
	};
	const exact = (share: Threshold | Quorum | null, name: string | undefined) =>
		share && name === undefined ? `${share.share.numerator}/${share.share.denominator}` : "";
	return {
		threshold: named.threshold ?? otherShare,
		thresholdShare: exact(threshold, named.threshold),
		thresholdOf: threshold && named.threshold === undefined ? `${threshold.comparison}:${threshold.base}` : "",
		quorum: named.quorum ?? otherShare,
		quorumShare: exact(quorum, named.quorum),
		quorumOf: quorum && named.quorum === undefined ? `${quorum.comparison}:${quorum.base}:${quorum.counts}` : "",
	};
}

/** What the fields of a rule show: those of the whole group, or of a bench in it. */
export function textsOfRule(rule: MajorityRule, bench: BenchKind | null): Record<Part, string> {
	if (bench === null) return textsOf(rule, "none");
	return textsOf(rule.benches?.find((own) => own.bench === bench) ?? { threshold: null, quorum: null }, "");
}
