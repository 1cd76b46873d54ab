/** How often a party informs: once, in a rhythm from a first day on, or whenever something happens. */
export const rhythms = ["once", "monthly", "quarterly", "half-yearly", "yearly", "on-event"] as const;
export type Rhythm = (typeof rhythms)[number];

/** Who releases what is said in public: all parties, the lead for all, or each after telling the others. */
export const approvals = ["all", "lead", "inform"] as const;
export type Approval = (typeof approvals)[number];

/** What an agreement holds in lines beside its texts; parties by their ids, days as `YYYY-MM-DD`. */
export type Particulars = {
	/** Zweckbindung: its last day. */
	boundUntil: string | null;
	fundingConditions: readonly {
		id: string;
		party: string;
		text: string;
		evidence: string;
		source: string;
		dueOn: string | null;
	}[];
	informationDuties: readonly {
		id: string;
		party: string;
		subject: string;
		recipient: string;
		rhythm: Rhythm;
		firstOn: string | null;
	}[];
	publicRelations: { approval: Approval; days: number; logoRule: string; revision: number } | null;
	contacts: readonly { id: string; party: string; office: string; reach: string }[];
	annexes: readonly {
		id: string;
		title: string;
		fileId: string;
		name: string;
		mediaType: string;
		bytes: number;
		sha256: string;
	}[];
};

/** The same in a version: parties by their place in the contract; what is empty is left out, so that hashes of before stay. */
export type ParticularsContent = {
	boundUntil?: string;
	fundingConditions?: { party: number; text: string; evidence: string; source: string; dueOn: string | null }[];
	informationDuties?: {
		party: number;
		subject: string;
		recipient: string;
		rhythm: Rhythm;
		firstOn: string | null;
	}[];
	publicRelations?: { approval: Approval; days: number; logoRule: string };
	contacts?: { party: number; office: string; reach: string }[];
	annexes?: { title: string; name: string; mediaType: string; bytes: number; sha256: string }[];
};

/** What goes into a version from the lines of a draft. @param placeOf the place of a party in the contract */
export function particularsContent(
	{ boundUntil, fundingConditions, informationDuties, publicRelations, contacts, annexes }: Particulars,
	placeOf: (party: string) => number,
): ParticularsContent {
	return {
		...(boundUntil && { boundUntil }),
		...(fundingConditions.length > 0 && {
			fundingConditions: fundingConditions.map(({ party, text, evidence, source, dueOn }) => ({
				party: placeOf(party),
				text,
				evidence,
				source,
				dueOn,
			})),
		}),
		...(informationDuties.length > 0 && {
			informationDuties: informationDuties.map(({ party, subject, recipient, rhythm, firstOn }) => ({
				party: placeOf(party),
				subject,
				recipient,
				rhythm,
				firstOn,
			})),
		}),
		...(publicRelations && {
			publicRelations: {
				approval: publicRelations.approval,
				days: publicRelations.days,
				logoRule: publicRelations.logoRule,
			},
		}),
		...(contacts.length > 0 && {
			contacts: contacts.map(({ party, office, reach }) => ({ party: placeOf(party), office, reach })),
		}),
		...(annexes.length > 0 && {
			annexes: annexes.map(({ title, name, mediaType, bytes, sha256 }) => ({ title, name, mediaType, bytes, sha256 })),
		}),
	};
}
