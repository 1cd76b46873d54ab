/** What to select of an entry, to name what was made of it. */
export const enteredAs = {
	contribution: { select: { code: true, number: true, title: true, excerpt: true, submittedAt: true } },
	comment: {
		select: {
			code: true,
			number: true,
			text: true,
			submittedAt: true,
			contribution: { select: { number: true, title: true } },
		},
	},
} as const;

type Entered = {
	contribution: {
		code: string;
		number: number | null;
		title: string;
		excerpt: string;
		submittedAt: Date | null;
	} | null;
	comment: {
		code: string;
		number: number | null;
		text: string;
		submittedAt: Date | null;
		contribution: { number: number | null; title: string };
	} | null;
};

/**
 * A contribution, or a comment with number and title of the contribution that it stands below.
 * @returns `commentNumber` null for a contribution
 */
export function writtenDown({ contribution, comment }: Entered) {
	if (contribution) return { ...contribution, commentNumber: null };
	// the database holds one of the two (check of paper_entry)
	if (!comment) throw new Error("an entry is a contribution or a comment");
	const { code, number, text, submittedAt, contribution: on } = comment;
	return { code, number: on.number, title: on.title, commentNumber: number, excerpt: text, submittedAt };
}

/** The condition for the entry behind a short code, of a contribution or a comment. */
export function withCode(typed: string) {
	const code = typed.toUpperCase();
	return { OR: [{ contribution: { code } }, { comment: { code } }] };
}

/** The author's page of what was written down, opened by the code on the slip. */
export function ownPage({ code, isComment }: { code: string; isComment: boolean }): string {
	return isComment ? `/kommentar/${code}` : `/stand/${code}`;
}
