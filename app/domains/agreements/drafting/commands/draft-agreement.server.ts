import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { mayLead } from "../../policy.server";
import { blocks, templateVersion } from "../blocks";
import { checkText, type TextRefusal } from "../text-check";

/** So long the running costs are to be promised, unless the parties agree otherwise. */
const usualMonths = 36;

/**
 * Begins an agreement from the template of ten blocks; the organisation is its lead party.
 * @param purpose what it is for, e.g. a measure; the trace then shows both
 * @returns its code; refused when the title holds what may not stand in a contract
 */
export const draftAgreement = command(
	"agreements.draft",
	async (
		world,
		input: { ownerId: string; title: string; purpose: { kind: string; id: string } | null },
	): Promise<Outcome<{ id: string; code: string }, TextRefusal>> => {
		const { ownerId, purpose } = input;
		demand(mayLead, world.actor, { ownerId });
		const title = checkText(input.title);
		if (!title.done) return title;
		const id = newId(world.now);
		const code = newCode();
		await world.db.agreement.create({
			data: {
				id,
				code,
				ownerId,
				number: await nextNumber(world, ownerId),
				title: title.value,
				purposeKind: purpose?.kind ?? null,
				purposeId: purpose?.id ?? null,
				nature: "undecided",
				state: "draft",
				templateVersion,
				agreedMonths: usualMonths,
				createdAt: world.now,
				parties: { create: { id: newId(world.now), organisationId: ownerId, position: 1, role: "lead" } },
				blocks: {
					create: blocks.map(({ key, heading, question }, index) => ({ key, heading, question, position: index + 1 })),
				},
			},
		});
		if (purpose) await link(world, { from: purpose, relation: "agreed-in", to: { kind: "agreement", id } });
		world.record({ type: "agreements.agreement.drafted", subject: { kind: "agreement", id }, ownerId });
		return done({ id, code });
	},
);

/** Numbers run per organisation and year without a gap: a draft that is refused gives its number back with the transaction. */
async function nextNumber({ db, now }: ActWorld, ownerId: string): Promise<string> {
	const { year } = dayOf(now);
	const { last } = await db.agreementNumber.upsert({
		where: { ownerId_year: { ownerId, year } },
		create: { ownerId, year, last: 1 },
		update: { last: { increment: 1 } },
	});
	return `PV-${year}-${String(last).padStart(4, "0")}`;
}
