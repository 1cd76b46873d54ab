import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { isVote } from "../texts/statement";
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
