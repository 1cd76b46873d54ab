import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { daysFrom, type StoredDate, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { dayText } from "../../queries/names.server";
import { contentHash } from "../hash.server";
import { assembled } from "../queries/assembled.server";
import { type FoundMinutes, latestVersion } from "../queries/find-minutes.server";
import { objectionDays } from "../state";
import { minutesToWrite } from "./held-minutes.server";

/**
 * Circulates a draft: its text is frozen as the first version, members and those who were there are told after the act, and
 * may object until a day.
 * @param objectionsUntil last day of the period; 7 to 90 days from today
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const circulate = command(
	"groups.circulate-minutes",
	async (
		world: ActWorld,
		{ minutesId, objectionsUntil }: { minutesId: string; objectionsUntil: StoredDate },
	): Promise<Outcome<{ sha256: string }, "already-circulated" | "period-wrong">> => {
		const found = await minutesToWrite(world, minutesId);
		if (found.state !== "draft") return refused("already-circulated");
		const day = today(world.now);
		if (objectionsUntil < daysFrom(day, objectionDays.least) || objectionsUntil > daysFrom(day, objectionDays.most)) {
			const { least, most } = objectionDays;
			return refused("period-wrong", { field: "objectionsUntil", values: { least, most } });
		}
		const sha256 = await freeze(world, found, "");
		await world.db.minutes.update({
			where: { id: minutesId },
			data: { circulatedAt: world.now, objectionsUntil },
		});
		await link(world, {
			from: { kind: "minutes", id: minutesId },
			relation: "part-of",
			to: { kind: "meeting", id: found.minutes.meetingId },
		});
		world.record({
			type: "groups.minutes.circulated",
			...found.recorded,
			facts: { version: 1, sha256, until: dayText(objectionsUntil) },
		});
		return done({ sha256 });
	},
);

/**
 * Freezes the minutes as they stand now as a further version, with the reason; the earlier one stays readable, its
 * signatures do not count for this one. Members are told.
 * @returns refused with "nothing-changed" when text and facts are those of the version before
 */
export const freezeAgain = command(
	"groups.freeze-minutes-again",
	async (
		world: ActWorld,
		{ minutesId, reason }: { minutesId: string; reason: string },
	): Promise<Outcome<{ sha256: string }, "not-circulated" | "final" | "reason-missing" | "nothing-changed">> => {
		const found = await minutesToWrite(world, minutesId);
		if (found.state === "final") return refused("final");
		const before = await latestVersion(world, minutesId);
		if (!before) return refused("not-circulated");
		if (reason.trim().length < 5) return refused("reason-missing", { field: "reason" });
		const { content } = await assembled(world, found.minutes);
		if (contentHash(content) === before.sha256) return refused("nothing-changed");
		const sha256 = await freeze(world, found, reason.trim());
		world.record({
			type: "groups.minutes.frozen-again",
			...found.recorded,
			facts: { version: before.number + 1, sha256 },
		});
		return done({ sha256 });
	},
);

async function freeze(world: ActWorld, { minutes }: FoundMinutes, reason: string): Promise<string> {
	const { content, people } = await assembled(world, minutes);
	const sha256 = contentHash(content);
	const number = 1 + (await world.db.minutesVersion.count({ where: { minutesId: minutes.id } }));
	await world.db.minutesVersion.create({
		data: {
			id: newId(world.now),
			minutesId: minutes.id,
			number,
			content,
			sha256,
			reason,
			createdAt: world.now,
			createdById: personIdOf(world.actor),
			names: { create: [...people].map(([key, named]) => ({ key, ...named })) },
		},
	});
	return sha256;
}
