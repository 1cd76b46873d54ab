import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { plainText } from "~/platform/rich-text/render.server";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { hashToken } from "~/platform/tokens.server";
import { link } from "../../../trace/index.server";
import { enterOnBehalf } from "../../contributions/commands/enter-on-behalf.server";
import { stateOf as stateOfProcess } from "../../processes/index";
import { cardTitle, eventLimits, stateOf } from "../event";
import { lockedManagedEvent } from "../queries/find-event.server";

type SpotRefusal = "not-begun";

/** Whether an event has begun at all and was not cancelled. */
function hasBegun(event: Parameters<typeof stateOf>[0], now: Date): boolean {
	const state = stateOf(event, now);
	return state === "now" || state === "over";
}

/**
 * Records who was there: of those registered by tick, and how many came besides. Replaces what was recorded before.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const recordEventAttendance = command(
	"participation.record-event-attendance",
	async (
		world: ActWorld,
		{ id, registrationIds, besides }: { id: string; registrationIds: string[]; besides: number | null },
	): Promise<Outcome<{ attended: number }, SpotRefusal>> => {
		const event = await lockedManagedEvent(world, id);
		if (!hasBegun(event, world.now)) return refused("not-begun");
		const here = { eventId: id, id: { in: registrationIds } };
		await world.db.eventRegistration.updateMany({ where: { eventId: id }, data: { attended: false } });
		await world.db.eventRegistration.updateMany({ where: here, data: { attended: true } });
		const { _sum } = await world.db.eventRegistration.aggregate({ where: here, _sum: { persons: true } });
		const registered = _sum.persons ?? 0;
		await world.db.processEvent.update({
			where: { id },
			data: { attendedRegistered: registered, attendedBesides: besides ?? 0 },
		});
		world.record({
			type: "participation.event.attendance-recorded",
			subject: { kind: "event", id },
			ownerId: event.organisationId,
			facts: { registered, besides: besides ?? 0 },
		});
		return done({ attended: registered + (besides ?? 0) });
	},
);

type CardRefusal = SpotRefusal | "card-missing" | "process-closed" | "category-unknown" | "already-entered";

/**
 * Writes down one card or remark from the event, once, however often its page is sent: it becomes a contribution of the process that came in at the event, also
 * when it is typed in days later, as long as the process is not closed.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const enterCard = command(
	"participation.enter-event-card",
	async (
		world: ActWorld,
		{ id, token, text, category }: { id: string; token: string; text: string; category: string | null },
	): Promise<Outcome<{ code: string; number: number }, CardRefusal>> => {
		const event = await lockedManagedEvent(world, id);
		const tokenHash = hashToken(token);
		if ((await world.db.eventCard.count({ where: { tokenHash } })) > 0) return refused("already-entered");
		if (!hasBegun(event, world.now)) return refused("not-begun");
		const state = stateOfProcess(event.process, world.now);
		if (state === "draft" || state === "archived") return refused("process-closed");
		if (text.trim().length < eventLimits.cardLeast) return refused("card-missing", { field: "text" });
		if (category !== null && !event.process.categories.includes(category)) {
			return refused("category-unknown", { field: "category" });
		}
		const entered = await enterOnBehalf(world, event.process, {
			title: cardTitle(text),
			text: richTextFromMarkdown(text.trim()),
			category,
			channel: "event",
		});
		await world.db.eventCard.create({ data: { contributionId: entered.id, eventId: id, tokenHash } });
		await link(world, {
			from: { kind: "contribution", id: entered.id },
			relation: "part-of",
			to: { kind: "event", id },
		});
		return done({ code: entered.code, number: entered.number });
	},
);

/**
 * Publishes the minutes of an event; a later version replaces the one before.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const publishMinutes = command(
	"participation.publish-event-minutes",
	async (
		world: ActWorld,
		{ id, text }: { id: string; text: RichText },
	): Promise<Outcome<null, SpotRefusal | "text-missing">> => {
		const event = await lockedManagedEvent(world, id);
		if (!hasBegun(event, world.now)) return refused("not-begun");
		if (isEmptyRichText(text)) return refused("text-missing", { field: "text" });
		await world.db.processEvent.update({
			where: { id },
			data: { minutes: { ...text }, minutesText: plainText(text), minutesPublishedAt: world.now },
		});
		world.record({
			type: "participation.event.minutes-published",
			subject: { kind: "event", id },
			ownerId: event.organisationId,
			facts: { again: event.minutesPublishedAt !== null },
		});
		return done(null);
	},
);
