import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { guidelinesPage } from "../queries/guidelines.server";
import { setupMessages } from "../setup-messages";
import type { Route } from "./+types/guidelines";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	guidelinesPage(world, { place: params.place, version: new URL(request.url).searchParams.get("fassung") }),
);

export default function Guidelines({ loaderData: { place, may, shown, versions } }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const m = useText(messages);
	const { dateLong } = useFormat();
	const path = `/o/${place.slug}/beteiligung/leitlinien`;
	return (
		<>
			<title>{`${t("guidelines.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: m("overview.title"), href: `/o/${place.slug}/beteiligung` },
					{ label: t("guidelines.title") },
				]}
			/>
			<PageTitle
				title={t("guidelines.title")}
				above={place.name}
				lead={shown ? t("guidelines.lead", { place: place.name }) : t("guidelines.none", { place: place.name })}
				state={
					shown && (
						<Badge tone={shown.inForce ? "success" : "info"}>
							{`${t("guidelines.version", { version: String(shown.version) })}: ${t(shown.inForce ? "guidelines.inForce" : "guidelines.notInForce")}`}
						</Badge>
					)
				}
			>
				{may.manage && (
					<ButtonRow>
						<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/beteiligung/leitlinien`}>
							{t("guidelines.record")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{shown && (
				<>
					<SummaryList
						rows={[
							{ term: t("guidelines.kind"), value: t(`guidelines.kinds.${shown.kind}`) },
							{ term: t("guidelines.validFrom"), value: <LocalDate value={shown.validFrom} long /> },
							...(shown.reviewOn
								? [{ term: t("guidelines.reviewOn"), value: <LocalDate value={shown.reviewOn} long /> }]
								: []),
							...(shown.resolution ? [{ term: t("guidelines.resolution"), value: shown.resolution }] : []),
							...(shown.address
								? [{ term: t("guidelines.address"), value: <a href={shown.address}>{shown.address}</a> }]
								: []),
							{
								term: t("check.title"),
								value: t(shown.checkDemanded ? "guidelines.checkYes" : "guidelines.checkNo"),
							},
						]}
					/>
					<Section id="text" title={t("guidelines.text")}>
						<RichTextView html={shown.html} />
					</Section>
				</>
			)}
			{versions.length > 1 && (
				<Section id="fassungen" title={t("guidelines.all")}>
					<ul>
						{versions.map(({ version, validFrom, inForce }) => (
							<li key={version}>
								<a href={`${path}?fassung=${version}`}>{t("guidelines.version", { version: String(version) })}</a>,{" "}
								{t("guidelines.from", { date: dateLong(validFrom) })}
								{inForce && ` (${t("guidelines.inForce")})`}
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
