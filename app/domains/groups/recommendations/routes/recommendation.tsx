import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { ResolutionNotes } from "~/domains/council";
import { mayRecordResolutions, resolutionsAbout } from "~/domains/council/index.server";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { resultOf } from "../../deciding/recommendation";
import { BesideResult } from "../../deciding/ui/beside-result";
import { DecisionResult } from "../../deciding/ui/decision-result";
import { FrozenRule } from "../../deciding/ui/frozen-rule";
import { OptionList } from "../../deciding/ui/option-list";
import { ResultBadge } from "../../deciding/ui/result-badge";
import { messages } from "../../messages";
import { OnwardActs, OnwardSections } from "../../onward/onward-sections";
import { onward } from "../../onward/queries.server";
import { decisionLife } from "../queries/decision-life.server";
import { recommendationPage } from "../queries/recommendation-page.server";
import { DecisionLife, LifeFacts, NoLonger } from "../ui/decision-life";
import type { Route } from "./+types/recommendation";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const recommendation = await recommendationPage(world, params.code);
	return {
		recommendation,
		life: await decisionLife(world, recommendation.id),
		resolutions: await resolutionsAbout(world, { kind: "recommendation", id: recommendation.id }),
		toCome: await onward(world, recommendation),
		mayHandOver: mayRecordResolutions(world.actor, recommendation),
		url: houseAddress(`/empfehlung/${recommendation.code}`),
	};
});

type Loaded = Route.ComponentProps["loaderData"]["recommendation"];

/** The permanent page of a recommendation: wording, rule, votes by bench, result, and who takes care of it. */
export default function Recommendation({ loaderData }: Route.ComponentProps) {
	const { recommendation, life, resolutions, toCome, mayHandOver, url } = loaderData;
	const t = useText(messages);
	const { place, group } = recommendation;
	return (
		<>
			<title>{`${recommendation.title} – ${group.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: group.name, href: group.href },
					{ label: recommendation.title },
				]}
			/>
			<NoLonger life={life} />
			{recommendation.state !== "published" && <Alert tone="warning" title={t("recommendation.notPublished")} />}
			<PageTitle
				title={recommendation.title}
				above={`${t("kinds.recommendation")} · ${group.name}`}
				state={
					recommendation.result ? (
						<ResultBadge result={resultOf(recommendation.result)} />
					) : (
						<Badge>{t(`states.${recommendation.state}`)}</Badge>
					)
				}
				lead={t(recommendation.state === "open" ? "recommendation.stillOpen" : "recommendation.binding")}
			>
				{mayHandOver && (
					<ButtonRow>
						<LinkButton href={`/o/${place.slug}/verwaltung/uebergabe/empfehlung/${recommendation.id}`} look="secondary">
							{t("recommendation.handOver")}
						</LinkButton>
					</ButtonRow>
				)}
				<OnwardActs onward={toCome} />
			</PageTitle>
			<Columns
				asideLabel={t("recommendation.facts")}
				aside={
					<>
						<LifeFacts life={life} />
						<Facts recommendation={recommendation} />
						<QrCode url={url} label={t("recommendation.permanent")} />
					</>
				}
			>
				<ResolutionNotes resolutions={resolutions} />
				<OnwardSections onward={toCome} />
				<Section id="wortlaut" title={t("recommendation.wording")}>
					<RichTextView html={recommendation.wording} />
					<OptionList options={recommendation.record.options} />
				</Section>
				<Section id="abstimmung" title={t("recommendation.voted")}>
					<DecisionResult record={recommendation.record} tallies={recommendation.tallies} />
					{recommendation.certifiedAlone && <p>{t("recommendation.certifiedAlone")}</p>}
				</Section>
				<BesideResult record={recommendation.record} groupHref={group.href} code={recommendation.code} />
				<FrozenRule record={recommendation.record} title={t("recommendation.rule")} />
				<DecisionLife life={life} code={recommendation.code} />
			</Columns>
		</>
	);
}

function Facts({ recommendation }: { recommendation: Loaded }) {
	const t = useText(messages);
	const { post, meeting, group, source, certifiedAt, publishedAt } = recommendation;
	return (
		<Section id="angaben" title={t("recommendation.facts")}>
			<SummaryList
				rows={[
					...(source
						? [
								{
									term: t("recommendation.source"),
									value: (
										<a href={source.href}>
											{source.kindLabel}: {source.title}
										</a>
									),
								},
							]
						: []),
					{ term: t("recommendation.group"), value: <a href={group.href}>{group.name}</a> },
					{
						term: t("recommendation.meeting"),
						value: meeting.href ? <a href={meeting.href}>{meeting.title}</a> : meeting.title,
					},
					{ term: t("recommendation.members"), value: recommendation.seats },
					{
						term: t(recommendation.state === "open" ? "recommendation.openedAt" : "recommendation.votedAt"),
						value: <LocalDateTime value={recommendation.votedAt} />,
					},
					...(certifiedAt
						? [{ term: t("recommendation.certified"), value: <LocalDateTime value={certifiedAt} /> }]
						: []),
					...(publishedAt
						? [{ term: t("recommendation.published"), value: <LocalDateTime value={publishedAt} /> }]
						: []),
					{
						term: t("recommendation.post"),
						value: `${post.label}, ${post.organisation} (${[post.holder ?? t("recommendation.vacant"), post.phone].filter(Boolean).join(", ")})`,
					},
					{ term: t("recommendation.hash"), value: <code>{recommendation.hash.replace(/(.{8})(?=.)/g, "$1 ")}</code> },
				]}
			/>
			<p>
				<a href={`/werdegang/recommendation/${recommendation.id}`}>{t("recommendation.trace")}</a>
			</p>
		</Section>
	);
}
