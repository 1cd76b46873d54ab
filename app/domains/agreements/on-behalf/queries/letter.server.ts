import { houseAddress } from "~/platform/address.server";
import { dayOf, fromStored } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { Paper } from "~/platform/typesetting/plain-paper";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { findInside } from "../../queries/find-agreement.server";
import { knownWord } from "../../stored-word";
import { onBehalfMessages } from "../messages";
import type { WordAct } from "../on-behalf";

const acts: readonly WordAct[] = ["notice", "waiver", "settlement", "handover"];

/**
 * The letter that tells a party what was declared in its name; in German, as the office writes.
 * @throws NotFound for whoever is of no party, and for a word of another agreement
 */
export async function letterOf(view: View, code: string, id: string): Promise<Paper> {
	const agreement = await findInside(view, code);
	const name = { select: { name: true, registerType: true, space: { select: { address: true } } } };
	const word = await view.db.agreementWordOnBehalf.findFirst({
		where: { id, agreementId: agreement.id },
		include: { organisation: name, agent: name },
	});
	if (!word) throw new NotFound();
	const t = textFor("de", onBehalfMessages);
	const { date } = formatFor("de");
	const party = [contractName(word.organisation), word.organisation.space?.address ?? ""].filter(Boolean).join("\n");
	const values = { day: date(fromStored(word.decidedOn).toString()), decision: word.decision };
	return {
		title: t("paper.title"),
		above: t("paper.above", { number: agreement.number, title: agreement.title }),
		author: contractName(word.agent),
		language: "de",
		footer: t("paper.footer", { number: agreement.number }),
		blocks: [
			{ kind: "text", text: t("paper.to", { party }) },
			{
				kind: "text",
				text: t("paper.text", { agent: contractName(word.agent), given: date(dayOf(word.givenAt).toString()) }),
			},
			{ kind: "text", text: t(`paper.${knownWord(acts, word.act)}`) },
			{ kind: "text", text: t(word.decision ? "paper.decision" : "paper.decisionFile", values) },
			{ kind: "text", text: t("paper.wrong") },
			{ kind: "text", text: t("paper.where", { address: houseAddress(`/vereinbarungen/${agreement.code}`) }) },
		],
	};
}
