import type { useFormat, useText } from "~/platform/i18n";
import type { Paper, PaperBlock } from "~/platform/typesetting/plain-paper";
import type { messages } from "./messages";
import type { ShownProject } from "./queries/project-list.server";

type Words = { t: ReturnType<typeof useText<typeof messages>>; format: ReturnType<typeof useFormat> };

/** The project list of a place as a paper: each project with its facts in a table of its own. */
export function extractPaper(
	projects: readonly ShownProject[],
	{ place, now, language, t, format }: Words & { place: string; now: Date; language: Paper["language"] },
): Paper {
	const date = format.dateLong(now);
	const blocks = projects.flatMap((project): PaperBlock[] => {
		const cost = (cents: string | null) => (cents === null ? null : format.money(BigInt(cents)));
		const asked = [project.participationReason, project.participationHow].filter((text) => text !== null);
		const facts: [string, string | null][] = [
			[t("extract.place"), project.place],
			[t("extract.time"), project.timeFrame],
			[t("extract.cost"), cost(project.costCents)],
			[t("extract.yearly"), cost(project.yearlyCents)],
			[t("extract.goal"), project.goal],
			[t("extract.responsible"), project.responsible],
			[t("extract.stage"), t(`stages.${project.stage}`)],
			[t("extract.participation"), [t(`participations.${project.participation}`), ...asked].join("\n")],
			[t("extract.confirmed"), format.dateLong(project.confirmedAt)],
			[t("extract.code"), project.code],
		];
		return [
			{ kind: "heading", level: 1, text: project.title },
			{ kind: "text", text: project.summary },
			{
				kind: "table",
				caption: null,
				header: [t("extract.fact"), t("extract.value")],
				weights: [1, 3],
				rows: facts.flatMap(([term, value]) => (value === null ? [] : [[term, value]])),
			},
		];
	});
	return {
		title: `${t("extract.title")}: ${place}`,
		above: t("extract.above", { date }),
		author: place,
		language,
		footer: t("extract.footer", { place, date }),
		blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: t("extract.none") }],
	};
}
