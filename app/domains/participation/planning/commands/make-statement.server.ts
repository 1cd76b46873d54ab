import { type ActWorld, command } from "~/platform/act.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { mayReadProcess } from "../../processes/index.server";
import { receiptLetter } from "../letters.server";
import { mayAnswerNotice, openDisplay } from "../policy.server";
import { notificationBehind } from "../queries/authorities.server";
import { dayNow, type FoundPlanning, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";
import { storeStatement, type TakenStatement, type TextRefusal, textProblem, wasSent } from "./take-statement.server";

export type StatementInput = {
	processId: string;
	/** Made by the form; the same form sent twice is one statement. It becomes the key of the receipt. */
	token: string;
	organisation: string | null;
	name: string;
	email: string;
	address: string;
	text: string;
	files?: readonly StoredFile[];
};

type StatementRefusal = "closed" | "already-sent" | "name-missing" | "email-unreadable" | "reach-missing" | TextRefusal;

/**
 * Takes a statement as it is, with its attachments: nobody looks at it before, nothing of it is published. The office gets
 * it by mail at once (a notice of the event), its author a receipt with a link where an address was given.
 * @returns its number; refuses when no announced display runs or statements go elsewhere
 */
export const makeStatement = command(
	"participation.make-statement",
	async (
		world: ActWorld,
		{ processId, token, organisation, files = [], ...input }: StatementInput,
	): Promise<Outcome<{ number: number }, StatementRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		const { process } = planning;
		if (await wasSent(world, token)) return refused("already-sent");
		const display = mayReadProcess(world.actor, process, world.now)
			? openDisplay(process, planning.displays, { now: world.now, today: dayNow(world) })
			: null;
		if (!display || planning.way !== "take") return refused("closed");
		const text = input.text.trim();
		const email = input.email === "" ? null : readMailAddress(input.email);
		if (input.name === "") return refused("name-missing", { field: "name" });
		if (input.email !== "" && !email) return refused("email-unreadable", { field: "email" });
		if (!email && input.address === "") return refused("reach-missing", { field: "email" });
		const problem = textProblem(text, files);
		if (problem) return { done: false, refusals: [problem] };
		return take(world, planning, {
			round: display.round,
			token,
			organisation,
			name: input.name,
			email,
			address: input.address || null,
			text,
			authorityId: null,
			files,
		});
	},
);

/**
 * Takes the statement of an authority that was notified (§ 4 (2) BauGB), through the link of its notice; what comes after the
 * last day is taken as well, as long as the weighing is not resolved, and is marked as late.
 * @throws NotFound for links that we did not make
 */
export const makeAuthorityStatement = command(
	"participation.make-authority-statement",
	async (
		world: ActWorld,
		input: { notice: string; token: string; name: string; text: string; files: readonly StoredFile[] },
	): Promise<Outcome<{ number: number }, StatementRefusal>> => {
		const { authority, round, processId } = await notificationBehind(world, input.notice);
		const planning = await lockedPlanning(world, processId);
		if (await wasSent(world, input.token)) return refused("already-sent");
		if (!mayAnswerNotice(planning)) return refused("closed");
		const text = input.text.trim();
		if (input.name === "") return refused("name-missing", { field: "name" });
		const problem = textProblem(text, input.files);
		if (problem) return { done: false, refusals: [problem] };
		return take(world, planning, {
			round,
			token: input.token,
			organisation: authority.name,
			name: input.name,
			email: authority.email,
			address: null,
			text,
			authorityId: authority.id,
			files: input.files,
		});
	},
);

/** Stores what came online, sends the receipt, and has it forwarded. */
async function take(
	world: ActWorld,
	planning: FoundPlanning,
	statement: Omit<TakenStatement, "channel" | "entered" | "receivedAt">,
): Promise<{ done: true; value: { number: number } }> {
	const arrived = { channel: "online", entered: false, receivedAt: world.now } as const;
	const { id, number, sha256 } = await storeStatement(world, planning, { ...statement, ...arrived });
	if (statement.email) {
		const letter = receiptLetter(world.locale, {
			planning,
			statement: { number, sha256, receivedAt: world.now },
			token: statement.token,
		});
		await queueMail(world, { key: `planning-receipt:${id}`, to: statement.email, letter });
	}
	record(world, planning, "statement-received", { statement: id, number, sha256, files: statement.files.length });
	return done({ number });
}
