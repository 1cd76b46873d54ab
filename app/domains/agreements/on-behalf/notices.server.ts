import { fromStored } from "~/platform/calendar.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../contract-name";
import { onBehalfMessages } from "./messages";
import { onBehalfNoticeMessages } from "./notice-messages";
import { readersOf } from "./queries/readers.server";

type Db = View["db"];

/**
 * Somebody spoke in a party's name: that party is told, by its own people where there are some meanwhile, else at the address
 * of its space. A letter to print is on the page in any case.
 */
export async function tellPrincipal(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const { word: id } = event.facts;
	if (typeof id !== "string") return [];
	const name = { select: { name: true, registerType: true, space: { select: { email: true } } } };
	const word = await db.agreementWordOnBehalf.findUnique({
		where: { id },
		include: { organisation: name, agent: name, agreement: { select: { id: true, code: true, title: true } } },
	});
	if (!word) return [];
	const { organisation, agent, agreement, organisationId } = word;
	const readers = await readersOf(db, { agreementId: agreement.id, organisationId, at: event.at });
	const email = organisation.space?.email ?? null;
	const recipients: { to: Notice["to"]; locale: Locale }[] =
		readers.length > 0
			? readers.map(({ personId, locale }) => ({ to: { personId }, locale }))
			: email === null
				? []
				: [{ to: { email, locale: "de" }, locale: "de" }];
	return recipients.map(({ to, locale }) => {
		const t = textFor(locale, onBehalfNoticeMessages);
		const words = textFor(locale, onBehalfMessages);
		const day = formatFor(locale).date(fromStored(word.decidedOn).toString());
		const values = { agent: contractName(agent), party: contractName(organisation), title: agreement.title, day };
		return {
			to,
			kind: "service",
			subject: t("given.subject", values),
			paragraphs: [t("given.text", values), t(`given.${asAct(word.act)}`), words("paper.wrong")],
			action: { path: `/vereinbarungen/${agreement.code}`, label: t("button") },
			because: t("given.because", values),
		};
	});
}

function asAct(act: string): "notice" | "waiver" | "settlement" | "handover" {
	return act === "notice" || act === "waiver" || act === "settlement" ? act : "handover";
}

/** Somebody who acts for a party has prepared a notice: its own people are told that they decide. */
export async function tellPrepared(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const { organisation: organisationId } = event.facts;
	if (typeof organisationId !== "string") return [];
	const agreement = await db.agreement.findUnique({
		where: { id: event.subject.id },
		select: { id: true, code: true, title: true },
	});
	if (!agreement) return [];
	const readers = await readersOf(db, { agreementId: agreement.id, organisationId, at: event.at });
	return readers.map(({ personId, locale }) => {
		const t = textFor(locale, onBehalfNoticeMessages);
		return {
			to: { personId },
			kind: "service",
			subject: t("prepared.subject", { title: agreement.title }),
			paragraphs: [t("prepared.text", { title: agreement.title })],
			action: { path: `/vereinbarungen/${agreement.code}/ende`, label: t("button") },
			because: t("prepared.because"),
		};
	});
}
