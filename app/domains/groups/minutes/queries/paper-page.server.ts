import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { isFresh } from "~/platform/step-up";
import type { View } from "~/platform/world.server";
import { dayText } from "../../queries/names.server";
import { signatureRoles } from "../content";
import { mayCheckScan } from "../state";
import { begunMinutes } from "./managed-minutes.server";

/**
 * What the page for signatures on paper needs: which are missing, and the scan that waits for its check.
 * @throws NotFound, Forbidden, SignInNeeded as for those who write the minutes
 */
export async function paperPage(view: View, at: { place: string; group: string; meeting: string }) {
	const { place, group, meeting, minutes } = await begunMinutes(view, at);
	const waiting = await view.db.minutesScan.findFirst({
		where: { version: { minutesId: minutes.id, number: minutes.version ?? 0 }, check: null },
		orderBy: { id: "asc" },
	});
	const { actor, now } = view;
	return {
		place,
		group,
		meeting,
		id: minutes.id,
		version: minutes.version,
		sha256: minutes.sha256,
		today: dayText(today(now)),
		/** Signatures count from now on: the time for objections is over and all are decided. */
		isTime: minutes.state === "closing" && minutes.undecided === 0,
		missing: signatureRoles.filter((role) => !minutes.signed.includes(role) && !waiting?.roles.includes(role)),
		waiting: waiting && {
			id: waiting.id,
			roles: signatureRoles.filter((role) => waiting.roles.includes(role)),
			fileHref: `/datei/${waiting.fileId}`,
			at: waiting.uploadedAt,
			mine: !mayCheckScan(waiting, { personId: personIdOf(actor), now }),
		},
		/** Whether password and factor were shown lately, as checking asks for. */
		shownAgain: actor.kind === "person" && isFresh(actor.steppedUpAt, now),
	};
}
