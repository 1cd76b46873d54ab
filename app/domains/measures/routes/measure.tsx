import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhaseTimeline } from "~/design/phase-timeline";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, Period } from "~/design/time";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { exitReasons, fates } from "../exit";
import { isField } from "../field";
import { messages } from "../messages";
import { measurePage } from "../queries/measure-page.server";
import { AnsweringPosts } from "../ui/answering-post";
import { MeasureUpdates } from "../ui/measure-updates";
import { Paragraphs } from "../ui/paragraphs";
import { PilotGate, ShownException } from "../ui/pilot-gate-alert";
import { StageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/measure";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const measure = await measurePage(world, params.code);
	return { ...measure, shortUrl: houseAddress(`/massnahmen/${measure.code}`) };
});

type Measure = Route.ComponentProps["loaderData"];

export default function MeasureDetail({ loaderData: measure }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const base = measure.place.slug && `/o/${measure.place.slug}/verwaltung/massnahmen/${measure.code}`;
	const placeHref = measure.place.slug ? `/o/${measure.place.slug}` : undefined;
	// Those that do not stand in the boxes at the top already.
	const past = measure.exceptions.filter(({ counts }, place) =>
		measure.gate ? !counts : !(measure.uncovered && place === 0),
	);
	return (
		<>
			<title>{`${measure.title} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("overview.title"), href: "/massnahmen" }, { label: measure.title }]} />
			<PageTitle
				above={t("kind")}
				title={measure.title}
				lead={measure.summary}
				state={<StageBadge stage={measure.stage} />}
			>
				<ButtonRow>
					<LinkButton href={`/werdegang/measure/${measure.id}`} look="secondary">
						{t("page.trace")}
					</LinkButton>
					{measure.may.manage && base && <LinkButton href={base}>{t("page.manage")}</LinkButton>}
				</ButtonRow>
			</PageTitle>
			{!measure.isPublic && <Alert title={t("page.hidden")} />}
			{measure.ending && <End ending={measure.ending} />}
			{measure.gate && (
				<PilotGate
					gate={measure.gate}
					exception={measure.exceptions.find(({ counts }) => counts)}
					exceptionHref={measure.may.grantException && base ? `${base}/ausnahme` : null}
				/>
			)}
			{measure.uncovered && (
				<Alert tone="warning" title={t("page.uncovered")}>
					{measure.exceptions.slice(0, 1).map((exception) => (
						<ShownException key={exception.on} exception={exception} />
					))}
				</Alert>
			)}
			{measure.overdueSince && <Alert tone="warning" title={t("page.overdue", { date: date(measure.overdueSince) })} />}
			{measure.descriptionHtml && (
				<Section title={t("page.what")} id="was">
					<RichTextView html={measure.descriptionHtml} />
				</Section>
			)}
			<Why measure={measure} />
			<Section title={t("page.answers")} id="zustaendig">
				<AnsweringPosts responsible={measure.responsible} deputy={measure.deputy} />
			</Section>
			<Money measure={measure} />
			<Section title={t("page.facts")} id="fakten">
				<SummaryList
					rows={[
						{
							term: t("page.place"),
							value: placeHref ? <a href={placeHref}>{measure.place.name}</a> : measure.place.name,
						},
						{ term: t("page.kind"), value: t(`kinds.${measure.kind}`) },
						{
							term: t("page.fields"),
							value: measure.fields
								.filter(isField)
								.map((field) => t(`fields.${field}`))
								.join(", "),
						},
						...(measure.targetGroups.length > 0
							? [{ term: t("page.groups"), value: measure.targetGroups.join(", ") }]
							: []),
						...(measure.pilot.from || measure.pilot.until
							? [
									{
										term: t("page.pilot"),
										value: <Period from={measure.pilot.from ?? undefined} until={measure.pilot.until ?? undefined} />,
									},
								]
							: []),
						{
							term: t("page.short"),
							value: <a href={measure.shortUrl}>{measure.shortUrl.replace(/^https?:\/\//, "")}</a>,
						},
					]}
				/>
			</Section>
			{measure.criteria.length > 0 && (
				<Section title={t("page.criteria")} id="abbruch" intro={t("page.criteriaIntro")}>
					<ul>
						{measure.criteria.map(({ text, checkOn }) => (
							<li key={text}>
								{text} ({t("page.checkedOn", { date: date(checkOn) })})
							</li>
						))}
					</ul>
				</Section>
			)}
			<Section title={t("page.history")} id="weg">
				<PhaseTimeline
					label={t("page.history")}
					phases={measure.steps.map(({ stage, on, reason, post }, index) => ({
						title: t(`stages.${stage}`),
						period: <LocalDate value={on} />,
						text: [index === 0 ? t("stage.begun") : t("page.reason", { reason }), post && t("page.by", { post })]
							.filter(Boolean)
							.join(" · "),
						state: index === measure.steps.length - 1 && stage !== "ENDED" ? "now" : "done",
					}))}
				/>
				{past.map((exception) => (
					<ShownException key={`${exception.on} ${exception.until}`} exception={exception} />
				))}
			</Section>
			<Section title={t("page.updates")} id="sachstand">
				<MeasureUpdates updates={measure.updates} />
			</Section>
		</>
	);
}

function Why({ measure }: { measure: Measure }) {
	const t = useText(messages);
	if (measure.origins.length === 0) return null;
	return (
		<Section title={t("page.why")} id="warum">
			<ul>
				{measure.origins.map(({ text, source }) => (
					<li key={text + source}>
						{text}
						<br />
						<small>{t("page.source", { source })}</small>
					</li>
				))}
			</ul>
		</Section>
	);
}

function Money({ measure: { money } }: { measure: Measure }) {
	const t = useText(messages);
	const { money: euros, date } = useFormat();
	const cost = money.runningCostCents === null ? null : euros(BigInt(money.runningCostCents));
	return (
		<Section title={t("page.money")} id="geld" intro={t("page.untilAgreed")}>
			<SummaryList
				rows={[
					{ term: t("page.runningCost"), value: cost ? t("page.perYear", { amount: cost }) : t("page.notStated") },
					{ term: t("page.payer"), value: money.payer ?? t("page.payerOpen") },
					...(money.fundedUntil ? [{ term: t("page.fundedUntil"), value: date(money.fundedUntil) }] : []),
				]}
			/>
		</Section>
	);
}

function End({ ending }: { ending: NonNullable<Measure["ending"]> }) {
	const t = useText(messages);
	const reasons = exitReasons.filter((reason) => ending.reasons.includes(reason));
	return (
		<Section title={t("page.ended")} id="ende">
			<Flow>
				<Paragraphs text={ending.explanation} />
			</Flow>
			<h3>{t("page.endedReasons")}</h3>
			<ul>
				{reasons.map((reason) => (
					<li key={reason}>{t(`exitReasons.${reason}`)}</li>
				))}
			</ul>
			<h3>{t("page.remains")}</h3>
			<SummaryList
				rows={ending.parts.map(({ name, fate, recipient }) => {
					const known = fates.find((one) => one === fate);
					const words = [known && t(`fates.${known}`), recipient && t("page.recipient", { name: recipient })];
					return { term: name, value: words.filter(Boolean).join(", ") };
				})}
			/>
		</Section>
	);
}
