import { placeOf } from "~/domains/organisations/index.server";
import { houseAddress } from "~/platform/address.server";
import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { endOfTakingPart } from "../../processes/phase";
import { publicPost } from "../../processes/queries/posts.server";
import { type FormKind, formKinds, switchOf } from "../form-kind";

/**
 * Everything that stands on the forms of a process to fill in by hand; a draft can be previewed by those who work on it.
 * @param kind of the form that is asked for; another one stands for it where the process has none of that kind
 * @throws NotFound
 */
export async function formPage(view: View, at: { place: string; process: string }, kind: string | null) {
	const process = await processAt(view, at);
	const [place, responsible, surveys] = await Promise.all([
		placeOf(view, at.place),
		publicPost(view, process.responsiblePostId),
		view.db.survey.findMany({
			where: { processId: process.id },
			orderBy: { position: "asc" },
			select: { position: true, title: true },
		}),
	]);
	const kinds = formKinds.filter((name) => process.phases.some(({ switches }) => switches.includes(switchOf[name])));
	const shown: FormKind = kinds.find((name) => name === kind) ?? kinds[0] ?? "idea";
	const end = endOfTakingPart(process.phases);
	const written = place.address?.split(/\r?\n/).filter((line) => line.trim() !== "") ?? [];
	const lines = written.length > 0 ? written : responsible ? [responsible.label] : [];
	return {
		place: { slug: at.place, name: place.name },
		process: { slug: process.slug, title: process.title, summary: process.summary },
		kind: shown,
		kinds,
		categories: process.categories,
		/** What closes at midnight is named by the day before it. */
		lastDay: end && new Date(end.getTime() - 1),
		/** No comment is answered by itself. */
		answeredUntil: shown === "comment" ? null : (process.answeredUntil?.toISOString().slice(0, 10) ?? null),
		url: houseAddress(`/v/${process.code}`),
		lookUpUrl: houseAddress("/abholen"),
		phone: responsible?.phone ?? place.phone,
		phoneHours: place.phoneHours,
		/** Where forms are handed in, line by line. */
		address: [...(lines.some((line) => line.includes(place.name)) ? [] : [place.name]), ...lines],
		surveys,
	};
}

export type FormPage = Awaited<ReturnType<typeof formPage>>;
