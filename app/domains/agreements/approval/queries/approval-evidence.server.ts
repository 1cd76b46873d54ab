import { personNames } from "~/domains/accounts/index.server";
import type { View } from "~/platform/world.server";
import { type Evidence, evidenceOf } from "../../authority/queries/evidence.server";
import { knownWord } from "../../stored-word";
import { type ApprovalStep, approvalSteps } from "../approval";

export type ApprovalEvidence = Evidence & { step: ApprovalStep };

/** The documents of what happened with the approval of a version, each with its step. Asks nobody: for the parties. */
export async function approvalEvidence(view: Pick<View, "db">, versionId: string): Promise<ApprovalEvidence[]> {
	const rows = await view.db.agreementApprovalStep.findMany({
		where: { versionId, fileId: { not: null } },
		orderBy: [{ recordedAt: "asc" }, { kind: "asc" }],
		take: 10,
	});
	const people = await personNames(
		view,
		rows.map(({ recordedById }) => recordedById),
	);
	return rows.flatMap((row) => {
		const evidence = evidenceOf(row, people);
		return evidence ? [{ ...evidence, step: knownWord(approvalSteps, row.kind) }] : [];
	});
}
