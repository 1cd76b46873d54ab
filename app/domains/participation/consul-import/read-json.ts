import {
	type ContributionKind,
	commentFrom,
	contributionFrom,
	fieldName,
	frameFrom,
	type ImportedComment,
	type ImportedContribution,
	type ImportedFrame,
	type RawRecord,
} from "./record";

/** Everything in a file, not judged yet. */
export type FileContent = {
	frames: ImportedFrame[];
	contributions: ImportedContribution[];
	comments: ImportedComment[];
};

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list as GraphQL answers it (`edges` with `node`, or `nodes`), or as it is exported. */
function listOf(value: unknown): RawRecord[] {
	if (isRecord(value)) {
		if (Array.isArray(value.nodes)) return listOf(value.nodes);
		if (Array.isArray(value.edges)) return listOf(value.edges.map((edge) => (isRecord(edge) ? edge.node : null)));
		return [];
	}
	if (!Array.isArray(value)) return [];
	return value.filter(isRecord).map(spelled);
}

/** The record with its fields in one spelling; tags become a list of names, the place on the map keeps its fields. */
function spelled(record: Record<string, unknown>): RawRecord {
	const entries = Object.entries(record).map(([name, value]): [string, unknown] => {
		const field = fieldName(name);
		if (field === "tags" && (isRecord(value) || Array.isArray(value))) {
			const names = Array.isArray(value) && value.every((tag) => typeof tag === "string") ? value : listOf(value);
			return [field, names.map((tag) => (isRecord(tag) ? tag.title : tag))];
		}
		return [field, field === "map_location" && isRecord(value) ? spelled(value) : value];
	});
	// what comes first in a record counts: "public_created_at" before an empty "created_at" of the same name
	return Object.fromEntries(entries.toReversed());
}

const lists: [string, ContributionKind][] = [
	["debates", "debate"],
	["proposals", "proposal"],
	["investments", "investment"],
	["budget_investments", "investment"],
	["legislation_proposals", "legislation-proposal"],
];

/**
 * What a JSON file of CONSUL Democracy holds: an answer of its GraphQL interface (`/graphql`), or lists under the same names
 * as exported from its tables, also `legislation_processes` and `legislation_proposals`, which the interface does not
 * offer. A bare list is of the given kind.
 * @returns null when there is nothing in it that we know
 */
export function readJson(text: string, kind: ContributionKind | null): FileContent | null {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		return null;
	}
	const content: FileContent = { frames: [], contributions: [], comments: [] };
	const addContributions = (records: RawRecord[], of: ContributionKind) => {
		for (const record of records) {
			const contribution = contributionFrom(record, content.contributions.length + 1, of);
			content.contributions.push(contribution);
			const on = { kind: of, id: contribution.originalId };
			for (const comment of listOf(record.comments)) {
				content.comments.push(commentFrom(comment, content.comments.length + 1, on));
			}
		}
	};
	if (Array.isArray(parsed)) {
		if (kind) addContributions(listOf(parsed), kind);
		return kind && content.contributions.length > 0 ? content : null;
	}
	if (!isRecord(parsed)) return null;
	const data = isRecord(parsed.data) ? parsed.data : parsed;
	const named = new Map(Object.entries(data).map(([name, value]) => [fieldName(name), value]));
	for (const record of listOf(named.get("legislation_processes") ?? named.get("processes"))) {
		content.frames.push(frameFrom(record, content.frames.length + 1, "legislation-process"));
		addContributions(listOf(record.proposals), "legislation-proposal");
	}
	for (const record of listOf(named.get("budgets"))) {
		content.frames.push(frameFrom(record, content.frames.length + 1, "budget"));
		addContributions(listOf(record.investments), "investment");
	}
	for (const [name, of] of lists) addContributions(listOf(named.get(name)), of);
	for (const comment of listOf(named.get("comments"))) {
		content.comments.push(commentFrom(comment, content.comments.length + 1));
	}
	return content.contributions.length + content.comments.length + content.frames.length > 0 ? content : null;
}
