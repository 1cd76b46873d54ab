import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { dayText } from "../queries/names.server";
import { minutesLetterMessages } from "./letter-messages";

type Db = Prisma.TransactionClient;

async function told(db: Db, id: string) {
	return db.minutes.findUnique({
		where: { id },
		select: {
			id: true,
			objectionsUntil: true,
			presidedById: true,
			minuteTakerId: true,
			meeting: {
				select: {
					id: true,
					title: true,
					day: true,
					groupId: true,
					group: {
						select: { name: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
					},
				},
			},
		},
	});
}

type Told = NonNullable<Awaited<ReturnType<typeof told>>>;
type Letters = ReturnType<typeof textFor<typeof minutesLetterMessages>>;

/** Everybody who sat in the group on the day of the meeting or acted there, with the language to write in. */
async function people(db: Db, { meeting }: Told) {
	const { day } = meeting;
	return db.person.findMany({
		where: {
			erasedAt: null,
			groupMemberships: {
				some: {
					groupId: meeting.groupId,
					OR: [
						{ validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
						{ attendances: { some: { meetingId: meeting.id } } },
						{ actedAs: { some: { meetingId: meeting.id } } },
					],
				},
			},
		},
		select: { id: true, account: { select: { locale: true } } },
		orderBy: { id: "asc" },
		take: 1000,
	});
}

async function tell(
	db: Db,
	event: RecordedEvent,
	write: (t: Letters, minutes: Told, locale: Locale) => Pick<Notice, "subject" | "paragraphs">,
	only?: (minutes: Told) => string[],
): Promise<Notice[]> {
	const minutes = await told(db, event.subject.id);
	if (!minutes) return [];
	const wanted = only?.(minutes);
	const { meeting } = minutes;
	const found = wanted
		? await db.person.findMany({
				where: { id: { in: wanted }, erasedAt: null },
				select: { id: true, account: { select: { locale: true } } },
				orderBy: { id: "asc" },
			})
		: await people(db, minutes);
	return found
		.filter(({ id }) => id !== event.actorPersonId)
		.map(({ id, account }): Notice => {
			const locale: Locale = account?.locale === "en" ? "en" : "de";
			const t = textFor(locale, minutesLetterMessages);
			const place = meeting.group.organisation.space?.slug ?? "";
			return {
				to: { personId: id },
				kind: "service",
				...write(t, minutes, locale),
				action: {
					path: `/o/${place}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}/protokoll`,
					label: t("button"),
				},
				because: t(wanted ? "becauseOfficer" : "because"),
			};
		});
}

const named = ({ meeting }: Told) => ({ meeting: meeting.title, group: meeting.group.name });

export const minutesNotices: NonNullable<Manifest["notices"]> = {
	"groups.minutes.circulated": (db, event) =>
		tell(db, event, (t, minutes, locale) => ({
			subject: t("circulated.subject", named(minutes)),
			paragraphs: [
				t("circulated.text", named(minutes)),
				t("circulated.until", {
					day: minutes.objectionsUntil ? formatFor(locale).dateLong(dayText(minutes.objectionsUntil)) : "",
				}),
			],
		})),

	"groups.minutes.frozen-again": (db, event) =>
		tell(db, event, (t, minutes) => ({
			subject: t("again.subject", named(minutes)),
			paragraphs: [t("again.text", { ...named(minutes), number: String(event.facts.version) })],
		})),

	"groups.minutes.finalised": (db, event) =>
		tell(db, event, (t, minutes) => ({
			subject: t("final.subject", named(minutes)),
			paragraphs: [t("final.text", named(minutes))],
		})),

	"groups.minutes.scan-brought-in": (db, event) =>
		tell(
			db,
			event,
			(t, minutes) => ({
				subject: t("scan.subject", named(minutes)),
				paragraphs: [t("scan.text", named(minutes))],
			}),
			({ presidedById, minuteTakerId }) => [presidedById, minuteTakerId],
		),

	"groups.minutes.objected": (db, event) =>
		tell(
			db,
			event,
			(t, minutes) => ({
				subject: t("objected.subject", named(minutes)),
				paragraphs: [t("objected.text", named(minutes))],
			}),
			({ presidedById, minuteTakerId }) => [presidedById, minuteTakerId],
		),
};
