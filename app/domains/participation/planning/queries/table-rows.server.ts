import { formatFor, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";
import type { At } from "./find-planning.server";
import { weighingTable } from "./statements.server";

/**
 * The weighing table as plain text in its two columns, with a heading row.
 * @returns its title, the place, and rows of paragraphs: the statement's part with its author, vote with reason
 */
export async function tableRows(
	view: View,
	at: At,
): Promise<{ title: string; place: string; rows: [string[], string[]][] }> {
	const plan = await weighingTable(view, at);
	const t = textFor(view.locale, staffMessages);
	const words = textFor(view.locale, messages);
	const { dateLong } = formatFor(view.locale);
	const lines = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");
	const rows = plan.rows.flatMap(({ author, parts }) => {
		const { organisation, receivedOn, number } = author;
		const facts = { number: String(number), date: dateLong(receivedOn) };
		const name = organisation ? t("table.organisation", { ...facts, name: organisation }) : t("table.citizen", facts);
		return parts.map((part): [string[], string[]] => [
			[name, ...lines(part.words)],
			[part.vote ? words(`votes.${part.vote}`) : t("table.open"), ...lines(part.comment)],
		]);
	});
	return {
		title: `${t("table.title")}: ${plan.name}`,
		place: plan.place.name,
		rows: [[[t("table.statement")], [t("table.weighing")]], ...rows],
	};
}
