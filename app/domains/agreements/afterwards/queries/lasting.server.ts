import { fromStored } from "~/platform/calendar.server";

/** What has to be read of an agreement to know until when it counts; for every `select` of agreements. */
export const lastingFields = {
	amendedBy: {
		where: { abandonedAt: null, agreement: { state: "concluded", inForceFrom: { not: null } } },
		select: { agreement: { select: { id: true, code: true, number: true, inForceFrom: true } } },
	},
	notices: {
		where: { kind: "termination", receivedOn: { not: null } },
		orderBy: { effectiveOn: "asc" },
		take: 1,
		select: { effectiveOn: true },
	},
	versions: {
		where: { round: { state: "completed" }, approvalSteps: { some: { kind: "refused" } } },
		take: 1,
		select: { id: true },
	},
} as const;

export type LastingRow = {
	amendedBy: { agreement: { id: string; code: string; number: string; inForceFrom: Date | null } }[];
	notices: { effectiveOn: Date }[];
	/** The signed version of which the supervisory authority did not approve. */
	versions: { id: string }[];
};

/**
 * The first days on which it counts no longer, because an amendment took its place or notice was given (null: never), and
 * whether the supervisory authority refused its approval.
 */
export function lastingOf({ amendedBy, notices, versions }: LastingRow): {
	disapproved: boolean;
	supersededFrom: string | null;
	terminatedFrom: string | null;
	successor: { id: string; code: string; number: string; from: string } | null;
} {
	const next = amendedBy[0]?.agreement;
	const from = next?.inForceFrom ? fromStored(next.inForceFrom).toString() : null;
	const [notice] = notices;
	return {
		disapproved: versions.length > 0,
		supersededFrom: from,
		terminatedFrom: notice ? fromStored(notice.effectiveOn).toString() : null,
		successor: next && from ? { id: next.id, code: next.code, number: next.number, from } : null,
	};
}

/** The same as a condition of the database: nothing has taken its place and no notice has taken effect by this day. */
export function stillCounts(day: Date) {
	return {
		amendedBy: { none: { abandonedAt: null, agreement: { state: "concluded", inForceFrom: { lte: day } } } },
		notices: { none: { kind: "termination", receivedOn: { not: null }, effectiveOn: { lte: day } } },
	};
}
