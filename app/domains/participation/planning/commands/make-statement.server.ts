import { createHash } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId } from "~/platform/tokens.server";
import { mayReadProcess } from "../../processes/index.server";
import { receiptLetter } from "../letters.server";
import { planningLimits } from "../planning";
import { openDisplay } from "../policy.server";
import { dayNow, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";

export type StatementInput = {
	processId: string;
	/** Made by the form; the same form sent twice is one statement. It becomes the key of the receipt. */
	token: string;
	organisation: string | null;
	name: string;
	email: string;
	address: string;
	text: string;
};

type StatementRefusal =
	| "closed"
	| "already-sent"
	| "name-missing"
	| "email-unreadable"
	| "reach-missing"
	| "text-too-short"
	| "text-too-long";

/**
 * Takes a statement as it is: nobody looks at it before, nothing of it is published. The office gets it by mail at once
 * (a notice of the event), its author a receipt with a link where an address was given.
 * @returns its number; refuses when no announced display runs or statements go elsewhere
 */
export const makeStatement = command(
	"participation.make-statement",
	async (world: ActWorld, input: StatementInput): Promise<Outcome<{ number: number }, StatementRefusal>> => {
		const planning = await lockedPlanning(world, input.processId);
		const { processId, process } = planning;
		const tokenHash = hashToken(input.token);
		if (await world.db.planningStatement.findUnique({ where: { tokenHash }, select: { id: true } }))
			return refused("already-sent");
		const display = mayReadProcess(world.actor, process, world.now)
			? openDisplay(process, planning.displays, { now: world.now, today: dayNow(world) })
			: null;
		if (!display || planning.way !== "take") return refused("closed");
		const { textLeast: least, textMost: most } = planningLimits;
		const text = input.text.trim();
		const email = input.email === "" ? null : readMailAddress(input.email);
		if (input.name === "") return refused("name-missing", { field: "name" });
		if (input.email !== "" && !email) return refused("email-unreadable", { field: "email" });
		if (!email && input.address === "") return refused("reach-missing", { field: "email" });
		if (text.length < least) return refused("text-too-short", { field: "text", values: { least } });
		if (text.length > most) return refused("text-too-long", { field: "text", values: { most, now: text.length } });
		const id = newId(world.now);
		const number = planning.nextNumber;
		const sha256 = createHash("sha256").update(text).digest("hex");
		await world.db.planning.update({ where: { processId }, data: { nextNumber: { increment: 1 } } });
		await world.db.planningStatement.create({
			data: {
				id,
				processId,
				round: display.round,
				number,
				organisation: input.organisation,
				name: input.name,
				email,
				address: input.address || null,
				text,
				sha256,
				locale: world.locale,
				authorId: personIdOf(world.actor),
				receivedAt: world.now,
				tokenHash,
			},
		});
		if (email) {
			const letter = receiptLetter(world.locale, {
				planning,
				statement: { number, sha256, receivedAt: world.now },
				token: input.token,
			});
			await queueMail(world, { key: `planning-receipt:${id}`, to: email, letter });
		}
		record(world, planning, "statement-received", { statement: id, number, sha256 });
		return done({ number });
	},
);
