import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TaskList } from "~/design/task-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { openPointsOf } from "../../clauses/queries/talk.server";
import { Conflicts } from "../../clauses/ui/conflicts";
import { actForm, optionalBlockForm } from "../../forms";
import { messages } from "../../messages";
import { messages as particularsMessages } from "../../particulars/messages";
import { withdrawVersion } from "../../signing/commands/end-round.server";
import { messages as templateMessages } from "../../templates/messages";
import { optionalBlocks } from "../../templates/seeds.server";
import { hasGap } from "../../templates/template";
import { StateBadge } from "../../ui/state-badge";
import { addOptionalBlock } from "../commands/optional-blocks.server";
import { present, takeBack } from "../commands/present.server";
import { editingMessages } from "../editing-messages";
import { editingPage } from "../queries/editing-pages.server";
import type { Chapter } from "../readiness";
import type { Route } from "./+types/edit";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, points, ...page } = await editingPage(world, params);
	const optional = await optionalBlocks();
	return {
		...page,
		type: draft.typed ? draft.type : null,
		optional: optional
			.filter(({ key }) => !draft.blocks.some((block) => block.key === key))
			.map(({ key, heading, question }) => ({ key, heading, question })),
		open: page.state === "presented" ? await openPointsOf(world, draft.id) : null,
		blocks: draft.blocks.map(({ key, heading, question, text }) => ({
			key,
			heading,
			question,
			filled: text !== "" && !hasGap(text),
		})),
		points: points.map(({ chapter }) => chapter),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const acts = {
		present: () => present(world, { code }),
		takeBack: () => takeBack(world, { code }),
		withdraw: () => withdrawVersion(world, { code }),
		addBlock: () =>
			addOptionalBlock(world, { code, key: optionalBlockForm.parse({ key: fields.get("key") ?? "" }).key }),
	};
	if (!Object.hasOwn(acts, act)) throw new NotFound();
	const outcome = await acts[act as keyof typeof acts]();
	return outcome.done ? onward(here) : again({}, outcome.refusals);
});

const chapters = [
	{ chapter: "basics", path: "angaben" },
	{ chapter: "parties", path: "parteien" },
	{ chapter: "forms", path: "form" },
	{ chapter: "decisions", path: "beschluesse" },
	{ chapter: "plan", path: "aufgaben" },
	{ chapter: "costs", path: "kosten" },
	{ chapter: "cover", path: "deckung" },
] as const;

const more = [
	{ part: "particulars", path: "auflagen" },
	{ part: "noticePeriod", path: "kuendigung" },
	{ part: "annexes", path: "anlagen" },
	{ part: "word", path: "word" },
] as const;

export default function Edit({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(particularsMessages);
	const templates = useText(templateMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const missingIn = (chapter: Chapter) => page.points.filter((point) => point === chapter).length;
	const badge = (missing: number) =>
		missing > 0 ? (
			<Badge tone="warning">{t("edit.missing", { count: missing })}</Badge>
		) : (
			<Badge tone="success">{t("edit.done")}</Badge>
		);
	return (
		<>
			<title>{`${page.title} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("manage.title"), href: `/o/${page.place.slug}/verwaltung/vereinbarungen` },
					{ label: page.number },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={page.title}
				above={page.type ? `${page.number}, ${templates(`types.${page.type}`)}` : page.number}
				state={<StateBadge state={page.state} />}
			>
				<LinkButton href={`/vereinbarungen/${page.code}`} look="secondary">
					{t("edit.show")}
				</LinkButton>
			</PageTitle>
			{page.mayEdit && (
				<>
					<Conflicts conflicts={page.conflicts} />
					<Section title={t("edit.tasks")} id="aufgaben">
						<TaskList
							label={t("edit.tasks")}
							tasks={[
								...chapters.map(({ chapter, path }) => ({
									title: t(`edit.${chapter}`),
									href: `${page.here}/${path}`,
									// Decisions warn and keep nothing back.
									state: chapter === "decisions" ? null : badge(missingIn(chapter === "plan" ? "duties" : chapter)),
								})),
								...more.map(({ part, path }) => ({ title: t(`edit.${part}`), href: `${page.here}/${path}` })),
								...(page.open
									? [
											{
												title: t("edit.talk"),
												href: `/vereinbarungen/${page.code}/abstimmung`,
												state: (
													<Badge tone={page.open.marks + page.open.comments > 0 ? "warning" : "success"}>
														{t("edit.open", { count: page.open.marks + page.open.comments })}
													</Badge>
												),
											},
											{ title: t("edit.guests"), href: `/vereinbarungen/${page.code}/gaeste` },
										]
									: []),
								{ title: t("edit.freeze"), href: `${page.here}/festschreiben`, state: badge(page.points.length) },
							]}
						/>
					</Section>
					<Section title={t("edit.texts")} id="bausteine">
						<TaskList
							label={t("edit.texts")}
							tasks={page.blocks.map(({ key, heading, question, filled }) => ({
								title: heading,
								hint: question,
								href: `${page.here}/baustein/${key}`,
								state: filled ? (
									<Badge tone="success">{t("edit.done")}</Badge>
								) : (
									<Badge tone="warning">{t("edit.gaps")}</Badge>
								),
							}))}
						/>
					</Section>
					{page.optional.length > 0 && (
						<Section title={say("optional.title")} id="weitere" intro={say("optional.lead")}>
							{page.optional.map(({ key, heading, question }) => (
								<Form key={key} id={`baustein-${key}`} hidden={{ act: "addBlock", key }}>
									<p>
										<strong>{heading}</strong>: {question}
									</p>
									<Button small look="secondary" label={say("optional.addOf", { heading })}>
										{say("optional.add")}
									</Button>
								</Form>
							))}
						</Section>
					)}
				</>
			)}
			{page.state === "draft" && (
				<Form hidden={{ act: "present" }}>
					<p>{t("edit.presentText")}</p>
					<Button>{t("edit.present")}</Button>
				</Form>
			)}
			{page.state === "presented" && (
				<Form hidden={{ act: "takeBack" }}>
					<p>{t("edit.takeBackText")}</p>
					<Button look="secondary">{t("edit.takeBack")}</Button>
				</Form>
			)}
			{page.state === "frozen" && (
				<>
					<Alert title={t("edit.frozen")} />
					<ButtonRow>
						<LinkButton href={`/vereinbarungen/${page.code}/papier`}>{t("edit.paper")}</LinkButton>
					</ButtonRow>
					<Form hidden={{ act: "withdraw" }}>
						<p>{t("edit.withdrawText")}</p>
						<Button look="secondary">{t("edit.withdraw")}</Button>
					</Form>
				</>
			)}
			{(page.state === "concluded" || page.state === "in-force" || page.state === "ended") && (
				<Alert title={t("edit.over")}>
					<p>
						<a href={`/vereinbarungen/${page.code}`}>{t("edit.overWhere")}</a>
					</p>
				</Alert>
			)}
		</>
	);
}
