import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { type StoredDate, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { attach, judgePaper, type PaperFindings, type PaperRefusal } from "../../../files/index.server";
import type { SignatureRole } from "../content";
import { paperCode } from "../paper-code";
import { latestVersion } from "../queries/find-minutes.server";
import { mayCheckScan } from "../state";
import { minutesToWrite } from "./held-minutes.server";

/** The acting person; the house signs and checks nothing. @throws SignInNeeded */
function demandPersonId(world: ActWorld): string {
	const personId = personIdOf(world.actor);
	if (personId === null) throw new SignInNeeded("session");
	return personId;
}

type BringRefused =
	| "not-yet"
	| "objections-open"
	| "roles-missing"
	| "already-signed"
	| "scan-waits"
	| "scan-date"
	| "text-changed";

/**
 * Brings in the scan of minutes that were printed and signed by hand, by one or by both of the two who sign. Counts only
 * after its check.
 * @param sha256 of the version that was printed
 * @param signedOn not before the day on which the version was frozen, not in the future
 * @throws NotFound, Forbidden, SignInNeeded
 */
export const bringInScan = command(
	"groups.bring-in-minutes-scan",
	async (
		world: ActWorld,
		input: { minutesId: string; sha256: string; roles: SignatureRole[]; signedOn: StoredDate; stored: StoredFile },
	): Promise<Outcome<{ scanId: string }, BringRefused>> => {
		const { minutes, state, recorded } = await minutesToWrite(world, input.minutesId);
		const uploadedById = demandPersonId(world);
		const version = await latestVersion(world, input.minutesId);
		if (state !== "closing" || !version) return refused("not-yet");
		if (minutes.objections.some(({ outcome }) => outcome === null)) return refused("objections-open");
		if (version.sha256 !== input.sha256) return refused("text-changed");
		const roles = [...new Set(input.roles)];
		if (roles.length === 0) return refused("roles-missing", { field: "roles" });
		if (version.signatures.some(({ role }) => roles.some((one) => one === role))) {
			return refused("already-signed", { field: "roles" });
		}
		const { signedOn, stored } = input;
		if (signedOn > today(world.now) || signedOn < today(version.createdAt)) {
			return refused("scan-date", { field: "signedOn" });
		}
		const waiting = await world.db.minutesScan.count({ where: { versionId: version.id, check: null } });
		if (waiting > 0) return refused("scan-waits");
		const scanId = newId(world.now);
		const fileId = await attach(world, {
			ownerId: recorded.ownerId,
			subject: { kind: "minutes-scan", id: scanId },
			stored,
		});
		await world.db.minutesScan.create({
			data: { id: scanId, versionId: version.id, roles, fileId, signedOn, uploadedById, uploadedAt: world.now },
		});
		world.record({
			type: "groups.minutes.scan-brought-in",
			...recorded,
			facts: { version: version.number, scan: scanId, roles, sha256: stored.sha256 },
		});
		return done({ scanId });
	},
);

type CheckRefused =
	| "not-yet"
	| "text-changed"
	| "already-checked"
	| "second-person-needed"
	| "already-signed"
	| PaperRefusal;

/**
 * The second pair of eyes: somebody else than who brought the scan in (or the same person 24 hours later, visibly) reads the
 * code off the paper, looks at the signatures and says where the original lies. Accepted, its signatures count for the version
 * they stand under. A rejected scan makes room for another one.
 * @throws NotFound, Forbidden; SignInNeeded, also when password and second factor were not just shown
 */
export const checkScan = command(
	"groups.check-minutes-scan",
	async (
		world: ActWorld,
		input: PaperFindings & { minutesId: string; scanId: string },
	): Promise<Outcome<null, CheckRefused>> => {
		const { minutes, state, recorded } = await minutesToWrite(world, input.minutesId);
		const checkedById = demandPersonId(world);
		const scan = await world.db.minutesScan.findFirst({
			where: { id: input.scanId, version: { minutesId: input.minutesId } },
			include: { check: true },
		});
		if (!scan) throw new NotFound();
		const version = await latestVersion(world, input.minutesId);
		if (scan.check) return refused("already-checked");
		if (state !== "closing" || !version) return refused("not-yet");
		if (version.id !== scan.versionId) return refused("text-changed");
		if (!mayCheckScan(scan, { personId: checkedById, now: world.now })) return refused("second-person-needed");
		demandStepUp(world);
		const { accepted } = input;
		const [originalPlace, reason] = [input.originalPlace.trim(), input.reason.trim()];
		const judged = judgePaper({ ...input, originalPlace, reason }, paperCode(version.sha256), 5);
		if (!judged.done) return judged;
		// somebody may have signed here in the meantime
		const signed = version.signatures.some(({ role }) => scan.roles.includes(role));
		if (accepted && signed) return refused("already-signed");
		await world.db.minutesScanCheck.create({
			data: { scanId: scan.id, checkedById, checkedAt: world.now, accepted, originalPlace, reason },
		});
		const { sha256 } = version;
		for (const role of accepted ? scan.roles : []) {
			const personId = role === "chair" ? minutes.presidedById : minutes.minuteTakerId;
			await world.db.minutesSignature.create({
				data: {
					id: newId(world.now),
					versionId: version.id,
					role,
					personId,
					sha256,
					signedAt: world.now,
					scanId: scan.id,
				},
			});
		}
		world.record({
			type: accepted ? "groups.minutes.scan-accepted" : "groups.minutes.scan-rejected",
			...recorded,
			facts: { version: version.number, scan: scan.id, sha256, alone: scan.uploadedById === checkedById },
		});
		return done(null);
	},
);
