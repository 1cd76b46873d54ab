import { command } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { holdAgreement } from "../../queries/find-agreement.server";
import { signerOf, turnIn } from "../completeness";
import { isOver } from "./may-sign.server";
import { openRound } from "./open-round.server";

/** So often at most, and so many days after the last message; the last days before the deadline go faster. */
const most = 5;
const pause = 7;
const pauseAtTheEnd = 2;

const dayLength = 24 * 60 * 60_000;

/**
 * Reminds those who have not signed yet: every week, every other day in the last week before the deadline, at most five
 * times, never at a weekend (behaviour 74). It stops with the signature, the refusal or the deadline, because then there is
 * no open slot any more. For a sweep. @returns how many
 */
export async function remindSignatories(world: World): Promise<number> {
	if (dayOf(world.now).dayOfWeek > 5) return 0;
	const rounds = await world.db.agreementRound.findMany({
		where: { state: "open", openedAt: { lte: new Date(world.now.getTime() - pauseAtTheEnd * dayLength) } },
		orderBy: { openedAt: "asc" },
		take: 500,
		select: { version: { select: { agreement: { select: { code: true } } } } },
	});
	let reminded = 0;
	for (const { version } of rounds) {
		const outcome = await remind(world, version.agreement);
		if (outcome.done) reminded += outcome.value.reminded;
	}
	return reminded;
}

const remind = command(
	"agreements.remind",
	async (world, { code }: { code: string }): Promise<Outcome<{ reminded: number }, "nobody-waits">> => {
		if (world.actor.kind !== "house") throw new Forbidden();
		const agreement = await holdAgreement(world, code);
		const version = await openRound(world, agreement);
		if (!version || isOver(version, world.now)) return refused("nobody-waits");
		const round = await world.db.agreementRound.findUniqueOrThrow({ where: { versionId: version.id } });
		const before = await world.db.agreementSlotReminder.groupBy({
			by: ["slotId"],
			where: { slot: { versionId: version.id } },
			_count: true,
			_max: { at: true },
		});
		const left = round.deadline
			? (round.deadline.getTime() - world.now.getTime()) / dayLength
			: Number.POSITIVE_INFINITY;
		const needed = (left <= pause ? pauseAtTheEnd : pause) * dayLength;
		const turn = turnIn(version.slots, version.signed);
		const due = version.slots.filter((slot) => {
			const past = before.find(({ slotId }) => slotId === slot.id);
			const last = past?._max.at ?? round.openedAt;
			return (
				signerOf(slot) === null &&
				!slot.waits &&
				!version.signed.has(slot.organisationId) &&
				(!version.sequential || slot.position === turn) &&
				(past?._count ?? 0) < most &&
				world.now.getTime() - last.getTime() >= needed
			);
		});
		if (due.length === 0) return refused("nobody-waits");
		await world.db.agreementSlotReminder.createMany({
			data: due.map(({ id }) => ({
				slotId: id,
				number: (before.find(({ slotId }) => slotId === id)?._count ?? 0) + 1,
				at: world.now,
			})),
		});
		world.record({
			type: "agreements.version.reminded",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { version: version.id, slots: due.map(({ id }) => id) },
		});
		return done({ reminded: due.length });
	},
);
