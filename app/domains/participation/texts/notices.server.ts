import type { Prisma } from "~/platform/database/generated/client";
import { type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, Recipient } from "~/platform/manifest.server";
import { letterMessages } from "./letter-messages";
import { textPath } from "./queries/find-text.server";

type Notices = NonNullable<Manifest["notices"]>;
type Db = Prisma.TransactionClient;

const named = {
	select: {
		code: true,
		title: true,
		process: {
			select: { title: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
		},
	},
} as const;

type Author = { authorId: string | null; guestEmail: string | null; locale: string };

function recipientOf({ authorId, guestEmail }: Author, locale: Locale): Recipient | null {
	if (authorId) return { personId: authorId };
	return guestEmail ? { email: guestEmail, locale } : null;
}

const localeOf = (locale: string): Locale => (locale === "en" ? "en" : "de");
const fates = ["exact", "context", "similar", "paragraph", "lost"] as const;

/** The annotations of a text whose authors can be told, as far as they stand in public. */
function toldAnnotations(db: Db, textId: string, versionId: string) {
	return db.annotation.findMany({
		where: { textId, contribution: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null } },
		orderBy: { contribution: { number: "asc" } },
		select: {
			version: { select: { number: true } },
			places: { where: { versionId }, select: { how: true } },
			credits: { where: { versionId }, select: { blockKey: true } },
			contribution: { select: { number: true, authorId: true, guestEmail: true, locale: true } },
		},
	});
}

/** Whom to tell about texts: authors, when their annotation went into a version, or a new version concerns it. */
export const notices: Notices = {
	/** One letter per author, whatever the number of annotations; guests only when something of theirs went in. */
	"participation.text.version-published": async (db, { subject, facts }) => {
		if (Number(facts.number) < 2) return [];
		const version = await db.textVersion.findUnique({ where: { id: String(facts.version) }, include: { text: named } });
		const place = version?.text.process.organisation.space?.slug;
		if (!version || !place) return [];
		const { text, number, note } = version;
		const annotations = await toldAnnotations(db, subject.id, version.id);
		const authors = Map.groupBy(
			annotations.filter((annotation) => annotation.version.number < number),
			({ contribution }) => contribution.authorId ?? contribution.guestEmail ?? "",
		);
		return [...authors.values()].flatMap((own): Notice[] => {
			const [first] = own;
			const locale = localeOf(first?.contribution.locale ?? "de");
			const to = first && recipientOf(first.contribution, locale);
			const credited = own.some(({ credits }) => credits.length > 0);
			if (!to || ("email" in to && !credited)) return [];
			const t = textFor(locale, letterMessages);
			const words = { title: text.title, process: text.process.title, number: String(number) };
			return [
				{
					to,
					kind: credited ? "service" : "digest",
					subject: t("version.subject", words),
					paragraphs: [
						t("greeting"),
						t("version.text", words),
						...(note ? [t("version.note", { note })] : []),
						...own.map(({ contribution, credits, places: [placed] }) => {
							const mark = String(contribution.number ?? "");
							const how = fates.find((fate) => fate === placed?.how) ?? "exact";
							return t(credits.length > 0 ? "version.credited" : `version.${how}`, { mark });
						}),
					],
					action: {
						path: `${textPath(place, text.process.slug, text.code)}/vergleich?bis=${number}`,
						label: t("version.button"),
					},
					because: t("because"),
				},
			];
		});
	},

	/** Noted after the version was published; before that the version's own letter says it. */
	"participation.annotation.credited": async (db, { subject, facts }) => {
		if (facts.published !== true) return [];
		const annotation = await db.annotation.findUnique({
			where: { contributionId: subject.id },
			include: {
				text: named,
				contribution: { select: { number: true, authorId: true, guestEmail: true, locale: true } },
			},
		});
		const place = annotation?.text.process.organisation.space?.slug;
		if (!annotation || !place) return [];
		const { text, contribution } = annotation;
		const locale = localeOf(contribution.locale);
		const to = recipientOf(contribution, locale);
		if (!to) return [];
		const t = textFor(locale, letterMessages);
		const number = String(facts.number);
		const mark = String(contribution.number ?? "");
		return [
			{
				to,
				kind: "service",
				subject: t("credited.subject", { title: text.title }),
				paragraphs: [
					t("greeting"),
					t("credited.text", { mark, title: text.title, process: text.process.title, number }),
				],
				action: {
					path: `${textPath(place, text.process.slug, text.code)}?fassung=${number}`,
					label: t("credited.button", { number }),
				},
				because: t("because"),
			},
		];
	},
};
