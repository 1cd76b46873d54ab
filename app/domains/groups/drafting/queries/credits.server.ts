import { z } from "zod";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { personSelection } from "../../queries/names.server";
import { insideName } from "./remarks.server";

type Credit = { kind: string; id: string };

export type CreditWords = {
	/** kind:id, as a form sends it. */
	value: string;
	kind: "comment" | "suggestion" | "remark";
	title: string;
	by: string | null;
	href: string | null;
};

const references = z.array(z.object({ kind: z.string(), id: z.uuid() }));

/**
 * What may have gone into the version that the draft becomes: comments and open or rejected suggestions since the last version,
 * remarks that came back from a consultation for this draft; and the suggestions accepted in it, which went in by that.
 * The caller asks the policy.
 */
export async function creditable({ db }: Pick<View, "db">, document: { id: string; draft: number }) {
	const { id: documentId, draft } = document;
	const before = await db.groupDocumentVersion.findFirst({
		where: { documentId, number: { lt: draft } },
		orderBy: { number: "desc" },
		select: { frozenAt: true },
	});
	const since = before ? { createdAt: { gt: before.frozenAt } } : {};
	const inOrder = { orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }], take: 500 };
	const [comments, suggestions, returns] = await Promise.all([
		db.groupDocumentComment.findMany({
			where: { documentId, parentId: null, ...since },
			select: { id: true },
			...inOrder,
		}),
		db.groupDocumentSuggestion.findMany({
			where: { documentId, OR: [{ decidedDraft: draft }, { state: { in: ["open", "rejected"] }, ...since }] },
			select: { id: true, state: true },
			...inOrder,
		}),
		db.groupDocumentReturn.findMany({ where: { documentId, draft }, select: { remarks: true, taken: true } }),
	]);
	const suggestion = ({ id }: { id: string }): Credit => ({ kind: "suggestion", id });
	return {
		offered: [
			...comments.map(({ id }): Credit => ({ kind: "comment", id })),
			...suggestions.filter(({ state }) => state === "open" || state === "rejected").map(suggestion),
			...returns.flatMap(({ remarks }) => references.parse(remarks)),
		],
		accepted: suggestions.filter(({ state }) => state === "accepted").map(suggestion),
		/** Said to have gone in where they were discussed. */
		taken: returns.flatMap(({ taken }) => references.parse(taken)),
	};
}

/**
 * What is credited, in words: comments and suggestions inside the group with who made them, remarks as this reader sees them.
 * @param inside whether the reader belongs to the group; others get no word of what was said in it
 * @returns in the order given; what the reader may not see is left out
 */
export async function creditWords(view: View, credits: readonly Credit[], inside: boolean) {
	const idsOf = (kind: string) => credits.filter((one) => one.kind === kind).map(({ id }) => id);
	const [comments, suggestions, subjects] = await Promise.all([
		inside
			? view.db.groupDocumentComment.findMany({
					where: { id: { in: idsOf("comment") } },
					select: { id: true, quote: true, body: true, author: { select: personSelection } },
				})
			: [],
		inside
			? view.db.groupDocumentSuggestion.findMany({
					where: { id: { in: idsOf("suggestion") } },
					select: { id: true, quote: true, replacement: true, author: { select: personSelection } },
				})
			: [],
		resolveSubjects(
			view,
			credits.filter(({ kind }) => kind !== "comment" && kind !== "suggestion"),
		),
	]);
	return credits.flatMap(({ kind, id }): CreditWords[] => {
		const value = `${kind}:${id}`;
		const comment = comments.find((one) => one.id === id);
		if (comment) {
			return [
				{
					value,
					kind: "comment" as const,
					title: short(comment.body),
					by: insideName(view, comment.author),
					href: null,
				},
			];
		}
		const suggestion = suggestions.find((one) => one.id === id);
		if (suggestion) {
			const title = `„${short(suggestion.quote)}“ → „${short(suggestion.replacement)}“`;
			return [{ value, kind: "suggestion" as const, title, by: insideName(view, suggestion.author), href: null }];
		}
		const subject = subjects.get(value);
		return subject ? [{ value, kind: "remark" as const, title: subject.title, by: null, href: subject.href }] : [];
	});
}

function short(text: string): string {
	const words = text.replace(/\s+/g, " ").trim();
	return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}
