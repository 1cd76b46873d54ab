import { personIdOf } from "~/platform/actor";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { type FoundProcess, processById } from "../../processes/index.server";
import type { Dated } from "../contribution";

/**
 * How an author comes to the own contribution: by the secret in the address of the draft or of the status page, or
 * signed in, by its public code. The secret reaches this one contribution and nothing else.
 */
export type OwnKey = { token: string } | { code: string };

/** Into which other contribution it was merged, if it was. */
const withMerge = { mergedInto: { select: { intoId: true } } } as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
export type FoundContribution = Row & Dated & { process: FoundProcess };

function rowOf(view: Pick<View, "db">, where: Prisma.ContributionWhereInput) {
	return view.db.contribution.findFirst({ where, include: withMerge });
}

/** A guest's code or link that was sent and still counts. */
export function confirmationPending(view: Pick<View, "db" | "now">, contributionId: string) {
	return view.db.guestConfirmation.findFirst({
		where: { contributionId, usedAt: null, expiresAt: { gt: view.now } },
		orderBy: { createdAt: "desc" },
	});
}

async function found(view: View, row: Row): Promise<FoundContribution> {
	const pending = row.submittedAt ? null : await confirmationPending(view, row.id);
	return { ...row, confirmationPending: pending !== null, process: await processById(view, row.processId) };
}

/** The author's own contribution. @throws NotFound when the key opens nothing */
export async function ownContribution(view: View, key: OwnKey): Promise<FoundContribution> {
	if ("token" in key) {
		const hash = hashToken(key.token);
		const row = await rowOf(view, { OR: [{ draftHash: hash }, { statusHash: hash }] });
		if (!row) throw new NotFound();
		return found(view, row);
	}
	const authorId = personIdOf(view.actor);
	if (!authorId) throw new NotFound();
	const row = await rowOf(view, { code: key.code, authorId });
	if (!row) throw new NotFound();
	return found(view, row);
}

/** A contribution by its public code, whoever asks; the caller asks the policy. @throws NotFound */
export async function contributionByCode(view: View, code: string): Promise<FoundContribution> {
	const row = await rowOf(view, { code: code.toUpperCase() });
	if (!row) throw new NotFound();
	return found(view, row);
}

/** A contribution by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function contributionById(view: View, id: string): Promise<FoundContribution> {
	const row = await rowOf(view, { id });
	if (!row) throw new NotFound();
	return found(view, row);
}
