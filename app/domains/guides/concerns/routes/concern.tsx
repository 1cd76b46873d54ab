import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { Paragraphs } from "../../ui/paragraphs";
import { Why } from "../../ui/why";
import { messages as work } from "../../work-messages";
import { isOpen, mayMove } from "../concern";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { ConcernView } from "../ui/concern-view";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/concern";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => concernAt(world, params));

/** A concern for those who handle it. */
export default function Concern({ loaderData: { place, concern } }: Route.ComponentProps) {
	const t = useText(messages);
	const w = useText(work);
	const format = useFormat();
	const here = `/o/${place.slug}/verwaltung/anliegen/${concern.code}`;
	const title = t("concern.title", { kind: t(`kinds.${concern.kind}`), code: concern.code });
	const open = isOpen(concern.state);
	const { asker } = concern;
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<ConcernCrumbs place={place} code={concern.code} />
			<PageTitle title={title} state={<Badge tone={stateTone[concern.state]}>{t(`states.${concern.state}`)}</Badge>}>
				<ButtonRow>
					{mayMove(concern.state, "ANSWERED") && (
						<LinkButton href={`${here}/antwort`}>{w("concern.answer")}</LinkButton>
					)}
					{open && (
						<LinkButton look="secondary" href={`${here}/klaeren`}>
							{w("concern.clarify")}
						</LinkButton>
					)}
					{open && concern.responsible && (
						<LinkButton look="secondary" href={`${here}/schritt`}>
							{w("concern.step")}
						</LinkButton>
					)}
					{concern.state !== "CLOSED" && (
						<LinkButton look="tertiary" href={`${here}/abschluss`}>
							{w("concern.close")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{concern.objections.map(({ id, at, text }) => (
				<Alert key={id} tone="warning" title={w("concern.objection", { date: format.dateLong(at) })}>
					<Paragraphs text={text} />
				</Alert>
			))}
			<ConcernView concern={concern} />
			<Section id="angaben" title={w("concern.asker")}>
				<SummaryList
					rows={[
						{
							term: w("concern.asker"),
							value: asker.forgotten
								? w("concern.forgotten")
								: [asker.name, asker.email].filter(Boolean).join(", ") || w("concern.anonymous"),
						},
						{ term: w("concern.origin"), value: w(`origins.${concern.origin}`) },
						{
							term: w("concern.visibility"),
							value: w(concern.visibility === "PUBLIC" ? "concern.public" : "concern.inside"),
						},
					]}
				/>
			</Section>
			<Section id="verlauf" title={w("concern.history")}>
				<DataTable
					caption={w("concern.history")}
					captionHidden
					rows={concern.history}
					rowKey={({ id }) => id}
					columns={[
						{ key: "post", header: w("plan.post"), rowHeader: true, cell: ({ post }) => post },
						{
							key: "period",
							header: w("plans.period"),
							cell: ({ fromAt, untilAt }) => <Period from={fromAt} until={untilAt ?? undefined} />,
						},
						{ key: "why", header: t("who.why"), cell: ({ explanation }) => <Why explanation={explanation} /> },
					]}
				/>
			</Section>
			<p>
				<a href={`/werdegang/concern/${concern.id}`}>{w("concern.trace")}</a>
			</p>
		</>
	);
}
