import type { Format, Translator } from "~/platform/i18n";
import type { messages as answerMessages } from "../../answers/messages";
import type { messages } from "../messages";
import type { Figures } from "../queries/figures.server";

/** One figure with its words; `note` says how it was counted, or what cannot be known. */
export type Line = { label: string; value: string; note?: string };
/** What page and paper show alike: figures, and lists of parts as small tables. */
export type Shown = {
	key: string;
	title: string;
	lines: Line[];
	tables: { title: string; labelHeader: string; valueHeader: string; rows: { label: string; value: string }[] }[];
};

type Words = {
	t: Translator<typeof messages>;
	a: Translator<typeof answerMessages>;
	format: Format;
};

/** Figures as people read them. A withheld number is said to be withheld, never left out silently. */
export function present(figures: Figures, { t, a, format }: Words): Shown[] {
	const { number, percent } = format;
	const people = (count: number | null) => (count === null ? t("withheld") : number(count));
	const share = (part: number, whole: number) => (whole === 0 ? t("none") : percent(part / whole));
	const table = (
		title: string,
		labelHeader: string,
		rows: readonly { label: string; count: number | null }[],
	): Shown["tables"] =>
		rows.length === 0
			? []
			: [
					{
						title,
						labelHeader,
						valueHeader: t("count"),
						rows: rows.map(({ label, count }) => ({ label, value: people(count) })),
					},
				];
	const channels = (list: Figures["contributions"]["channels"]) =>
		list.map(({ key, count }) => ({ label: t(`channels.${key}`), count }));
	const { answers, contributions, cost, events, moderation } = figures;
	const sections: Shown[] = [
		{
			key: "menschen",
			title: t("people.title"),
			lines: [
				{ label: t("people.accounts"), value: people(figures.people.accounts), note: t("people.accountsNote") },
				...guestLines(figures, { t, number }),
				...(figures.people.newcomers === null || figures.people.accounts === 0
					? []
					: [
							{
								label: t("people.newcomers"),
								value: number(figures.people.newcomers),
								note: t("people.newcomersNote"),
							},
						]),
				...rateLines(figures, { t, format }),
				...(figures.people.imported > 0
					? [{ label: t("people.imported"), value: number(figures.people.imported), note: t("people.importedNote") }]
					: []),
				...(figures.people.concentration === null
					? []
					: [{ label: t("people.concentration"), value: percent(figures.people.concentration) }]),
			],
			tables: [],
		},
		{
			key: "beitraege",
			title: t("contributions.title"),
			lines: [
				{ label: t("contributions.total"), value: number(contributions.total) },
				{ label: t("contributions.comments"), value: number(contributions.comments) },
				{ label: t("contributions.placed"), value: number(contributions.placed) },
				{
					label: t("contributions.supports"),
					value: number(contributions.supports),
					note: t("contributions.supportersNote", {
						accounts: people(contributions.supporters),
						guests: people(contributions.guestSupporters),
					}),
				},
			],
			tables: [
				...table(t("contributions.channels"), t("contributions.channel"), channels(contributions.channels)),
				...table(
					t("contributions.categories"),
					t("contributions.category"),
					contributions.categories.map(({ key, count }) => ({ label: key ?? t("contributions.noCategory"), count })),
				),
			],
		},
		{
			key: "antworten",
			title: t("answers.title"),
			lines: [
				{
					label: t("answers.rate"),
					value: share(answers.answered, answers.published),
					note: t("answers.rateNote", { answered: number(answers.answered), published: number(answers.published) }),
				},
				...(answers.medianDays === null
					? []
					: [
							{
								label: t("answers.days"),
								value: t("answers.daysValue", { count: Math.round(answers.medianDays) }),
								note: t("answers.daysNote"),
							},
						]),
				...(answers.answered === 0
					? []
					: [
							{ label: t("answers.adopted"), value: share(answers.adopted, answers.answered) },
							{
								label: t("answers.acknowledged"),
								value: share(answers.acknowledged, answers.answered),
								note: t("answers.acknowledgedNote"),
							},
							{
								label: t("answers.together"),
								value: share(answers.together, answers.answered),
								note: t("answers.togetherNote"),
							},
						]),
			],
			tables: table(
				t("answers.dispositions"),
				t("answers.disposition"),
				answers.dispositions.map(({ key, count }) => ({ label: a(`dispositions.${key}`), count })),
			),
		},
		...figures.surveys.map(
			(survey, index): Shown => ({
				key: `umfrage-${index + 1}`,
				title: t("survey.title", { title: survey.title }),
				lines: [{ label: t("survey.answers"), value: people(survey.answers), note: t("survey.note") }],
				tables: table(t("survey.channels"), t("contributions.channel"), channels(survey.channels)),
			}),
		),
		...figures.votes.map(
			(box, index): Shown => ({
				key: `abstimmung-${index + 1}`,
				title: t("vote.title", { title: box.title }),
				lines: [
					{ label: t("vote.ballots"), value: people(box.ballots) },
					...(box.eligible !== null && box.ballots !== null
						? [
								{
									label: t("vote.turnout"),
									value: share(box.ballots, box.eligible),
									note: t("vote.turnoutNote", { count: box.eligible }),
								},
							]
						: []),
				],
				tables: [],
			}),
		),
		...(events.held > 0
			? [
					{
						key: "termine",
						title: t("events.title"),
						lines: [
							{ label: t("events.held"), value: number(events.held) },
							{
								label: t("events.attended"),
								value: number(events.attended),
								note: t("events.attendedNote", { count: events.counted }),
							},
						],
						tables: [],
					},
				]
			: []),
		{
			key: "moderation",
			title: t("moderation.title"),
			lines: [
				{
					label: t("moderation.hidden"),
					value: t("moderation.hiddenValue", {
						hidden: number(moderation.hidden),
						received: number(moderation.received),
					}),
				},
				{ label: t("moderation.reversed"), value: number(moderation.reversed) },
				{
					label: t("moderation.hours"),
					value:
						moderation.medianHours === null
							? t("none")
							: t("moderation.hoursValue", { count: Math.round(moderation.medianHours) }),
				},
			],
			tables: [],
		},
		...(cost
			? [
					{
						key: "kosten",
						title: t("cost.title"),
						lines: [
							{ label: t("cost.total"), value: format.money(cost.cents) },
							...(cost.perAct === null
								? []
								: [{ label: t("cost.perAct"), value: format.money(cost.perAct), note: t("cost.perActNote") }]),
						],
						tables: [],
					},
				]
			: []),
	];
	return sections;
}

function guestLines({ people }: Figures, { t, number }: { t: Words["t"]; number: Format["number"] }): Line[] {
	const { guests } = people;
	if (guests === null) return [{ label: t("people.guests"), value: t("withheld"), note: t("people.guestsNote") }];
	if (guests.most === 0) return [];
	const value =
		guests.least === guests.most
			? number(guests.most)
			: t("people.guestsBetween", { least: number(guests.least), most: number(guests.most) });
	return [{ label: t("people.guests"), value, note: t("people.guestsNote") }];
}

function rateLines({ people }: Figures, { t, format }: { t: Words["t"]; format: Format }): Line[] {
	const { inhabitants, least } = people;
	if (!inhabitants || inhabitants.value === 0 || least === null || least === 0) return [];
	return [
		{
			label: t("people.rate"),
			value: t("people.rateValue", { share: format.percent(least / inhabitants.value) }),
			note: t("people.rateNote", {
				count: format.number(inhabitants.value),
				source: inhabitants.source,
				date: format.date(inhabitants.asOf),
			}),
		},
	];
}
