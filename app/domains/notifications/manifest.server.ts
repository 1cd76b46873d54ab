import { textFor } from "~/platform/i18n";
import type { Manifest } from "~/platform/manifest.server";
import { sendDigests } from "./commands/send-digests.server";
import { sendMail, sendWaiting } from "./commands/send-mail.server";
import { messages } from "./messages";
import { personalData } from "./personal-data.server";
import { mayCareForMail } from "./policy.server";
import { postman } from "./postman.server";

export const manifest: Manifest = {
	domain: "notifications",
	jobs: {
		async "send-mail"(world, { mailId }) {
			await sendMail(world, await postman(world), String(mailId));
		},
	},
	sweeps: {
		"waiting-mail": async (world) => sendWaiting(world, await postman(world)),
		digests: sendDigests,
	},
	async waiting(view) {
		if (!mayCareForMail(view.actor, null)) return [];
		const t = textFor(view.locale, messages);
		const count = await view.db.mail.count({ where: { failedAt: { not: null }, to: { not: "" } } });
		return [{ label: t("outgoing.givenUp"), count, href: "/betrieb/post", urgent: true }];
	},
	personalData,
};
