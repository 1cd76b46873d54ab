import { type ActWorld, command } from "~/platform/act.server";
import { dayOf, parseDay } from "~/platform/calendar.server";
import { NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { demandReserve } from "../../costs/commands/write-cost-item.server";
import { isLeftBehind, keyAfterExit, simulateExit } from "../../costs/exit";
import type { Distribution } from "../../costs/shares";
import { type DraftRead, readDraft } from "../../drafting/queries/draft.server";
import type { TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { leftBehind } from "../exit-draft";
import { exitsUntil } from "../queries/exit-amendment.server";
import { beginAmendment } from "./amend.server";

type ExitRefusal =
	| "step-not-now"
	| "amendment-there"
	| "reason-missing"
	| "lead-stays"
	| "exit-too-few"
	| "exit-taker-missing"
	| "exit-reserve"
	| TextRefusal;

/**
 * Begins the amendment that follows an exit: without the party, its years from the exit on shared by those who stay as the
 * simulation showed it, their cover with it. Others who have left until then go in the same act. The years before belong to
 * the version so far and are left out. What only the leaving party did goes to one that is named. It is a draft like any
 * other: presented, frozen and signed by people.
 * @param noticeId the exit, which another party has noted as arrived
 * @param takerId organisation that takes over what only the leaving party did; may be empty when there is nothing
 * @returns code of the draft; refused besides `beginAmendment` with "lead-stays" (the lead cannot leave what it leads),
 * "exit-too-few" (one party alone agrees with nobody), "exit-taker-missing", "exit-reserve" (later years take out of the
 * reserve what was paid in before)
 * @throws NotFound when there is no such exit that counts
 */
export const beginExitAmendment = command(
	"agreements.begin-exit-amendment",
	async (
		world,
		input: { code: string; noticeId: string; takerId: string; reason: string },
	): Promise<Outcome<{ id: string; code: string }, ExitRefusal>> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		const exits = await exitsUntil(world.db, agreement.id, input.noticeId);
		if (exits.organisationIds.includes(agreement.ownerId)) return refused("lead-stays");
		if (agreement.partyIds.length - exits.organisationIds.length < 2) return refused("exit-too-few");
		const begun = await beginAmendment(world, { code: input.code, kind: "change", reason: input.reason });
		if (!begun.done) return begun;
		const today = dayOf(world.now).toString();
		const { from } = exits;
		for (const organisationId of exits.organisationIds) {
			const draft = await readDraft(world.db, begun.value.id, today);
			const leaving = draft.parties.find(({ organisation }) => organisation.id === organisationId)?.id;
			if (!leaving) throw new NotFound();
			const taker = draft.parties.find(
				({ organisation: { id } }) => id === input.takerId && !exits.organisationIds.includes(id),
			);
			if (!taker && leftBehind(draft, leaving, from).length > 0) {
				return refused("exit-taker-missing", { field: "takerId" });
			}
			const exit = { leaving, from, taker: taker?.id ?? null };
			await shareAnew(world, draft, exit);
			await coverAnew(world, draft, exit);
			await takeOver(world, draft, exit);
		}
		const day = `${from}-01-01`;
		await world.db.agreement.update({
			where: { id: begun.value.id },
			data: { effectiveOn: parseDay(day > today ? day : today) },
		});
		const reserve = await demandReserve(world, begun.value.id);
		return reserve.done ? begun : refused("exit-reserve");
	},
);

type Exit = { leaving: string; from: number; taker: string | null };

function afterExit(item: DraftRead["items"][number], { leaving, from, taker }: Exit): Distribution {
	if (taker === null || !isLeftBehind(item, leaving, from)) return keyAfterExit(item, leaving);
	return { key: "equal", basis: [{ party: taker, value: 1n }], restParty: null, variableKey: null };
}

/** Every item by its key without the party; items that end before are done with. */
async function shareAnew({ db }: ActWorld, draft: DraftRead, exit: Exit): Promise<void> {
	for (const item of draft.items) {
		if (item.years.every(({ year }) => year < exit.from)) {
			await db.agreementCostItem.delete({ where: { id: item.id } });
			continue;
		}
		const { key, basis, restParty, variableKey } = afterExit(item, exit);
		await db.agreementCostItem.update({
			where: { id: item.id },
			data: { shareKey: key, restPartyId: restParty, variableKey: variableKey ?? null, revision: { increment: 1 } },
		});
		await db.agreementCostYear.deleteMany({ where: { itemId: item.id, year: { lt: exit.from } } });
		const stay = basis.map(({ party }) => party);
		await db.agreementCostBasis.deleteMany({ where: { itemId: item.id, partyId: { notIn: stay } } });
		for (const { party, value } of basis) {
			await db.agreementCostBasis.upsert({
				where: { itemId_partyId: { itemId: item.id, partyId: party } },
				create: { itemId: item.id, partyId: party, value },
				update: { value },
			});
		}
	}
}

/**
 * Where a line names the leaving party as who pays, what the others bear more takes its place, under reservation of their
 * budgets: nobody has decided about it yet.
 */
async function coverAnew({ db, now }: ActWorld, draft: DraftRead, exit: Exit): Promise<void> {
	await db.agreementCover.deleteMany({ where: { agreementId: draft.id, year: { lt: exit.from } } });
	const nameOf = new Map(draft.parties.map(({ id, organisation }) => [id, organisation.name]));
	const gone = draft.cover.filter(
		({ year, label, kind }) =>
			year >= exit.from && label === nameOf.get(exit.leaving) && (kind === "own" || kind === "partner"),
	);
	await db.agreementCover.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
	const years = new Set(gone.map(({ year }) => year));
	const order = draft.parties.map(({ id }) => id);
	const { parties, gaps } = simulateExit(draft.items, order, exit);
	const lines = parties.flatMap(({ party, years: amounts }) =>
		amounts.flatMap(({ year, before, after }) => {
			// What nobody bears by the keys is what the taker takes over.
			const gap = party === exit.taker ? (gaps.find((one) => one.year === year)?.cents ?? 0n) : 0n;
			const more = after - before + gap;
			return party !== exit.leaving && years.has(year) && more > 0n ? [{ year, party, cents: more }] : [];
		}),
	);
	await db.agreementCover.createMany({
		data: lines.map(({ year, party, cents }) => ({
			id: newId(now),
			agreementId: draft.id,
			year,
			cents,
			standing: "reserved",
			label: nameOf.get(party) ?? "",
		})),
	});
}

/** What the leaving party did goes to the taker; its promises, contacts and signatories go with it. */
async function takeOver({ db }: ActWorld, draft: DraftRead, { leaving, taker }: Exit): Promise<void> {
	const duties = await db.agreementDuty.findMany({
		where: { agreementId: draft.id },
		orderBy: { id: "asc" },
		select: { id: true, responsibleId: true, helperIds: true },
	});
	for (const { id, responsibleId, helperIds } of duties) {
		const responsible = responsibleId === leaving && taker ? taker : responsibleId;
		const helpers = helperIds.filter((helper) => helper !== leaving && helper !== responsible);
		await db.agreementDuty.update({ where: { id }, data: { responsibleId: responsible, helperIds: helpers } });
	}
	const theirs = { partyId: leaving, agreementId: draft.id };
	if (taker) {
		await db.agreementInformationDuty.updateMany({ where: theirs, data: { partyId: taker } });
		await db.agreementFundingCondition.updateMany({ where: theirs, data: { partyId: taker } });
	}
	await db.agreementCommitment.deleteMany({ where: theirs });
	await db.agreementContact.deleteMany({ where: theirs });
	await db.agreementParty.delete({ where: { id: leaving } });
}
