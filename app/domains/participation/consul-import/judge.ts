import type { FileContent } from "./read-json";
import type { ImportedComment, ImportedContribution } from "./record";

const importLimits = {
	titleLeast: 5,
	titleMost: 120,
	textMost: 20_000,
	commentLeast: 2,
	commentMost: 3000,
} as const;

export type RowProblem =
	| "id-missing"
	| "id-twice"
	| "title-missing"
	| "date-missing"
	| "date-in-future"
	| "text-too-long"
	| "comment-empty"
	| "comment-too-long"
	| "comment-on-nothing";

export type Problem = { row: number; kind: string; originalId: string; code: RowProblem };

export type Judged = {
	contributions: ImportedContribution[];
	comments: ImportedComment[];
	/** Hidden on the other platform: left out without being an error. */
	hidden: number;
	problems: Problem[];
};

/** The key under which something of a file is found again. */
export function keyOf({ kind, originalId }: { kind: string; originalId: string }): string {
	return `${kind}:${originalId}`;
}

function problemOf(
	one: ImportedContribution | ImportedComment,
	seen: ReadonlySet<string>,
	now: Date,
): RowProblem | null {
	if (one.originalId === "" || one.originalId.length > 60) return "id-missing";
	if (seen.has(keyOf(one))) return "id-twice";
	if (!one.writtenAt) return "date-missing";
	if (one.writtenAt > now) return "date-in-future";
	if (one.kind === "comment") {
		if (one.text.length < importLimits.commentLeast) return "comment-empty";
		return one.text.length > importLimits.commentMost ? "comment-too-long" : null;
	}
	if (one.title === "" && one.text === "") return "title-missing";
	return one.text.length > importLimits.textMost ? "text-too-long" : null;
}

/**
 * What of a file can be taken over, and what is wrong with the rest, row by row.
 * @param known keys of what was taken over before: comments may hang on it
 */
export function judge(content: FileContent, known: ReadonlySet<string>, now: Date): Judged {
	const problems: Problem[] = [];
	const seen = new Set<string>();
	let hidden = 0;
	const good = <One extends ImportedContribution | ImportedComment>(list: readonly One[]): One[] =>
		list.filter((one) => {
			if (one.isHidden) {
				hidden += 1;
				return false;
			}
			const code = problemOf(one, seen, now);
			if (code) problems.push({ row: one.row, kind: one.kind, originalId: one.originalId, code });
			else seen.add(keyOf(one));
			return !code;
		});
	const contributions = good(content.contributions);
	const hiddenThings = new Set(content.contributions.filter(({ isHidden }) => isHidden).map(keyOf));
	const written = good(content.comments);
	const comments = written.filter((comment) => {
		const target = keyOf({ kind: comment.on.kind, originalId: comment.on.id });
		if (seen.has(target) || known.has(target)) return true;
		if (hiddenThings.has(target)) hidden += 1;
		else
			problems.push({ row: comment.row, kind: "comment", originalId: comment.originalId, code: "comment-on-nothing" });
		return false;
	});
	return { contributions, comments, hidden, problems };
}

/** A title within the house's limits: too short ones are completed from the text, too long ones cut at a word. */
export function titleFor({ title, text }: { title: string; text: string }): string {
	const line = text.replace(/\s+/g, " ").trim();
	const whole = title.length >= importLimits.titleLeast ? title : [title, line].filter(Boolean).join(" – ");
	if (whole.length <= importLimits.titleMost) return whole.padEnd(importLimits.titleLeast, ".");
	const cut = whole.slice(0, importLimits.titleMost - 2);
	const space = cut.lastIndexOf(" ");
	return `${space > 60 ? cut.slice(0, space) : cut} …`;
}
