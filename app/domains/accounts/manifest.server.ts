import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { leadNotices } from "./lead-notices.server";
import { messages as noticeMessages } from "./notice-messages";
import { personalData } from "./personal-data.server";

type Told = keyof (typeof noticeMessages)["de"]["what"];

/** Tells a person what changed about the protection of their account, since it may have been somebody else. */
function tell(what: Told, path: string) {
	return async (db: View["db"], event: RecordedEvent): Promise<Notice[]> => {
		const account = await db.account.findUnique({
			where: { id: event.subject.id },
			select: { personId: true, locale: true },
		});
		if (!account) return [];
		const t = textFor(account.locale === "en" ? "en" : "de", noticeMessages);
		return [
			{
				to: { personId: account.personId },
				kind: "service",
				subject: t(`what.${what}`),
				paragraphs: [t("text"), t("notYou")],
				action: { path, label: t("look") },
				because: t("because"),
			},
		];
	};
}

export const manifest: Manifest = {
	domain: "accounts",
	notices: {
		...leadNotices,
		"accounts.password.changed": tell("password", "/konto/sicherheit"),
		"accounts.second-factor.added": tell("factorAdded", "/konto/sicherheit"),
		"accounts.second-factor.removed": tell("factorRemoved", "/konto/sicherheit"),
		"accounts.recovery-codes.replaced": tell("codes", "/konto/sicherheit"),
	},
	personalData,
};
