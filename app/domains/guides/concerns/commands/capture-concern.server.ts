import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { ConcernKind, ConcernOrigin } from "~/platform/database/generated/enums";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import { dayText } from "../../days.server";
import { lockedWorkDay } from "../../office-days/queries/find-day.server";
import { planOwner } from "../../plans/queries/plans.server";
import { route } from "../../plans/queries/route.server";
import { presentMunicipality, presentTopic } from "../../plans/queries/successors.server";
import { actingAs, mayRaise } from "../../policy.server";
import { limits, promisedDays } from "../concern";
import { receiptLetter } from "../letters.server";
import { assign } from "./assign.server";

export type Captured = {
	/** The secret of the status page, made by the form's page: sending it twice makes one concern. */
	token: string;
	/** The organisation at whose place it is captured, where there is one. */
	ownerId: string | null;
	municipalityId: string | null;
	topicId: string | null;
	kind: ConcernKind;
	text: string;
	origin: ConcernOrigin;
	askerName: string | null;
	askerEmail: string | null;
	mayBePublic: boolean;
	/** Where a guide heard it: code of the series, and the day. */
	officeDay?: { code: string; day: string } | null;
	/** When a guide heard it, if that was before now: at most `noteDays` ago. */
	heardAt?: Date;
};

export type CaptureRefusal =
	| "text-too-short"
	| "text-too-long"
	| "name-too-long"
	| "email-wrong"
	| "municipality-needed"
	| "no-plan"
	| "topic-unknown"
	| "heard-wrong"
	| "sent-before";

/**
 * Takes a concern in, from anybody by the form or from a guide who heard it, and gives it to the post that the plan names,
 * with the explanation. With place and topic known it is assigned at once; otherwise that post clarifies first.
 * @returns its id, code and post; refused with the codes of `CaptureRefusal`
 * @throws Forbidden or SignInNeeded when somebody captures for an organisation whose concerns they do not handle
 */
export const captureConcern = command(
	"guides.capture-concern",
	async (
		world,
		input: Captured,
	): Promise<Outcome<{ id: string; code: string; postId: string | null }, CaptureRefusal>> => {
		const { db, actor, now } = world;
		const checked = checkedWords(input);
		if (!checked.done) return checked;
		const { kind, origin, mayBePublic, token } = input;
		const day = dayText(today(now));
		// A poster or a note on a device may still name what was merged or re-cut.
		const municipalityId = input.municipalityId && (await presentMunicipality(db, input.municipalityId, day));
		const topicId = input.topicId && (await presentTopic(db, input.topicId, day));
		const ownerId = await planOwner(db, municipalityId ?? input.municipalityId ?? input.ownerId, day);
		if (!ownerId) {
			if (input.municipalityId ?? input.ownerId) return refused("no-plan", { field: "municipality" });
			return refused("municipality-needed", { field: "municipality" });
		}
		const raised = origin === "MUNICIPALITY" && municipalityId !== null;
		if (origin !== "FORM")
			demand(mayRaise, actor, { organisationId: ownerId, raisedById: raised ? municipalityId : null });
		if (topicId && (await db.topic.count({ where: { id: topicId, ownerId } })) === 0) {
			return refused("topic-unknown", { field: "topic" });
		}
		const capturedAt = heardBefore(input, now);
		if (!capturedAt) return refused("heard-wrong", { field: "am" });
		const officeDay = input.officeDay ? await lockedWorkDay(world, input.officeDay) : null;
		const routed = await route(db, { ownerId, municipalityId, topicId, day });
		const state = routed && municipalityId && topicId ? "ASSIGNED" : "CAPTURED";
		const [id, code] = [newId(now), newCode()];
		const personId = actor.kind === "person" ? actor.personId : null;
		try {
			await db.concern.create({
				data: {
					id,
					code,
					ownerId,
					kind,
					text: checked.value.text,
					municipalityId,
					topicId,
					origin,
					locale: world.locale,
					askerId: origin === "FORM" || origin === "MUNICIPALITY" ? personId : null,
					askerName: checked.value.askerName,
					askerEmail: checked.value.askerEmail,
					mayBePublic,
					state,
					nextStep: state === "ASSIGNED" ? "REPLY" : "CLARIFY",
					nextOn: daysFrom(today(now), promisedDays.reply),
					officeDayId: officeDay?.stored.id ?? null,
					capturedAt,
					capturedById: origin === "FORM" ? null : personId,
					statusLinks: { create: { hash: hashToken(token), createdAt: now } },
				},
			});
		} catch (error) {
			if (isTaken(error)) return refused("sent-before");
			throw error;
		}
		if (routed) await assign(world, { concernId: id, ...routed });
		if (checked.value.askerEmail) await sendReceipt(world, { id, email: checked.value.askerEmail, token });
		world.record({
			type: "guides.concern.captured",
			subject: { kind: "concern", id },
			...actingAs(actor, ownerId).recorded,
			facts: { kind, origin, state, post: routed?.postId ?? null, cause: routed?.cause ?? null },
		});
		return done({ id, code, postId: routed?.postId ?? null });
	},
);

const minute = 60_000;
/** The clock of a device may be a little ahead. */
const aheadMost = 10 * minute;
/** A note waits on a device for a holiday at most. */
const noteDays = 30;

/** When it was heard; null for a time that cannot be. */
function heardBefore({ heardAt, origin }: Captured, now: Date): Date | null {
	if (!heardAt) return now;
	const ago = now.getTime() - heardAt.getTime();
	if (origin === "FORM" || ago < -aheadMost || ago > noteDays * 24 * 60 * minute) return null;
	return ago < 0 ? now : heardAt;
}

function checkedWords(
	input: Captured,
): Outcome<{ text: string; askerName: string | null; askerEmail: string | null }, CaptureRefusal> {
	const text = input.text.trim();
	const askerName = input.askerName?.trim() || null;
	if (text.length < limits.textLeast) return refused("text-too-short", { field: "text" });
	if (text.length > limits.textMost) return refused("text-too-long", { field: "text" });
	if (askerName && askerName.length > limits.nameMost) return refused("name-too-long", { field: "name" });
	const given = input.askerEmail?.trim();
	const askerEmail = given ? readMailAddress(given) : null;
	if (given && !askerEmail) return refused("email-wrong", { field: "email" });
	return done({ text, askerName, askerEmail });
}

async function sendReceipt(world: ActWorld, { id, email, token }: { id: string; email: string; token: string }) {
	const concern = await world.db.concern.findUniqueOrThrow({
		where: { id },
		include: { owner: { include: { space: true } } },
	});
	const letter = receiptLetter(world.locale, { concern, token });
	await queueMail(world, { key: `concern:${id}:receipt`, to: email, letter });
}
