import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { View } from "~/platform/world.server";
import { type PostView, postView } from "../../../organisations/index.server";
import { decisionRecord } from "../../deciding/queries/decision-record.server";
import { stateOf } from "../../deciding/recommendation";
import { benchKind } from "../../group";
import { mayReadGroup, seesInside } from "../../policy.server";
import { type FoundGroup, groupById } from "../../queries/find-group.server";
import { dayText } from "../../queries/names.server";

/** A published recommendation is everybody's for good; before, it is the group's and the owner's staff's. */
function mayReadRecommendation(view: View, recommendation: { publishedAt: Date | null }, group: FoundGroup): boolean {
	const isOut = recommendation.publishedAt !== null && recommendation.publishedAt <= view.now;
	return (isOut && mayReadGroup(view.actor, group)) || seesInside(view.actor, group);
}

/** A recommendation by its code, with what its page shows. @throws NotFound when not there or not for this reader */
export async function recommendationPage(view: View, code: string) {
	const row = await view.db.recommendation.findUnique({
		where: { code: code.toUpperCase() },
		include: {
			tallies: true,
			refusal: true,
			meeting: { select: { id: true, title: true, startsAt: true, isPublic: true } },
			agendaItem: { include: { takenUp: true } },
		},
	});
	if (!row) throw new NotFound();
	const group = await groupById(view, row.groupId);
	if (!mayReadRecommendation(view, row, group)) throw new NotFound();
	const { takenUp, isPublic } = row.agendaItem;
	const inside = seesInside(view.actor, group);
	const shownSource = takenUp && (isPublic || inside) ? { kind: takenUp.subjectKind, id: takenUp.subjectId } : null;
	const source =
		shownSource && (await resolveSubjects(view, [shownSource])).get(`${shownSource.kind}:${shownSource.id}`);
	const post: PostView = await postView(view, row.responsiblePostId);
	const record = await decisionRecord(view, row.id, inside);
	return {
		id: row.id,
		organisationId: row.organisationId,
		code: row.code,
		state: stateOf(row),
		title: row.title,
		wording: renderRichText(storedRichText(row.wording), { headingsFrom: 3 }),
		hash: row.wordingHash,
		/** How it was decided, with all that stands beside the result. */
		record,
		rule: record.rule,
		count: record.count?.method === "majority" ? record.count.count : null,
		seats: row.seats,
		tallies: tallies(row.tallies),
		result: row.result,
		votedAt: row.votedAt,
		votesRecordedAt: row.votesRecordedAt,
		certifiedAt: row.certifiedAt,
		/** The same person wrote the votes down and certified them, a day later. */
		certifiedAlone: row.certifiedById !== null && row.certifiedById === row.votesRecordedById,
		publishedAt: row.publishedAt,
		reviewOn: dayText(row.reviewOn),
		group: { id: group.id, name: group.name, href: `/o/${group.place.slug}/arbeitskreise/${group.slug}` },
		place: group.place,
		meeting: {
			title: row.meeting.title,
			startsAt: row.meeting.startsAt,
			href:
				row.meeting.isPublic || inside
					? `/o/${group.place.slug}/arbeitskreise/${group.slug}/sitzungen/${row.meeting.id}`
					: null,
		},
		post: { label: post.label, organisation: post.organisation, holder: post.holder, phone: post.phone },
		source: source ? { title: source.title, href: source.href, kindLabel: source.kindLabel } : null,
	};
}

const order = ["administration", "politics", "advisory", "citizens"];

type StoredTally = {
	benchKind: string;
	electorate: number;
	present: number;
	yes: number | null;
	no: number | null;
	abstain: number | null;
};

function tallies(rows: readonly StoredTally[]) {
	return rows
		.map(({ benchKind: kind, electorate, present, yes, no, abstain }) => ({
			bench: benchKind(kind),
			electorate,
			present,
			yes,
			no,
			abstain,
		}))
		.toSorted((one, other) => order.indexOf(one.bench) - order.indexOf(other.bench));
}
