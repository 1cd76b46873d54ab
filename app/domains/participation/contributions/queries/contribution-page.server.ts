import { type AttachedFile, filesOf } from "~/domains/files/index.server";
import { type Point, pointOf } from "~/domains/organisations";
import { personIdOf } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayReadProcess } from "../../processes/index.server";
import { storedHtml } from "../../stored-text.server";
import { type AuthorShown, authorShown, stateOf } from "../contribution";
import { canBeSupported, isAuthor, mayBan, mayModerate, mayRead } from "../policy.server";
import { type Arranged, arrangedWith } from "./arranged.server";
import { contributionByCode, type FoundContribution } from "./find-contribution.server";
import { rulesOf } from "./rules.server";

export type ContributionPage = {
	id: string;
	code: string;
	number: number | null;
	placeSlug: string;
	kind: string;
	process: { title: string; href: string; placeName: string; placeHref: string; answeredUntil: string | null };
	moderation: { rule: string | null; reviewedAt: Date | null; reversedAt: Date | null };
	own: boolean;
} & (
	| {
			shown: "text";
			title: string;
			html: string;
			pictures: AttachedFile[];
			category: string | null;
			place: string | null;
			author: AuthorShown;
			/** How it came: online, paper, phone, event, counter. */
			channel: string;
			state: ReturnType<typeof stateOf>;
			publishedAt: Date | null;
			changedAt: Date | null;
			/** The point on the map, if there is one. */
			at: Point | null;
			supports: number;
			support: "possible" | "given" | "closed";
			/** Whether people without an account can support it now. */
			guestsSupport: boolean;
			arranged: Arranged;
			may: { moderate: boolean; ban: boolean; undoSplit: boolean };
	  }
	| { shown: "placeholder"; state: "hidden" | "withdrawn" | "changed" }
);

/** Where a contribution's process is found. */
export function processHref({ process }: Pick<FoundContribution, "process">): string {
	return `/o/${process.organisation.space?.slug ?? ""}/beteiligung/${process.slug}`;
}

/** The permanent public page of a contribution. @throws NotFound for drafts, waiting ones and hidden organisations */
export async function contributionPage(view: View, code: string): Promise<ContributionPage> {
	const contribution = await contributionByCode(view, code);
	const { process } = contribution;
	const reading = mayRead(view.actor, contribution);
	const own = isAuthor(view.actor, contribution);
	if (reading === "nothing" || !(own || mayReadProcess(view.actor, process, view.now))) throw new NotFound();
	const state = stateOf(contribution);
	const hiding = await view.db.moderation.findFirst({
		where: { contributionId: contribution.id, outcome: "hidden" },
		orderBy: { at: "desc" },
		select: { rule: true, reviewedAt: true, reviewOutcome: true },
	});
	const page = {
		id: contribution.id,
		code: contribution.code,
		number: contribution.number,
		placeSlug: process.organisation.space?.slug ?? "",
		kind: contribution.kind,
		process: {
			title: process.title,
			href: processHref(contribution),
			placeName: process.organisation.space?.name ?? process.organisation.shortName,
			placeHref: `/o/${process.organisation.space?.slug ?? ""}`,
			answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		},
		moderation: {
			rule: hiding?.rule ?? null,
			reviewedAt: hiding?.reviewOutcome === "upheld" ? hiding.reviewedAt : null,
			reversedAt: hiding?.reviewOutcome === "reversed" ? hiding.reviewedAt : null,
		},
		own,
	};
	if (reading === "placeholder") {
		const placeholder = state === "withdrawn" || state === "hidden" ? state : "changed";
		return { ...page, shown: "placeholder", state: placeholder };
	}
	const personId = personIdOf(view.actor);
	const [rules, arranged, pictures, given] = await Promise.all([
		rulesOf(view, process),
		arrangedWith(view, contribution),
		filesOf(view, { kind: "contribution", id: contribution.id }),
		personId
			? view.db.support.findUnique({
					where: { contributionId_personId: { contributionId: contribution.id, personId } },
				})
			: null,
	]);
	const open = canBeSupported(process, contribution, view.now);
	return {
		...page,
		shown: "text",
		title: contribution.title,
		html: storedHtml(contribution.body),
		pictures,
		category: contribution.category,
		place: contribution.place,
		author: authorShown(contribution),
		channel: contribution.channel,
		state,
		publishedAt: contribution.publishedAt,
		changedAt: contribution.changedAt,
		at: pointOf(contribution),
		supports: contribution.supportCount,
		guestsSupport: open && rules.guestsSupport && personId === null,
		arranged,
		support: given ? "given" : open ? "possible" : "closed",
		may: {
			moderate: contribution.submittedAt !== null && mayModerate(view.actor, contribution),
			ban: contribution.submittedAt !== null && mayBan(view.actor, contribution),
			undoSplit: contribution.splitFromId !== null,
		},
	};
}
