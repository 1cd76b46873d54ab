import { setTimeout as sleep } from "node:timers/promises";
import { limit } from "~/platform/allowance.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../content";
import { mayRead } from "../policy.server";
import { stateOn, storedStates } from "../state";
import { knownWord } from "../stored-word";
import { findMany } from "./find-agreement.server";

export type Verdict =
	| { result: "unknown" | "limited" | "altered" }
	| {
			result: "genuine" | "waiting" | "ended" | "superseded";
			number: string;
			version: number;
			title: string;
			parties: string[];
			concludedOn: string;
			inForceFrom: string;
			sha256: string;
			/** Whether a file was compared and is the one that is kept. */
			sameFile: boolean;
			href: string | null;
	  };

/** Every answer takes this long, whatever was found (behaviour 87). In milliseconds. */
const answerTime = 250;

/** Spaces, dashes and small letters do not matter. */
export function normalCode(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, "")
		.slice(0, 40);
}

/**
 * Whether a version is genuine, by its code and, if a file is given, by the SHA-256 of its bytes. Only concluded versions are
 * known here: drafts, open, refused and withdrawn ones look like codes that never were. Parties and offices, no people.
 * @param ip for the rate limit only
 */
export async function checkVersion(
	view: View,
	{ typed, fileSha256, ip }: { typed: string; fileSha256: string | null; ip: string },
): Promise<Verdict> {
	const code = normalCode(typed);
	if (!(await limit(`agreements:check:${ip}`, 60, 900))) return { result: "limited" };
	const [verdict] = await Promise.all([judge(view, code, fileSha256), sleep(answerTime)]);
	return verdict;
}

async function judge(view: View, code: string, fileSha256: string | null): Promise<Verdict> {
	const version = await view.db.agreementVersion.findFirst({
		where: { verificationCode: code, round: { state: "completed" } },
		include: { round: true, agreement: { select: { id: true, state: true, inForceFrom: true, endsOn: true } } },
	});
	const { agreement, round } = version ?? {};
	if (!version || !agreement?.inForceFrom || !round?.closedAt) return { result: "unknown" };
	if (fileSha256 !== null && fileSha256 !== version.pdfSha256) return { result: "altered" };
	const newer = await view.db.agreementVersion.count({
		where: { agreementId: agreement.id, number: { gt: version.number }, round: { state: "completed" } },
	});
	const inForceFrom = fromStored(agreement.inForceFrom).toString();
	const endsOn = agreement.endsOn && fromStored(agreement.endsOn).toString();
	const state = stateOn(
		{ state: knownWord(storedStates, agreement.state), inForceFrom, endsOn },
		dayOf(view.now).toString(),
	);
	const content = JSON.parse(version.content) as AgreementContent;
	const [readable] = await findMany(view, [agreement.id]);
	return {
		result: newer > 0 ? "superseded" : state === "ended" ? "ended" : state === "in-force" ? "genuine" : "waiting",
		number: content.number,
		version: version.number,
		title: content.title,
		parties: content.parties.map(({ organisation }) => organisation.name),
		concludedOn: dayOf(round.closedAt).toString(),
		inForceFrom,
		sha256: version.sha256,
		sameFile: fileSha256 !== null,
		href: readable && mayRead(view.actor, readable) ? `/vereinbarungen/${readable.code}` : null,
	};
}
