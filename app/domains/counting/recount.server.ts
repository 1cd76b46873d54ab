// `npm run recount -- FILE.pb --rule greedy|greedy-no-skip|mes [--completion none|add1|add1u] [--stop exhaustive|overshoot]`
// `npm run recount -- ABSTIMMUNG.json` counts a published vote by the rule in the file and prints its winners.
// Prints the selected project ids as JSON, in the order of funding. Needs no database; Node runs this file as it is.
// Without --rule it takes the rule that the file carries. Reasons go to stderr, exit 1.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { UnreadablePabulib } from "./pabulib.ts";
import { completions, type RecountChoice, recount, recountRules, stops } from "./recount-request.ts";
import { isVoteFile, recountVote, UnreadableVote } from "./recount-vote.ts";

const usage =
	"Aufruf: npm run recount -- DATEI.pb --rule greedy|greedy-no-skip|mes [--completion none|add1|add1u] [--stop exhaustive|overshoot]\n        npm run recount -- ABSTIMMUNG.json";

function fail(reason: string): never {
	process.stderr.write(`${reason}\n`);
	process.exit(1);
}

function oneOf<Value extends string>(values: readonly Value[], given: string): Value {
	return values.find((value) => value === given) ?? fail(usage);
}

function readArguments(): { file: string; choice: RecountChoice } {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { rule: { type: "string" }, completion: { type: "string" }, stop: { type: "string" } },
		});
		const [file, ...others] = positionals;
		if (!file || others.length > 0) fail(usage);
		if (values.rule === undefined) {
			if (values.completion !== undefined || values.stop !== undefined) fail(usage);
			return { file, choice: null };
		}
		return {
			file,
			choice: {
				rule: oneOf(recountRules, values.rule),
				completion: oneOf(completions, values.completion ?? "none"),
				stop: oneOf(stops, values.stop ?? "exhaustive"),
			},
		};
	} catch {
		return fail(usage);
	}
}

function textOf(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return fail(`Die Datei ${file} lässt sich nicht lesen.`);
	}
}

const { file, choice } = readArguments();
try {
	const text = textOf(file);
	const isVote = isVoteFile(text);
	if (isVote && choice !== null) fail(usage);
	const winners = isVote ? recountVote(text).count.winners : recount(text, choice).count.funded;
	process.stdout.write(`${JSON.stringify(winners)}\n`);
} catch (error) {
	if (error instanceof UnreadableVote) fail(`Die Datei ist keine veröffentlichte Abstimmung (${error.message}).`);
	if (error instanceof UnreadablePabulib) fail(`Die Datei ist keine lesbare .pb-Datei (${error.message}).`);
	if (error instanceof RangeError) fail(`Die Datei lässt sich nicht auszählen (${error.message}).`);
	throw error;
}
