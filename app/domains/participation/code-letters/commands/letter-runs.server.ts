import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { Prisma } from "~/platform/database/generated/client";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newCode, newId } from "~/platform/tokens.server";
import { addBallotCodes, takeBackBallotCodes } from "../../ballots/commands/letter-codes.server";
import type { LetterKind } from "../../letter-codes";
import { addSurveyCodes, takeBackSurveyCodes } from "../../surveys/commands/letter-codes.server";
import { type Address, storedAddresses } from "../address-table";
import { type LetterSubject, letterSubject } from "../queries/letter-subject.server";
import { codeLength } from "../subject";

type SubjectRefusal = "not-by-letter" | "too-late-for-codes";

function subjectRefusal({ byLetter, takesCodes }: LetterSubject): SubjectRefusal | null {
	if (!byLetter) return "not-by-letter";
	return takesCodes ? null : "too-late-for-codes";
}

const wordsOf = ({ kind, id, process }: LetterSubject) => ({
	subject: { kind, id },
	ownerId: process.organisationId,
});

/**
 * Keeps the addresses of a checked table until the letters are made, for a day at most.
 * Refuses where nobody is known by a letter's code, and once voting has begun. @throws NotFound, Forbidden, SignInNeeded
 */
export const keepAddresses = command(
	"participation.keep-letter-addresses",
	async (
		world: ActWorld,
		{ kind, subjectId, addresses }: { kind: LetterKind; subjectId: string; addresses: Address[] },
	): Promise<Outcome<{ id: string }, SubjectRefusal>> => {
		const subject = await letterSubject(world, kind, subjectId);
		const refusal = subjectRefusal(subject);
		if (refusal) return refused(refusal);
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`code-letters:${subjectId}`}, 0))`;
		const last = await world.db.codeLetterRun.aggregate({ where: { kind, subjectId }, _max: { number: true } });
		const id = newId(world.now);
		await world.db.codeLetterRun.create({
			data: {
				id,
				kind,
				subjectId,
				processId: subject.process.id,
				organisationId: subject.process.organisationId,
				number: (last._max.number ?? 0) + 1,
				letters: addresses.length,
				addresses,
				uploadedById: personIdOf(world.actor),
				uploadedAt: world.now,
			},
		});
		world.record({
			type: "participation.code-letters.checked",
			...wordsOf(subject),
			facts: { run: id, letters: addresses.length },
		});
		return done({ id });
	},
);

async function lockedRun(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT 1 FROM code_letter_run WHERE id = ${id}::uuid FOR UPDATE`;
	const run = await world.db.codeLetterRun.findUnique({ where: { id } });
	if (!run) throw new NotFound();
	return { run, subject: await letterSubject(world, kindOf(run.kind), run.subjectId) };
}

function kindOf(stored: string): LetterKind {
	if (stored === "survey" || stored === "budget" || stored === "vote") return stored;
	throw new Error(`No letters are made for ${stored}.`);
}

/** As many different codes, at random. */
export function drawCodes(count: number): string[] {
	const codes = new Set<string>();
	while (codes.size < count) codes.add(newCode(codeLength));
	return [...codes];
}

/**
 * Takes the codes of letters that were just made: their hashes are kept, and the addresses go in the same moment. The hashes
 * are written in their own order, so that not even the order of the rows leads to an address. Refused when somebody
 * else made these letters meanwhile: whoever is refused throws the letters away.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const takeCodes = command(
	"participation.take-letter-codes",
	async (
		world: ActWorld,
		{ id, codes }: { id: string; codes: string[] },
	): Promise<Outcome<{ letters: number }, SubjectRefusal | "letters-made">> => {
		const { run, subject } = await lockedRun(world, id);
		if (run.madeAt || run.addresses === null) return refused("letters-made");
		const refusal = subjectRefusal(subject);
		if (refusal) return refused(refusal);
		const letters = storedAddresses.parse(run.addresses).length;
		const given = { subjectId: subject.id, runId: id, codes };
		const added = await (subject.kind === "survey" ? addSurveyCodes : addBallotCodes)(world, given);
		// a code that another letter has already would be one code for two people
		if (added !== letters || codes.length !== letters) throw new Error("There must be one new code for each letter.");
		await world.db.codeLetterRun.update({
			where: { id },
			data: { addresses: Prisma.DbNull, madeAt: world.now, madeById: personIdOf(world.actor) },
		});
		world.record({ type: "participation.code-letters.made", ...wordsOf(subject), facts: { run: id, letters } });
		return done({ letters });
	},
);

/**
 * Makes the codes of letters invalid that never went out (the file did not arrive, the printer jammed), or throws the
 * addresses away before letters are made. Refused once voting has begun, and when one of the codes was used.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const takeBackLetters = command(
	"participation.take-back-letters",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<null, "too-late-to-take-back" | "codes-used" | "taken-back">> => {
		const { run, subject } = await lockedRun(world, id);
		if (run.takenBackAt) return refused("taken-back");
		if (run.madeAt) {
			if (!subject.takesCodes) return refused("too-late-to-take-back");
			const given = { subjectId: subject.id, runId: id };
			const went = await (subject.kind === "survey" ? takeBackSurveyCodes : takeBackBallotCodes)(world, given);
			if (!went) return refused("codes-used");
		}
		await world.db.codeLetterRun.update({
			where: { id },
			data: { addresses: Prisma.DbNull, takenBackAt: world.now },
		});
		world.record({
			type: "participation.code-letters.taken-back",
			...wordsOf(subject),
			facts: { run: id, codes: run.madeAt ? run.letters : 0 },
		});
		return done(null);
	},
);
