import type { View } from "~/platform/world.server";
import { processAt } from "../../processes/index.server";
import { challengeFor } from "../proof-of-work.server";
import { contributingWhen } from "./contributing-when.server";

/** What the form for a contribution has to know of its process. @throws NotFound */
export async function contributePage(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	const { space, shortName } = process.organisation;
	return {
		id: process.id,
		challenge: await challengeFor(view, process.organisationId),
		title: process.title,
		placeName: space?.name ?? shortName,
		phone: space?.phone ?? null,
		categories: process.categories,
		contributing: contributingWhen(view, process),
	};
}
