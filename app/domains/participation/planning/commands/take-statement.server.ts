import { createHash } from "node:crypto";
import { attach } from "~/domains/files/index.server";
import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { hashToken, newId } from "~/platform/tokens.server";
import { messages } from "../messages";
import { planningLimits, type StatementWay } from "../planning";
import type { FoundPlanning } from "../queries/find-planning.server";

/** A statement as it is stored, whatever way it came; times and texts are checked by the act that takes it. */
export type TakenStatement = {
	round: number;
	/** Made by the form; the same form sent twice is one statement. */
	token: string;
	organisation: string | null;
	name: string | null;
	email: string | null;
	address: string | null;
	text: string;
	channel: StatementWay;
	authorityId: string | null;
	receivedAt: Date;
	/** Typed in by the office. */
	entered: boolean;
	files: readonly StoredFile[];
};

export type TextRefusal = "text-too-short" | "text-too-long";

/** What is wrong with the words of a statement; with files beside them nothing needs to be written. */
export function textProblem(text: string, files: readonly StoredFile[]): Refusal<TextRefusal> | null {
	const { textLeast: least, textMost: most } = planningLimits;
	if (text.length < least && files.length === 0) {
		return { code: "text-too-short", field: "text", values: { least } };
	}
	return text.length > most ? { code: "text-too-long", field: "text", values: { most, now: text.length } } : null;
}

/** Whether this form has come before; asked while the plan's row is held. */
export async function wasSent(world: ActWorld, token: string): Promise<boolean> {
	const tokenHash = hashToken(token);
	return (await world.db.planningStatement.count({ where: { tokenHash } })) > 0;
}

/**
 * Stores a statement with the next number and its attachments, inside an act that holds the plan's row.
 * @returns id, number and the checksum of its words
 */
export async function storeStatement(
	world: ActWorld,
	{ processId, organisationId, nextNumber: number }: FoundPlanning,
	{ token, files, entered, ...given }: TakenStatement,
): Promise<{ id: string; number: number; sha256: string }> {
	const id = newId(world.now);
	const text = given.text === "" ? textFor(world.locale, messages)("form.seeFiles") : given.text;
	const sha256 = createHash("sha256").update(text).digest("hex");
	await world.db.planning.update({ where: { processId }, data: { nextNumber: { increment: 1 } } });
	await world.db.planningStatement.create({
		data: {
			...given,
			text,
			id,
			processId,
			number,
			sha256,
			tokenHash: hashToken(token),
			locale: world.locale,
			authorId: entered ? null : personIdOf(world.actor),
			enteredById: entered ? personIdOf(world.actor) : null,
			enteredAt: entered ? world.now : null,
		},
	});
	const subject = { kind: "planning-statement", id };
	for (const stored of files) await attach(world, { ownerId: organisationId, subject, stored });
	return { id, number, sha256 };
}
