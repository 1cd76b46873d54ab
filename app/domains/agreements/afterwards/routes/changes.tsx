import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextDifference } from "~/design/text-difference";
import { differenceOf } from "~/domains/participation/index";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { useNoticeWords } from "../../notice-period/ui/notice-words";
import { amendmentMessages } from "../amendment-messages";
import type { Changes } from "../changes";
import { abandonAmendment } from "../commands/amend.server";
import { changesPage } from "../queries/amendment-page.server";
import { AfterFrame } from "../ui/after-frame";
import type { Route } from "./+types/changes";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { changes, ...page } = await changesPage(world, params.code);
	return {
		...page,
		afterExit: new URL(request.url).searchParams.has("austritt"),
		changes: {
			...changes,
			blocks: changes.blocks.map(({ key, heading, before, after }) => ({
				key,
				heading,
				pieces: differenceOf(before, after),
			})),
		},
	};
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const outcome = await abandonAmendment(world, { code: params.code });
	return outcome.done ? onward(`/vereinbarungen/${outcome.value.amendedCode}/nachtrag`) : again({}, outcome.refusals);
});

type Shown = Route.ComponentProps["loaderData"]["changes"];

export default function ChangesPage({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(amendmentMessages);
	const problems = useProblems(amendmentMessages, actionData?.refusals);
	const { changes, amended } = page;
	const nothing =
		changes.dates.length + changes.blocks.length + changes.amounts.length === 0 &&
		([changes.parties, changes.duties, changes.milestones, changes.cover, changes.commitments] as const).every(
			({ added, removed }) => added.length + removed.length === 0,
		);
	return (
		<AfterFrame
			page={page}
			title={t("changes.title")}
			lead={t("changes.lead", { number: amended.number, version: String(amended.version) })}
			errors={problems.errors}
			notice={page.afterExit ? t("changes.afterExit") : null}
		>
			{page.afterExit && <p>{t("changes.afterExitText")}</p>}
			<p>
				{t(`kinds.${page.kind}`)}: {page.reason}
			</p>
			<ButtonRow>
				{page.editHref && <LinkButton href={page.editHref}>{t("changes.edit")}</LinkButton>}
				<LinkButton href={`/vereinbarungen/${amended.code}`} look="secondary">
					{t("changes.backTo", { number: amended.number })}
				</LinkButton>
			</ButtonRow>
			{page.yearsBefore !== null && <p>{t("changes.yearsBefore", { year: String(page.yearsBefore) })}</p>}
			{nothing && <p>{t("changes.nothing")}</p>}
			{changes.dates.length > 0 && <ChangedDates dates={changes.dates} />}
			{changes.amounts.length > 0 && <ChangedAmounts amounts={changes.amounts} />}
			<ChangedLists changes={changes} />
			{changes.blocks.length > 0 && <p>{t("changes.legend")}</p>}
			{changes.blocks.map(({ key, heading, pieces }) => (
				<Section key={key} title={heading} id={`baustein-${key}`}>
					<TextDifference
						pieces={pieces}
						words={{ removed: t("changes.removed"), added: t("changes.added"), end: t("changes.end") }}
					/>
				</Section>
			))}
			{page.mayAbandon && (
				<Section title={t("changes.abandon")} id="aufgeben">
					<p>{t("changes.abandonText")}</p>
					<Form inline>
						<Button look="secondary">{t("changes.abandon")}</Button>
					</Form>
				</Section>
			)}
		</AfterFrame>
	);
}

function ChangedDates({ dates }: { dates: Changes["dates"] }) {
	const t = useText(amendmentMessages);
	const say = useText(messages);
	const { date } = useFormat();
	const words = (text: string | null) =>
		text === null ? say("page.none") : /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : text;
	return (
		<Section title={t("changes.dates")} id="termine">
			<DataTable
				caption={t("changes.dates")}
				captionHidden
				rows={dates}
				rowKey={({ key }) => key}
				columns={[
					{ key: "what", header: t("changes.what"), rowHeader: true, cell: ({ key }) => t(`dateNames.${key}`) },
					{ key: "before", header: t("changes.before"), cell: ({ before }) => words(before) },
					{ key: "after", header: t("changes.after"), cell: ({ after }) => words(after) },
				]}
			/>
		</Section>
	);
}

function ChangedAmounts({ amounts }: { amounts: Changes["amounts"] }) {
	const t = useText(amendmentMessages);
	const say = useText(messages);
	const { money } = useFormat();
	const amount = (cents: string | null) => (cents === null ? say("page.none") : money(BigInt(cents)));
	return (
		<Section title={t("changes.amounts")} id="betraege">
			<DataTable
				caption={t("changes.amounts")}
				captionHidden
				rows={amounts}
				rowKey={({ label, year, party }) => `${label} ${year} ${party ?? ""}`}
				columns={[
					{
						key: "item",
						header: t("changes.item"),
						rowHeader: true,
						cell: ({ label, party }) => `${label}, ${party ?? t("changes.whole")}`,
					},
					{ key: "year", header: t("changes.year"), cell: ({ year }) => String(year) },
					{ key: "before", header: t("changes.before"), numeric: true, cell: ({ before }) => amount(before) },
					{ key: "after", header: t("changes.after"), numeric: true, cell: ({ after }) => amount(after) },
					{
						key: "difference",
						header: t("changes.difference"),
						numeric: true,
						cell: ({ before, after }) => money(BigInt(after ?? "0") - BigInt(before ?? "0")),
					},
				]}
			/>
		</Section>
	);
}

function ChangedLists({ changes }: { changes: Shown }) {
	const t = useText(amendmentMessages);
	const say = useText(messages);
	const { date, money } = useFormat();
	const inWords = useNoticeWords();
	const list = (entries: readonly string[]) => entries.filter(Boolean).join(", ");
	const lists = {
		parties: both(changes.parties, ({ name, role, signatories }) =>
			list([`${name} (${say(`roles.${role}`)})`, ...signatories]),
		),
		duties: both(changes.duties, ({ task, phase, responsible, helpers }) =>
			list([`${task} (${say(`phases.${phase}`)})`, responsible, ...helpers]),
		),
		milestones: both(changes.milestones, ({ title, day }) => `${date(day)}: ${title}`),
		cover: both(changes.cover, ({ year, label, cents, standing, bearer }) =>
			list([String(year), label, money(BigInt(cents)), standing ? say(`standings.${standing}`) : "", bearer]),
		),
		commitments: both(changes.commitments, ({ party, from, until, basis, adjustment, yearly }) =>
			list([
				party,
				`${date(from)} – ${date(until)}`,
				yearly === undefined ? "" : t("changes.yearly", { amount: money(BigInt(yearly)) }),
				basis,
				adjustment,
			]),
		),
		noticePeriod: both(changes.noticePeriod, inWords),
	};
	return Object.entries(lists).flatMap(([key, { added, removed }]) =>
		added.length + removed.length === 0 ? (
			[]
		) : (
			<Section key={key} title={t(`changes.lists.${key as keyof typeof lists}`)} id={key}>
				<ul>
					{removed.map((words) => (
						<li key={`- ${words}`}>
							{t("changes.removed")}: <del>{words}</del>
						</li>
					))}
					{added.map((words) => (
						<li key={`+ ${words}`}>
							{t("changes.added")}: <ins>{words}</ins>
						</li>
					))}
				</ul>
			</Section>
		),
	);
}

function both<Entry>({ added, removed }: { added: Entry[]; removed: Entry[] }, words: (entry: Entry) => string) {
	return { added: added.map(words), removed: removed.map(words) };
}
