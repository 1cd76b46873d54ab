import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, PersonalData, Subject, SubjectView } from "~/platform/manifest.server";
import { mayReadGroup } from "../policy.server";
import { storedContent } from "./commands/finish.server";
import { publicVersion } from "./content";
import { minutesMessages } from "./messages";
import { minutesNotices } from "./notices.server";
import { mayReadMinutes } from "./policy.server";
import { latestVersion, minutesById } from "./queries/find-minutes.server";
import { stateOn } from "./state";

const minutes: Subject = {
	async resolve(view, ids) {
		const t = textFor(view.locale, minutesMessages);
		const known = await view.db.minutes.findMany({ where: { id: { in: ids } }, select: { id: true } });
		const seen = new Map<string, SubjectView>();
		for (const { id } of known) {
			const { minutes: row, group, given } = await minutesById(view, id);
			const isOut = group.isPublic && row.meeting.isPublic && row.finalAt !== null && row.finalAt <= view.now;
			if (!mayReadMinutes(view.actor, given) && !(isOut && mayReadGroup(view.actor, group))) continue;
			seen.set(id, {
				id,
				title: t("title", { meeting: row.meeting.title }),
				href: `/o/${group.place.slug}/arbeitskreise/${group.slug}/sitzungen/${row.meetingId}/protokoll`,
				kindLabel: t("kind"),
				state: t(`states.${stateOn(row, today(view.now))}`),
				at: row.finalAt ?? row.circulatedAt ?? row.createdAt,
				organisationId: row.organisationId,
			});
		}
		return seen;
	},
	async searchText(db, id) {
		const row = await db.minutes.findUnique({
			where: { id },
			include: { meeting: { include: { group: { select: { isPublic: true, name: true } } } } },
		});
		const version = row?.finalAt ? await latestVersion({ db }, id) : null;
		if (!row?.finalAt || !version) return null;
		const { content } = publicVersion(storedContent(version.content), new Map());
		return {
			ownerId: row.organisationId,
			isPublic: row.meeting.isPublic && row.meeting.group.isPublic,
			title: textFor("de", minutesMessages)("title", { meeting: row.meeting.title }),
			body: [
				row.meeting.group.name,
				...content.items.flatMap((item) => [item.title, ...item.notes.map(({ text }) => text)]),
			].join("\n"),
			at: row.finalAt,
		};
	},
};

/** Scans of signed papers hold the whole text: for who reads the minutes inside. */
const scan: Subject = {
	async resolve() {
		return new Map();
	},
	async mayReadFiles(view, id) {
		const row = await view.db.minutesScan.findUnique({
			where: { id },
			select: { version: { select: { minutesId: true } } },
		});
		return row !== null && mayReadMinutes(view.actor, (await minutesById(view, row.version.minutesId)).given);
	},
};

/**
 * Minutes are the record of a meeting: seats, votes and what was said stay; the names in frozen versions are forgotten,
 * those in drafts and of objections are read from the person, whom accounts forgets.
 */
const personalData: PersonalData = {
	async export(db, personId) {
		const where = { personId };
		const [named, objected, signed, said, officer, scans, checks] = await Promise.all([
			db.minutesName.findMany({
				where,
				select: { name: true, isPublic: true, version: { select: { number: true, minutesId: true } } },
				orderBy: [{ versionId: "asc" }, { key: "asc" }],
			}),
			db.minutesObjection.findMany({
				where,
				select: { text: true, raisedAt: true, outcome: true, reason: true },
				orderBy: { id: "asc" },
			}),
			db.minutesSignature.findMany({
				where,
				select: { role: true, sha256: true, signedAt: true },
				orderBy: { id: "asc" },
			}),
			db.minutesNote.findMany({ where: { speaker: where }, select: { text: true }, orderBy: { id: "asc" } }),
			db.minutes.findMany({
				where: { OR: [{ presidedById: personId }, { minuteTakerId: personId }] },
				select: { id: true, meeting: { select: { title: true, day: true } } },
				orderBy: { id: "asc" },
			}),
			db.minutesScan.findMany({
				where: { uploadedById: personId },
				select: { uploadedAt: true, signedOn: true },
				orderBy: { id: "asc" },
			}),
			db.minutesScanCheck.findMany({
				where: { checkedById: personId },
				select: { checkedAt: true, accepted: true },
				orderBy: { scanId: "asc" },
			}),
		]);
		return { minutes: { named, objected, signed, said, chairedOrWritten: officer, scans, checks } };
	},
	async erase({ db }, personId) {
		await db.minutesName.updateMany({ where: { personId, name: { not: null } }, data: { name: null } });
	},
	async retain() {
		return 0;
	},
};

/** What the house needs to know of minutes. */
export const minutesPart: Omit<Manifest, "domain"> = {
	subjects: { minutes, "minutes-scan": scan },
	notices: minutesNotices,
	personalData,
};
