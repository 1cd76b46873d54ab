import { z } from "zod";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhaseTimeline } from "~/design/phase-timeline";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { ResolutionNotes } from "~/domains/council";
import { houseAddress } from "~/platform/address.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { PlacePicture } from "../../contributions/ui/place-picture";
import { askParticipation, takeBackWish } from "../commands/ask-participation.server";
import { messages } from "../messages";
import { isOver } from "../project";
import { projectByCode } from "../queries/find-project.server";
import { type ProjectPage, projectPage } from "../queries/project-page.server";
import { RequestBox } from "../ui/request-box";
import { ProjectStageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/project";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	project: await projectPage(world, params.code),
	shortUrl: houseAddress(`/vorhaben/${params.code}`),
	signedIn: world.actor.kind === "person",
	asked: new URL(request.url).searchParams.has("gezaehlt"),
}));

const wishForm = z.object({ wanted: z.enum(["yes", "no"]).default("yes") });

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await projectByCode(world, params.code);
	const form = await readForm(request, wishForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const wanted = form.value.wanted === "yes";
	const outcome = wanted ? await askParticipation(world, { id }) : await takeBackWish(world, { id });
	// sent twice: it is so already
	const settled =
		outcome.done || outcome.refusals.some(({ code: why }) => why === "already-asked" || why === "not-asked");
	if (settled) return onward(`/vorhaben/${code}${wanted ? "?gezaehlt" : ""}#beteiligung-vorschlagen`);
	return again(form.typed, outcome.refusals);
});

export default function ProjectDetail({ loaderData, actionData }: Route.ComponentProps) {
	const { project, signedIn, asked } = loaderData;
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const { owner } = project;
	return (
		<>
			<title>{`${project.title} – ${owner.name}`}</title>
			<meta name="description" content={project.summary} />
			<Breadcrumb
				entries={[
					{ label: owner.name, href: `/o/${owner.slug}` },
					{ label: t("list.title"), href: `/o/${owner.slug}/vorhaben` },
					{ label: project.title },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			{asked && project.request.own && <Alert tone="success" title={t("request.asked")} live />}
			{!project.isPublic && <Alert title={t("page.hidden")} />}
			<PageTitle
				above={`${t("kind")} · ${owner.name}`}
				title={project.title}
				lead={project.summary}
				state={<ProjectStageBadge stage={project.stage} />}
			>
				<ButtonRow>
					<LinkButton href={`/werdegang/project/${project.id}`} look="secondary">
						{t("page.trace")}
					</LinkButton>
					{project.may.manage && (
						<LinkButton href={`/o/${owner.slug}/verwaltung/vorhaben/${project.code}`}>{t("page.manage")}</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<Asked project={project} />
			<RequestBox project={project} signedIn={signedIn} />
			{project.descriptionHtml && (
				<Section id="was" title={t("page.what")}>
					<RichTextView html={project.descriptionHtml} />
				</Section>
			)}
			<Section id="wo" title={t("page.where")}>
				{project.map && project.point ? (
					<PlacePicture map={project.map} at={project.point} words={project.place} />
				) : (
					<p>{project.place}</p>
				)}
			</Section>
			<Facts project={project} shortUrl={loaderData.shortUrl} />
			<ResolutionNotes resolutions={project.resolutions} />
			<Section id="weg" title={t("page.history")}>
				<PhaseTimeline
					label={t("page.history")}
					phases={project.steps.map(({ stage, on, note }, index) => ({
						title: t(`stages.${stage}`),
						period: <LocalDate value={on} />,
						text: note ?? undefined,
						state: index === project.steps.length - 1 && !isOver(stage) ? "now" : "done",
					}))}
				/>
			</Section>
		</>
	);
}

function Asked({ project }: { project: ProjectPage }) {
	const t = useText(messages);
	return (
		<Section id="beteiligung" title={t("page.participation")}>
			<p>
				<strong>{t(`participations.${project.participation}`)}</strong>
			</p>
			<Paragraphs text={project.participationReason} />
			{project.participation === "yes" && project.participationHow && (
				<>
					<h3>{t("page.how")}</h3>
					<Paragraphs text={project.participationHow} />
				</>
			)}
			{project.process && (
				<p>
					<a href={project.process.href}>{t("page.process", { title: project.process.title })}</a>
					{project.process.state && ` (${project.process.state})`}
				</p>
			)}
		</Section>
	);
}

function Facts({ project, shortUrl }: { project: ProjectPage; shortUrl: string }) {
	const t = useText(messages);
	const { estimate } = useFormat();
	const { responsible, owner } = project;
	const euros = (cents: string | null) => (cents === null ? null : estimate(BigInt(cents)));
	return (
		<Section id="fakten" title={t("page.facts")}>
			<SummaryList
				rows={[
					{ term: t("page.when"), value: project.timeFrame },
					{ term: t("page.cost"), value: euros(project.costCents) ?? t("page.notStated") },
					{ term: t("page.yearly"), value: euros(project.yearlyCents) ?? t("page.notStated") },
					...(project.payer ? [{ term: t("page.payer"), value: project.payer }] : []),
					...(project.goal ? [{ term: t("page.goal"), value: project.goal }] : []),
					{
						term: t("page.answers"),
						value: responsible ? (
							<>
								{responsible.label}
								{responsible.holder && `, ${t("page.holder", { name: responsible.holder })}`}
								{responsible.phone && (
									<>
										<br />
										{t("page.phone")}:{" "}
										<a href={`tel:${responsible.phone.replace(/[^\d+]/g, "")}`}>{responsible.phone}</a>
									</>
								)}
								{responsible.mailbox && (
									<>
										<br />
										{t("page.mail")}: <a href={`mailto:${responsible.mailbox}`}>{responsible.mailbox}</a>
									</>
								)}
							</>
						) : (
							t("page.nobody")
						),
					},
					{ term: t("page.confirmed"), value: <LocalDate value={project.confirmedAt} /> },
					{ term: t("page.owner"), value: <a href={`/o/${owner.slug}`}>{owner.name}</a> },
					{ term: t("page.short"), value: <a href={shortUrl}>{shortUrl.replace(/^https?:\/\//, "")}</a> },
				]}
			/>
		</Section>
	);
}

function Paragraphs({ text }: { text: string }) {
	const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== "");
	return (
		<Flow>
			{parts.map((part) => (
				<p key={part}>{part}</p>
			))}
		</Flow>
	);
}
