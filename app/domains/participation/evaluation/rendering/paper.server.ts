import { createHash } from "node:crypto";
import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import { plainText } from "~/platform/rich-text/render.server";
import { typeset } from "~/platform/typesetting/typeset.server";
import { messages as answerMessages } from "../../answers/messages";
import { messages } from "../messages";
import type { EvaluationPage } from "../queries/evaluation-page.server";
import { present } from "../ui/present";

const template = "app/domains/participation/evaluation/rendering/evaluation.typ";

/** Papers that were set last, by everything that stands in them: closed processes do not change, and setting takes a second. */
const papers = new Map<string, Promise<Buffer>>();
const papersKept = 20;

/** The evaluation of a process as a tagged PDF, in the reader's language. @throws NotTypeset */
export function evaluationPaper(page: EvaluationPage, locale: Locale): Promise<Buffer> {
	const t = textFor(locale, messages);
	const format = formatFor(locale);
	const paper = JSON.stringify({
		locale,
		title: t("page.title"),
		process: page.title,
		place: page.place.name,
		asOf: t("page.asOf", { date: format.dateLong(page.asOf) }),
		lead: t("page.lead"),
		privacy: t("page.privacy"),
		source: t("paper.source", { address: houseAddress(`/v/${page.code}`) }),
		pageWord: t("paper.page"),
		sections: present(page.figures, { t, a: textFor(locale, answerMessages), format }),
		effects: {
			title: t("page.effects"),
			none: t("page.effectsNone"),
			rows: page.figures.effects.map(({ kindLabel, title, state }) =>
				[`${kindLabel}: ${title}`, ...(state ? [`(${state})`] : [])].join(" "),
			),
		},
		checklist: {
			title: t("page.checklist"),
			head: [t("page.check"), t("page.result")],
			rows: page.figures.checklist.map(({ key, result }) => ({
				label: t(`checks.${key}`),
				value: t(`results.${result}`),
			})),
		},
		assessment: {
			title: t("page.assessment"),
			lead: t("page.assessmentLead"),
			rows: page.assessments.flatMap(({ principle, grade, remark }) =>
				grade ? [{ label: t(`principles.${principle}`), value: t(`grades.${grade}`), remark }] : [],
			),
		},
		reportTitle: t("page.report"),
		report: page.report ? plainText(page.report.text).split(/\n+/).filter(Boolean) : [],
		unknown: { title: t("page.unknown"), text: t("page.unknownText") },
	});
	const key = createHash("sha256").update(paper).digest("hex");
	const known = papers.get(key);
	if (known) return known;
	const day = Math.floor(page.asOf.getTime() / 86_400_000) * 86_400;
	const made = typeset({ template, inputs: { paper }, timestamp: day, standard: "1.7" });
	papers.set(key, made);
	made.catch(() => papers.delete(key));
	for (const old of papers.keys()) {
		if (papers.size <= papersKept) break;
		papers.delete(old);
	}
	return made;
}
