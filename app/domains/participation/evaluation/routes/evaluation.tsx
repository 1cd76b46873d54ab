import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as answerMessages } from "../../answers/messages";
import { messages as processMessages } from "../../processes/messages";
import type { CheckResult } from "../checklist";
import { messages } from "../messages";
import { evaluationPage } from "../queries/evaluation-page.server";
import { EvaluationSections } from "../ui/evaluation-sections";
import { present } from "../ui/present";
import type { Route } from "./+types/evaluation";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	evaluationPage(world, params),
);

const tones = { yes: "success", partly: "info", no: "warning", none: "neutral" } as const;
const gradeTones = { kept: "success", partly: "info", missed: "warning" } as const;

export default function Evaluation({ loaderData: page, params }: Route.ComponentProps) {
	const t = useText(messages);
	const p = useText(processMessages);
	const a = useText(answerMessages);
	const format = useFormat();
	const path = `/o/${params.place}/beteiligung/${params.process}`;
	const work = `/o/${params.place}/verwaltung/beteiligung/${params.process}/auswertung`;
	const { figures, report, assessments } = page;
	return (
		<>
			<title>{`${t("page.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${params.place}` },
					{ label: p("overview.title"), href: `/o/${params.place}/beteiligung` },
					{ label: page.title, href: path },
					{ label: t("page.title") },
				]}
			/>
			{!page.isPublic && (
				<Alert title={t("page.notYet")}>
					<p>{t("page.notYetText")}</p>
				</Alert>
			)}
			<PageTitle title={t("page.title")} above={page.title} lead={t("page.lead")}>
				<p>{t("page.asOf", { date: format.dateLong(page.asOf) })}</p>
				<ButtonRow>
					<LinkButton href={`${path}/auswertung/auswertung.pdf`}>{t("page.pdf")}</LinkButton>
					<LinkButton look="secondary" href={`${path}/daten`}>
						{t("page.data")}
					</LinkButton>
					{page.may.evaluate && (
						<>
							<LinkButton look="secondary" href={`${work}/bericht`}>
								{t("page.edit")}
							</LinkButton>
							<LinkButton look="secondary" href={`${work}/selbsteinschaetzung`}>
								{t("page.assess")}
							</LinkButton>
						</>
					)}
				</ButtonRow>
			</PageTitle>
			{report && (
				<Section id="bericht" title={t("page.report")}>
					<RichTextView html={report.html} />
				</Section>
			)}
			<Section id="wirkung" title={t("page.effects")}>
				<Flow>
					{figures.effects.length === 0 ? (
						<p>{t("page.effectsNone")}</p>
					) : (
						<ul>
							{figures.effects.map(({ title, href, kindLabel, state }) => (
								<li key={href}>
									{kindLabel}: <a href={href}>{title}</a>
									{state && ` (${state})`}
								</li>
							))}
						</ul>
					)}
					<p>
						<a href={`/werdegang/process/${page.id}`}>{t("page.effectsMore")}</a>
					</p>
				</Flow>
			</Section>
			<EvaluationSections sections={present(figures, { t, a, format })} />
			<Section id="leitlinien" title={t("page.checklist")} intro={t("page.checklistLead")}>
				<DataTable
					caption={t("page.checklist")}
					captionHidden
					columns={[
						{
							key: "check",
							header: t("page.check"),
							cell: ({ key }: CheckResult) => t(`checks.${key}`),
							rowHeader: true,
						},
						{
							key: "result",
							header: t("page.result"),
							cell: ({ result }: CheckResult) => <Badge tone={tones[result]}>{t(`results.${result}`)}</Badge>,
						},
					]}
					rows={figures.checklist}
					rowKey={({ key }) => key}
				/>
			</Section>
			{assessments.length > 0 && (
				<Section id="selbsteinschaetzung" title={t("page.assessment")} intro={t("page.assessmentLead")}>
					<DataTable
						caption={t("page.assessment")}
						captionHidden
						columns={[
							{
								key: "principle",
								header: t("page.principle"),
								cell: ({ principle, remark }: (typeof assessments)[number]) => (
									<>
										{t(`principles.${principle}`)}
										{remark && (
											<>
												<br />
												<small>{remark}</small>
											</>
										)}
									</>
								),
								rowHeader: true,
							},
							{
								key: "grade",
								header: t("page.grade"),
								cell: ({ grade }: (typeof assessments)[number]) =>
									grade && <Badge tone={gradeTones[grade]}>{t(`grades.${grade}`)}</Badge>,
							},
						]}
						rows={assessments}
						rowKey={({ principle }) => principle}
					/>
				</Section>
			)}
			<Section id="unbekannt" title={t("page.unknown")}>
				<Flow>
					<p>{t("page.unknownText")}</p>
					<p>{t("page.privacy")}</p>
					{page.year && (
						<p>
							<a href={`/o/${params.place}/beteiligung/auswertung/${page.year}`}>
								{t("page.year", { year: String(page.year) })}
							</a>
						</p>
					)}
				</Flow>
			</Section>
		</>
	);
}
