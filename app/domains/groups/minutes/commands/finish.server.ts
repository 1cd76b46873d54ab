import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, type Outcome, type Refusal, refused, SignInNeeded } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import type { MinutesContent, SignatureRole } from "../content";
import { missingContent } from "../content";
import { contentHash } from "../hash.server";
import { assembled } from "../queries/assembled.server";
import { latestVersion } from "../queries/find-minutes.server";
import { lockedMinutes, minutesToWrite } from "./held-minutes.server";

type SignRefused = "not-yet" | "text-changed" | "already-signed" | "objections-open";

/**
 * Signs the newest version as the one who presided or who wrote, after the time for objections. Bound to the text by its
 * checksum, which the reader has seen.
 * @throws NotFound; Forbidden for everybody else; SignInNeeded("step-up") when password and second factor were not just shown
 */
export async function sign(
	world: World | ActWorld,
	input: { minutesId: string; sha256: string },
): Promise<Outcome<{ role: SignatureRole }, SignRefused>> {
	try {
		return await signVersion(world, input);
	} catch (error) {
		if (isTaken(error)) return refused("already-signed");
		throw error;
	}
}

const signVersion = command(
	"groups.sign-minutes",
	async (
		world: ActWorld,
		{ minutesId, sha256 }: { minutesId: string; sha256: string },
	): Promise<Outcome<{ role: SignatureRole }, SignRefused>> => {
		const { minutes, state, recorded } = await lockedMinutes(world, minutesId);
		const personId = personIdOf(world.actor);
		if (!personId) throw new SignInNeeded("session");
		const role = roleOf(minutes, personId);
		if (!role) throw new Forbidden();
		demandStepUp(world);
		const version = await latestVersion(world, minutesId);
		if (state !== "closing" || !version) return refused("not-yet");
		if (minutes.objections.some(({ outcome }) => outcome === null)) return refused("objections-open");
		if (version.sha256 !== sha256) return refused("text-changed");
		if (version.signatures.some((one) => one.role === role)) return refused("already-signed");
		const id = newId(world.now);
		await world.db.minutesSignature.create({
			data: { id, versionId: version.id, role, personId, sha256, signedAt: world.now },
		});
		world.record({
			type: "groups.minutes.signed",
			...recorded,
			facts: { version: version.number, role, sha256, signature: id },
		});
		return done({ role });
	},
);

/** As what somebody signs these minutes, or null. */
export function roleOf(
	minutes: { presidedById: string; minuteTakerId: string },
	personId: string | null,
): SignatureRole | null {
	if (personId === null) return null;
	if (personId === minutes.presidedById) return "chair";
	return personId === minutes.minuteTakerId ? "minute-taker" : null;
}

type FinalRefused =
	| "not-yet"
	| "final"
	| "objections-open"
	| "facts-changed"
	| `missing-${"place" | "participants" | "agenda" | "wording" | "result" | "chair-signature" | "minute-taker-signature"}`;

/**
 * Makes minutes final: after the time for objections, all of them decided, the newest version still what the records say,
 * signed twice, nothing of the minimum content missing. Minutes of a public meeting become everybody's in their public
 * version.
 * @returns refused with every missing piece by name
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const finalise = command(
	"groups.finalise-minutes",
	async (world: ActWorld, { minutesId }: { minutesId: string }): Promise<Outcome<null, FinalRefused>> => {
		const { minutes, state, recorded } = await minutesToWrite(world, minutesId);
		if (state === "final") return refused("final");
		const version = await latestVersion(world, minutesId);
		if (state !== "closing" || !version) return refused("not-yet");
		if (minutes.objections.some(({ outcome }) => outcome === null)) return refused("objections-open");
		const { content } = await assembled(world, minutes);
		if (contentHash(content) !== version.sha256) return refused("facts-changed");
		const signed = version.signatures.map(({ role }): SignatureRole => (role === "chair" ? "chair" : "minute-taker"));
		const missing = missingContent(storedContent(version.content), signed);
		if (missing.length > 0) {
			const refusals = missing.map(
				(one): Refusal<FinalRefused> => ({
					code: `missing-${one.code}`,
					...("title" in one && { values: { title: one.title } }),
				}),
			);
			return { done: false, refusals };
		}
		await world.db.minutes.update({ where: { id: minutesId }, data: { finalAt: world.now } });
		world.record({
			type: "groups.minutes.finalised",
			...recorded,
			facts: { version: version.number, sha256: version.sha256, public: minutes.meeting.isPublic },
		});
		return done(null);
	},
);

/** A frozen content as it was written; nothing else is ever stored in its column. */
export function storedContent(json: unknown): MinutesContent {
	return json as MinutesContent;
}

/**
 * Corrects final minutes the only way there is: an addendum that stands below them for good.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const addAddendum = command(
	"groups.add-minutes-addendum",
	async (
		world: ActWorld,
		{ minutesId, text, isPublic }: { minutesId: string; text: string; isPublic: boolean },
	): Promise<Outcome<null, "not-final" | "addendum-missing">> => {
		const { state, recorded } = await minutesToWrite(world, minutesId);
		if (state !== "final") return refused("not-final");
		const said = text.trim();
		if (said.length < 10) return refused("addendum-missing", { field: "text" });
		const number = 1 + (await world.db.minutesAddendum.count({ where: { minutesId } }));
		const createdById = personIdOf(world.actor);
		await world.db.minutesAddendum.create({
			data: { id: newId(world.now), minutesId, number, text: said, isPublic, createdAt: world.now, createdById },
		});
		world.record({ type: "groups.minutes.addendum", ...recorded, facts: { number, public: isPublic } });
		return done(null);
	},
);
