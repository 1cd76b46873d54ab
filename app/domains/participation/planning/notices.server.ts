import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { isVote } from "../texts/statement";
import { authorityPath } from "./authority-token.server";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";

type Notices = NonNullable<Manifest["notices"]>;

const planned = {
	include: {
		process: { select: { slug: true, organisation: { select: { space: { select: { slug: true } } } } } },
	},
} as const;

/** Whom to tell about plans: the office of every statement, at once; every author of the result. */
export const notices: Notices = {
	"participation.planning.statement-received": async (db, { facts }) => {
		const statement = await db.planningStatement.findUnique({
			where: { id: String(facts.statement) },
			include: { planning: planned },
		});
		const { planning } = statement ?? {};
		const space = planning?.process.organisation.space;
		if (!statement || !planning?.officeEmail || !space) return [];
		const t = textFor("de", letterMessages);
		const files = await db.file.findMany({
			where: { subjectKind: "planning-statement", subjectId: statement.id, removedAt: null },
			orderBy: { id: "asc" },
			select: { name: true, sha256: true },
		});
		const { number, name, organisation, email, address, text, sha256, receivedAt } = statement;
		const plan = planning.name;
		return [
			{
				to: { email: planning.officeEmail, locale: "de" },
				kind: "service",
				subject: t("forward.subject", { number: String(number), plan }),
				paragraphs: [
					t("greeting"),
					t("forward.text", { plan, at: formatFor("de").dateTime(receivedAt) }),
					...(name ? [t("forward.from", { name })] : []),
					...(organisation ? [t("forward.organisation", { organisation })] : []),
					...(email ? [t("forward.email", { email })] : []),
					...(address ? [t("forward.address", { address })] : []),
					t("forward.wording"),
					...text.split(/\n+/).filter((line) => line.trim() !== ""),
					t("forward.check", { sha256 }),
					...files.map((file) => t("forward.file", file)),
					t("forward.late"),
				],
				action: {
					path: `/o/${space.slug}/verwaltung/beteiligung/${planning.process.slug}/bauleitplanung/stellungnahmen`,
					label: t("forward.button"),
				},
				because: t("forward.because"),
			},
		];
	},

	"participation.planning.authority-notified": async (db, { facts }) => {
		const row = await db.planningNotification.findUnique({
			where: { id: String(facts.notification) },
			include: { authority: { include: { planning: planned } }, display: true },
		});
		const { planning, name, email } = row?.authority ?? {};
		const space = planning?.process.organisation.space;
		if (!row || !planning || !space || !email) return [];
		const t = textFor("de", letterMessages);
		const { dateLong } = formatFor("de");
		const { startsOn, endsOn, changes, round } = row.display;
		const day = (stored: Date) => dateLong(stored.toISOString().slice(0, 10));
		const page = `/o/${space.slug}/beteiligung/${planning.process.slug}/bauleitplanung`;
		return [
			{
				to: { email, locale: "de" },
				kind: "service",
				subject: t("notice.subject", { plan: planning.name }),
				paragraphs: [
					t("greeting"),
					t(round > 1 ? "notice.renewed" : "notice.text", { authority: name ?? "", plan: planning.name }),
					t("notice.period", { from: day(startsOn), to: day(endsOn), address: houseAddress(page) }),
					...(changes ? [t("notice.changes", { changes })] : []),
					t("notice.due", { date: day(row.dueOn) }),
					planning.way === "take" ? t("notice.take") : t("notice.link", { system: planning.systemAddress ?? "" }),
					t("notice.office", { office: planning.office, email: planning.officeEmail ?? "" }),
				],
				action:
					planning.way === "take"
						? { path: authorityPath(row.id), label: t("notice.button") }
						: { path: page, label: t("result.button") },
				because: t("notice.because"),
			},
		];
	},

	"participation.planning.weighed": async (db, { subject, facts }) => {
		const planning = await db.planning.findUnique({ where: { processId: subject.id }, ...planned });
		const space = planning?.process.organisation.space;
		if (!planning || !space) return [];
		const statements = await db.planningStatement.findMany({
			where: { processId: subject.id, email: { not: null } },
			orderBy: { number: "asc" },
			include: { parts: { orderBy: { position: "asc" } } },
		});
		return statements.flatMap(({ email, locale: stored, number, parts }): Notice[] => {
			if (!email) return [];
			const locale: Locale = stored === "en" ? "en" : "de";
			const t = textFor(locale, letterMessages);
			const votes = textFor(locale, messages);
			return [
				{
					to: { email, locale },
					kind: "service",
					subject: t("result.subject", { plan: planning.name }),
					paragraphs: [
						t("greeting"),
						t("result.text", {
							plan: planning.name,
							on: formatFor(locale).dateLong(String(facts.on)),
							number: String(number),
						}),
						...parts.map(({ words, vote, comment }) =>
							t("result.part", {
								words,
								vote: isVote(vote) ? votes(`votes.${vote}`) : "",
								comment: comment ?? "",
							}).trim(),
						),
						t("result.more"),
					],
					action: {
						path: `/o/${space.slug}/beteiligung/${planning.process.slug}/bauleitplanung`,
						label: t("result.button"),
					},
					because: t("result.because"),
				},
			];
		});
	},
};
