import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { CostClass } from "../../costs/cost-item";
import { mayLead } from "../../policy.server";
import { type ContractInput, contractKey } from "../contract-input";
import { knownContracts } from "../queries/known-contracts.server";

/** So many are taken over from a table at once. */
export const mostImported = 500;

/** The rows of a contract's columns and parties, as both entering and changing write them. */
export async function contractRows(world: ActWorld, ownerId: string, input: ContractInput) {
	const { parties, amounts, lastDay, signedOn, startsOn, ...contract } = input;
	const known = await world.db.organisation.findMany({
		where: { OR: [{ name: { in: parties } }, { shortName: { in: parties } }] },
		orderBy: { id: "asc" },
		select: { id: true, name: true, shortName: true },
		take: 500,
	});
	// A name that two organisations bear names neither.
	const idOf = (name: string) => {
		const found = known.filter((one) => one.name === name || one.shortName === name);
		return found.length === 1 ? (found[0]?.id ?? null) : null;
	};
	const last = lastDay === null ? null : parseDay(lastDay);
	const begin = parseDay(startsOn);
	if (!begin) throw new Error("a contract without its first day");
	return {
		...contract,
		signedOn: signedOn === null ? null : parseDay(signedOn),
		startsOn: begin,
		endsOn: last && daysFrom(last, 1),
		parties: {
			create: parties.map((name, position) => ({
				id: newId(world.now),
				position,
				name,
				organisationId: position === 0 ? ownerId : idOf(name),
				years: { create: amounts.flatMap(({ party, year, cents }) => (party === position ? [{ year, cents }] : [])) },
			})),
		},
	};
}

async function write(world: ActWorld, ownerId: string, costClass: CostClass, input: ContractInput): Promise<string> {
	const id = newId(world.now);
	await world.db.existingContract.create({
		data: {
			id,
			ownerId,
			costClass,
			enteredById: personIdOf(world.actor),
			createdAt: world.now,
			...(await contractRows(world, ownerId, input)),
		},
	});
	world.record({
		type: "agreements.existing-contract.entered",
		subject: { kind: "existing-contract", id },
		ownerId,
		facts: { parties: input.parties.length, years: input.amounts.length },
	});
	return id;
}

/** Whoever enters contracts of one organisation waits for the other, so that none is entered twice at the same moment. */
export async function holdContracts({ db }: ActWorld, ownerId: string): Promise<void> {
	await db.$queryRaw`SELECT 1 FROM organisation WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Enters a contract that was signed on paper elsewhere, so that radar and cash view know of it; with its scan or without.
 * It is never shown as signed here.
 * @returns refused with "contract-there" when the same contract (`contractKey`) has been entered already
 */
export const enterContract = command(
	"agreements.enter-contract",
	async (
		world,
		{
			ownerId,
			costClass,
			input,
			stored,
		}: { ownerId: string; costClass: CostClass; input: ContractInput; stored: StoredFile | null },
	): Promise<Outcome<{ id: string }, "contract-there">> => {
		demand(mayLead, world.actor, { ownerId });
		await holdContracts(world, ownerId);
		const known = await knownContracts(world.db, ownerId, [input]);
		if (known.has(contractKey(input))) return refused("contract-there", { field: "title" });
		const id = await write(world, ownerId, costClass, input);
		if (stored) await attach(world, { ownerId, subject: { kind: "existing-contract", id }, stored });
		return done({ id });
	},
);

/**
 * Takes over the contracts of a table, all or none. Those that have been entered already are left as they are, so a button
 * pressed twice, or the same file a second time, enters nothing twice.
 * @returns how many are new; refused with "import-size" for none or too many, "contracts-known" when none is new
 */
export const importContracts = command(
	"agreements.import-contracts",
	async (
		world,
		{ ownerId, costClass, inputs }: { ownerId: string; costClass: CostClass; inputs: readonly ContractInput[] },
	): Promise<Outcome<{ count: number }, "import-size" | "contracts-known">> => {
		demand(mayLead, world.actor, { ownerId });
		if (inputs.length === 0 || inputs.length > mostImported) {
			return refused("import-size", { values: { most: mostImported } });
		}
		await holdContracts(world, ownerId);
		const known = await knownContracts(world.db, ownerId, inputs);
		const byKey = new Map(inputs.map((input) => [contractKey(input), input]));
		const fresh = [...byKey].filter(([key]) => !known.has(key));
		if (fresh.length === 0) return refused("contracts-known", { field: "table" });
		for (const [, input] of fresh) await write(world, ownerId, costClass, input);
		return done({ count: fresh.length });
	},
);

/** Takes an entry out again: a slip of the keyboard, or a contract whose time of keeping is over. The paper is elsewhere. */
export const removeContract = command(
	"agreements.remove-contract",
	async (world, { ownerId, id }: { ownerId: string; id: string }): Promise<Outcome<null>> => {
		demand(mayLead, world.actor, { ownerId });
		const { count } = await world.db.existingContract.deleteMany({ where: { id, ownerId } });
		if (count === 0) throw new NotFound();
		world.record({
			type: "agreements.existing-contract.removed",
			subject: { kind: "existing-contract", id },
			ownerId,
		});
		return done(null);
	},
);
