import { today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { letterMessages } from "../letter-messages";
import { groupSelection, membersOn } from "../notices.server";
import { lastDayText } from "../queries/names.server";

/** What members are told of their group as a whole. */
export const charterNotices: NonNullable<Manifest["notices"]> = {
	"groups.group.ends-soon": async (db, event) => {
		const group = await db.workingGroup.findUnique({
			where: { id: event.subject.id },
			select: { ...groupSelection.select, validUntil: true },
		});
		// its end was moved meanwhile: there will be another message
		if (!group?.validUntil || lastDayText(group.validUntil) < event.at.toISOString().slice(0, 10)) return [];
		const { validUntil, name, slug, organisation } = group;
		const members = await membersOn(db, group.id, today(event.at));
		return members.map(({ personId, locale }): Notice => {
			const t = textFor(locale, letterMessages);
			const values = { group: name, date: formatFor(locale).dateLong(lastDayText(validUntil)) };
			return {
				to: { personId },
				kind: "service",
				subject: t("endsSoon.subject", values),
				paragraphs: [t("endsSoon.text", values)],
				action: {
					path: `/o/${organisation.space?.slug ?? ""}/arbeitskreise/${slug}`,
					label: t("endsSoon.button"),
				},
				because: t("endsSoon.because"),
			};
		});
	},
};
