import { addProject } from "~/domains/participation/project-list/commands/add-project.server";
import { publishProject } from "~/domains/participation/project-list/commands/keep-project.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type ProjectGiven = Partial<Omit<Parameters<typeof addProject>[1], "description">> & {
	organisationId: string;
	description?: string;
	published?: boolean;
};

/** A project on the list of the organisation, by default in planning, without participation, published. */
export async function listedProject(
	world: World,
	{ published = true, description = "", ...given }: ProjectGiven,
): Promise<{ id: string; code: string }> {
	const made = must(
		await addProject(world, {
			title: "Neues Feuerwehrhaus",
			summary: "Das alte Haus ist zu klein für die neuen Fahrzeuge.",
			place: "Am Ortsrand",
			at: null,
			timeFrame: "2027 bis 2028",
			costCents: 180_000_000n,
			yearlyCents: null,
			payer: "",
			goal: "",
			responsiblePostId: null,
			participation: "no",
			participationReason: "Größe und Lage schreibt das Land vor.",
			participationHow: "",
			processId: null,
			stage: "planning",
			...given,
			description: richTextFromMarkdown(description),
		}),
	);
	if (published) must(await publishProject(world, { id: made.id }));
	return made;
}
