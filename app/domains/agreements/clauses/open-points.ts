/** What the parties have said about the clauses of a draft. */
export type Talk = {
	blocks: readonly { key: string; revision: number }[];
	organisationIds: readonly string[];
	marks: readonly { block: string; organisationId: string; revision: number }[];
	comments: readonly { block: string; settled: boolean }[];
};

/** Whether a party agrees to a clause as it stands: a mark for an earlier wording does not count. */
export function agrees({ marks, blocks }: Talk, block: string, organisationId: string): boolean {
	const revision = blocks.find(({ key }) => key === block)?.revision;
	return marks.some(
		(mark) => mark.block === block && mark.organisationId === organisationId && mark.revision === revision,
	);
}

/** What is still open: parties that have not agreed, clause by clause, and comments that nobody has settled (behaviour 8). */
export function openPoints(talk: Talk): { marks: number; comments: number } {
	const marks = talk.blocks.reduce(
		(sum, { key }) => sum + talk.organisationIds.filter((id) => !agrees(talk, key, id)).length,
		0,
	);
	return { marks, comments: talk.comments.filter(({ settled }) => !settled).length };
}
