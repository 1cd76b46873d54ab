import { formatFor, textFor } from "~/platform/i18n";
import type { Paper } from "~/platform/typesetting/plain-paper";
import { invitationMessages } from "./messages";
import type { paperInvitation } from "./queries/invitation-pages.server";

type Invitation = Awaited<ReturnType<typeof paperInvitation>>;

/** An invitation as a letter with a slip to send back, for who has no e-mail. In German, as the office writes. */
export function invitationPaper(given: Invitation): Paper {
	const t = textFor("de", invitationMessages);
	const format = formatFor("de");
	const circular = given.format === "circular";
	const words = { title: given.title, group: given.group };
	const items = given.agenda.map(({ position, title, isPublic, proposal }) => ({
		number: position,
		line: `${position}. ${isPublic ? title : t("paper.closed", { title })}${proposal ? `: ${proposal}` : ""}`,
	}));
	return {
		title: given.title,
		above: t("paper.above"),
		author: given.sender.name,
		language: "de",
		footer: t("paper.footer", { group: given.group }),
		blocks: [
			{ kind: "text", text: t("paper.to", { name: given.invitation.name }) },
			{ kind: "text", text: t(circular ? "paper.circular" : "paper.text", words) },
			{
				kind: "list",
				items: [
					circular
						? `${t("paper.until")}: ${format.dateTime(given.endsAt)}`
						: `${t("paper.when")}: ${format.dateTime(given.startsAt)}`,
					...(given.where ? [`${t("paper.where")}: ${given.where}`] : []),
				],
			},
			{ kind: "heading", level: 1, text: t("paper.agenda") },
			{ kind: "text", text: items.map(({ line }) => line).join("\n\n") },
			{ kind: "heading", level: 1, text: t(circular ? "paper.slipCircular" : "paper.slip") },
			{
				kind: "text",
				text: (circular
					? items.map(({ number }) => t("paper.votes", { number: String(number) }))
					: [t("paper.coming"), ...(given.invitation.hasSubstitute ? [t("paper.substitute")] : []), t("paper.absent")]
				).join("\n\n"),
			},
			{ kind: "text", text: t("paper.sign") },
			{ kind: "heading", level: 2, text: t("paper.sender") },
			{ kind: "text", text: [given.sender.name, ...given.sender.lines].join("\n\n") },
		],
	};
}
