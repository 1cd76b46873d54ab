import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { planTone } from "../../concerns/ui/state-tone";
import { planPage } from "../queries/plan-pages.server";
import { PlanTrial } from "../ui/plan-trial";
import { messages } from "../work-messages";
import type { Route } from "./+types/plan";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		...(await planPage(world, params.place, params.plan)),
		saved: query.has("gespeichert"),
		approved: query.has("beschlossen"),
	};
});

/** A plan with its rules and its check. */
export default function Plan({
	loaderData: { place, plan, check, trial, may, saved, approved },
}: Route.ComponentProps) {
	const t = useText(messages);
	const plans = `/o/${place.slug}/verwaltung/lotsen`;
	const here = `${plans}/${plan.id}`;
	const all = t("plan.all");
	return (
		<>
			<title>{`${plan.name} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("plans.title"), href: plans }, { label: plan.name }]} />
			{saved && <Alert tone="success" title={t("plan.saved")} live />}
			{approved && <Alert tone="success" title={t("plan.approved")} live />}
			<PageTitle title={plan.name} state={<Badge tone={planTone[plan.state]}>{t(`planStates.${plan.state}`)}</Badge>} />
			<SummaryList
				rows={[
					{
						term: t("plans.period"),
						value: <Period from={plan.period.from} until={plan.period.until ?? undefined} />,
					},
					{ term: t("plans.axis"), value: t(`axes.${plan.axis}`) },
					{ term: t("plan.order"), value: plan.precedence.map((shape) => t(`shapes.${shape}`)).join(" → ") },
					{ term: t("plan.reason"), value: plan.reason },
					{ term: t("plan.fallback"), value: plan.fallback ?? t("plan.noFallback") },
				]}
			/>
			<Section
				id="regeln"
				title={t("plan.rules")}
				aside={may.change && <LinkButton href={`${here}/regel`}>{t("plan.add")}</LinkButton>}
			>
				<DataTable
					caption={t("plan.rules")}
					captionHidden
					rows={plan.rules}
					rowKey={(rule) => rule.id}
					columns={[
						{ key: "area", header: t("plan.area"), rowHeader: true, cell: ({ area }) => area ?? all },
						{ key: "topic", header: t("plan.topic"), cell: ({ topic }) => topic ?? all },
						{ key: "post", header: t("plan.post"), cell: ({ post }) => post },
						...(may.change
							? [
									{
										key: "remove",
										header: t("plan.remove"),
										cell: (rule: (typeof plan.rules)[number]) => (
											<Form inline action={`${here}/regel/${rule.id}/entfernen`}>
												<Button
													small
													look="tertiary"
													label={t("plan.removeOf", { area: rule.area ?? all, topic: rule.topic ?? all })}
												>
													{t("plan.remove")}
												</Button>
											</Form>
										),
									},
								]
							: []),
					]}
					empty={<EmptyState level={3} title={t("plan.rulesNone")} />}
				/>
			</Section>
			<Section id="pruefung" title={t("plan.check")}>
				{check.count === 0 ? (
					<Alert tone="success" level={3} title={t("plan.checkGood", { cells: check.cells })} />
				) : (
					<>
						<Alert tone="warning" level={3} title={t("plan.checkBad", { count: check.count })} />
						<DataTable
							caption={t("plan.checkCaption")}
							rows={check.failing}
							rowKey={(cell) => `${cell.place} ${cell.topic} ${cell.from}`}
							columns={[
								{ key: "place", header: t("matrix.place"), rowHeader: true, cell: (cell) => cell.place },
								{ key: "topic", header: t("plan.topic"), cell: (cell) => cell.topic ?? t("plan.unknownTopic") },
								{
									key: "period",
									header: t("plans.period"),
									cell: (cell) => <Period from={cell.from} until={cell.until ?? undefined} />,
								},
								{ key: "why", header: t("plan.reasonColumn"), cell: (cell) => t(`plan.why.${cell.why}`) },
							]}
						/>
						{check.failing.length < check.count && (
							<p>{t("plan.more", { shown: check.failing.length, count: check.count })}</p>
						)}
					</>
				)}
			</Section>
			{trial && <PlanTrial trial={trial} />}
			{may.change && may.approve && check.count === 0 && (
				<LinkButton href={`${here}/in-kraft`}>{t("plan.approve")}</LinkButton>
			)}
		</>
	);
}
