import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { managedPath } from "../../ui/group-crumbs";
import { charterPage } from "../queries/charter-pages.server";
import { ruleWords } from "../ui/rule-words";
import { StepList } from "../ui/step-list";
import type { Route } from "./+types/charter";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	charterPage(world, params),
);

type Version = Route.ComponentProps["loaderData"]["versions"][number];

/** Mandate and rules of procedure in all versions, and what happened to the group. */
export default function CharterPage({ loaderData: page }: Route.ComponentProps) {
	const t = useText(messages);
	const { place } = page;
	return (
		<>
			<title>{`${t("charter.title")} – ${page.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: page.name, href: `/o/${place.slug}/arbeitskreise/${page.slug}` },
					{ label: t("charter.title") },
				]}
			/>
			<PageTitle title={t("charter.title")} above={page.name} state={<Badge>{t(`groupStates.${page.state}`)}</Badge>}>
				{page.may.amend && (
					<ButtonRow>
						<LinkButton look="secondary" href={managedPath(place.slug, page.slug)}>
							{t("group.manage")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{page.versions.map((version) => (
				<VersionText key={version.number} version={version} />
			))}
			<Section id="geschichte" title={t("charter.history")}>
				<StepList steps={page.steps} />
			</Section>
		</>
	);
}

function VersionText({ version }: { version: Version }) {
	const t = useText(messages);
	const locale = useLocale();
	const { dateLong } = useFormat();
	const { rules } = version;
	return (
		<Section
			id={`fassung-${version.number}`}
			title={t("charter.version", { number: String(version.number) })}
			intro={
				<>
					<Badge tone={version.standing === "inForce" ? "success" : "info"}>{t(`charter.${version.standing}`)}</Badge>{" "}
					{t("charter.from", { date: dateLong(version.from) })}
				</>
			}
		>
			<RichTextView html={version.mandate} />
			<SummaryList
				rows={[
					...(version.reason ? [{ term: t("charter.reason"), value: version.reason }] : []),
					{ term: t("charter.bodyKind"), value: t(`charter.bodyKinds.${version.bodyKind}`) },
					{
						term: t("charter.seats"),
						value: (
							<ul>
								{version.benches.map(({ kind, minSeats, maxSeats }) => (
									<li key={kind}>
										{t(`benches.${kind}`)}: {t("charter.seatRange", { min: String(minSeats), max: String(maxSeats) })}
									</li>
								))}
							</ul>
						),
					},
					...rules.map(({ name, rule }) => ({
						term: `${t("charter.rules")}: ${name || t("charter.usualRule")}`,
						value: ruleWords(locale, rule).join(" "),
					})),
					{
						term: t("charter.minutes"),
						value: t("charter.minutesText", { by: version.minutesBy, days: version.objectionDays }),
					},
					{
						term: t("charter.deadlines"),
						value: t("charter.deadlinesText", { invitation: version.invitationDays, motions: version.motionDays }),
					},
					{ term: t("charter.guests"), value: t("charter.guestsText", { by: version.guestsBy }) },
				]}
			/>
		</Section>
	);
}
