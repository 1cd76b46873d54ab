import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { readMailAddress } from "~/platform/mail/address";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { type EnteredWay, roundFor } from "../planning";
import { mayManagePlanning } from "../policy.server";
import { dayNow, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";
import { storeStatement, type TextRefusal, textProblem, wasSent } from "./take-statement.server";

type EnterInput = {
	processId: string;
	token: string;
	channel: EnteredWay;
	/** The day of the date stamp, YYYY-MM-DD. */
	receivedOn: string;
	/** One of the list, whose statement this is; its name and address count then. */
	authorityId: string | null;
	organisation: string | null;
	name: string;
	email: string;
	address: string;
	text: string;
	files: readonly StoredFile[];
};

type EnterRefusal =
	| TextRefusal
	| "already-sent"
	| "day-unknown"
	| "day-in-future"
	| "before-display"
	| "author-missing"
	| "authority-unknown"
	| "email-unreadable"
	| "weighing-resolved";

/**
 * Types in a statement that came by letter, by e-mail or at the counter, with the day it was received; that day says to which
 * display it belongs and whether it was late. The office has it already, so nothing is forwarded.
 * @returns its number; refused before the first display and after the resolution on the weighing
 */
export const enterStatement = command(
	"participation.enter-planning-statement",
	async (
		world: ActWorld,
		{ processId, token, channel, receivedOn, authorityId, files, ...input }: EnterInput,
	): Promise<Outcome<{ number: number }, EnterRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		if (await wasSent(world, token)) return refused("already-sent");
		if (planning.stage !== "displayed") return refused("weighing-resolved");
		const receivedAt = parseDay(receivedOn);
		if (!receivedAt) return refused("day-unknown", { field: "receivedOn" });
		if (receivedOn > dayNow(world)) return refused("day-in-future", { field: "receivedOn" });
		const round = roundFor(planning, receivedOn);
		if (round === null) return refused("before-display", { field: "receivedOn" });
		const authority = authorityId
			? await world.db.planningAuthority.findFirst({ where: { id: authorityId, processId } })
			: null;
		if (authorityId && !authority) return refused("authority-unknown", { field: "authority" });
		const email = input.email === "" ? null : readMailAddress(input.email);
		if (input.email !== "" && !email) return refused("email-unreadable", { field: "email" });
		const organisation = authority?.name ?? input.organisation;
		if (!organisation && input.name === "") return refused("author-missing", { field: "name" });
		const text = input.text.trim();
		const problem = textProblem(text, files);
		if (problem) return { done: false, refusals: [problem] };
		const { id, number, sha256 } = await storeStatement(world, planning, {
			round,
			token,
			organisation,
			name: input.name || null,
			email: email ?? authority?.email ?? null,
			address: input.address || null,
			text,
			channel,
			authorityId: authority?.id ?? null,
			receivedAt,
			entered: true,
			files,
		});
		record(world, planning, "statement-entered", { statement: id, number, sha256, channel, receivedOn });
		return done({ number });
	},
);
