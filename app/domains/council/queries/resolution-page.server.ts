import { filesOf } from "~/domains/files/index.server";
import { fromStored } from "~/platform/calendar.server";
import { resolveSubjects } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayRecordResolutions } from "../policy.server";
import { deviations, effects, fundings, linkStates, outcomes, storedWord, type Votes } from "../resolution";
import { aboutOf, type FoundResolution, managedResolution, resolutionByCode } from "./find-resolution.server";

/** The votes of a stored resolution. */
function votesOf(row: Pick<FoundResolution, "unanimous" | "votesFor" | "votesAgainst" | "abstentions">): Votes {
	if (row.unanimous) return "unanimous";
	const { votesFor, votesAgainst, abstentions } = row;
	if (votesFor === null || votesAgainst === null) return null;
	return { for: votesFor, against: votesAgainst, abstentions: abstentions ?? 0 };
}

/** A resolution in the words of the rules, as lists and pages show it. */
export function told(row: FoundResolution) {
	return {
		id: row.id,
		code: row.code,
		title: row.title,
		body: row.body,
		sessionOn: fromStored(row.sessionOn).toString(),
		agendaItem: row.agendaItem,
		paperNumber: row.paperNumber,
		outcome: storedWord(outcomes, row.outcome),
		exceptItems: row.exceptItems,
		effect: row.effect === null ? null : storedWord(effects, row.effect),
		funding: row.funding === null ? null : storedWord(fundings, row.funding),
		votes: votesOf(row),
		summary: row.summary,
		deviation: row.deviation === null ? null : storedWord(deviations, row.deviation),
		deviationReason: row.deviationReason,
		isPublic: row.publishedAt !== null,
		place: {
			slug: row.organisation.space?.slug ?? "",
			name: row.organisation.space?.name ?? row.organisation.shortName,
		},
	};
}

/** The copies of a resolution that this reader may open, with SHA-256 and the day they were taken. */
async function copiesOf(view: View, id: string) {
	const files = await filesOf(view, { kind: "resolution", id });
	const sums = await view.db.file.findMany({
		where: { id: { in: files.map((file) => file.id) } },
		select: { id: true, sha256: true, uploadedAt: true },
	});
	return files.map(({ id: fileId, name, bytes, href }) => {
		const sum = sums.find((one) => one.id === fileId);
		return { id: fileId, name, bytes, href, sha256: sum?.sha256 ?? "", takenAt: sum?.uploadedAt ?? null };
	});
}

async function pageOf(view: View, row: FoundResolution) {
	const references = await aboutOf(view, row.id);
	const [subjects, copies] = await Promise.all([resolveSubjects(view, references), copiesOf(view, row.id)]);
	return {
		...told(row),
		wording: row.wording,
		address: row.address,
		linkState: storedWord(linkStates, row.linkState),
		linkCheckedAt: row.linkCheckedAt,
		correctedAt: row.correctedAt,
		correctionNote: row.correctionNote,
		about: references.flatMap(({ kind, id }) => {
			const found = subjects.get(`${kind}:${id}`);
			return found
				? [{ key: `${kind}:${id}`, kind, title: found.title, href: found.href, kindLabel: found.kindLabel }]
				: [];
		}),
		copies,
		may: { record: mayRecordResolutions(view.actor, row) },
	};
}

export type ResolutionPage = Awaited<ReturnType<typeof resolutionPage>>;

/** Everything the public page of a resolution shows. @throws NotFound when not there or not for this reader */
export async function resolutionPage(view: View, code: string) {
	return pageOf(view, await resolutionByCode(view, code));
}

/** The same for those who write resolutions down, at their place. @throws NotFound, Forbidden, SignInNeeded */
export async function managedPage(view: View, at: { place: string; code: string }) {
	const row = await managedResolution(view, at);
	return { ...(await pageOf(view, row)), revision: row.revision };
}

/** What the form of a resolution begins with. @throws NotFound, Forbidden, SignInNeeded */
export async function correctPage(view: View, at: { place: string; code: string }) {
	const row = await managedResolution(view, at);
	const resolution = told(row);
	const { votes } = resolution;
	const counted = votes !== null && votes !== "unanimous" ? votes : null;
	const values: Record<string, string> = {
		title: row.title,
		body: row.body,
		sessionOn: resolution.sessionOn,
		agendaItem: row.agendaItem ?? "",
		paperNumber: row.paperNumber ?? "",
		address: row.address ?? "",
		outcome: row.outcome,
		exceptItems: row.exceptItems ?? "",
		effect: row.effect ?? "",
		funding: row.funding ?? "",
		voting: votes === null ? "not-told" : counted ? "counted" : "unanimous",
		votesFor: counted ? String(counted.for) : "",
		votesAgainst: counted ? String(counted.against) : "",
		abstentions: counted ? String(counted.abstentions) : "",
		summary: row.summary,
		wording: row.wording ?? "",
		deviation: row.deviation ?? "",
		deviationReason: row.deviationReason ?? "",
		revision: String(row.revision),
	};
	return { ...resolution, values };
}
