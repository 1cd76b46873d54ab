import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { resolutionPage } from "../queries/resolution-page.server";
import { CopyList } from "../ui/copy-list";
import { ResolutionBadges } from "../ui/resolution-badges";
import type { Route } from "./+types/resolution";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const resolution = await resolutionPage(world, params.code);
	return { ...resolution, shortUrl: houseAddress(`/beschluss/${resolution.code}`) };
});

type Loaded = Route.ComponentProps["loaderData"];

/** The permanent page of a resolution as it was taken. */
export default function ResolutionDetail({ loaderData: resolution }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const { place, votes, deviation } = resolution;
	return (
		<>
			<title>{`${resolution.title} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: `/o/${place.slug}/beschluesse` },
					{ label: resolution.title },
				]}
			/>
			{!resolution.isPublic && <Alert title={t("page.hidden")} />}
			<PageTitle
				above={`${t("kind")} · ${resolution.body}`}
				title={resolution.title}
				state={<ResolutionBadges {...resolution} />}
			>
				<ButtonRow>
					<LinkButton href={`/werdegang/resolution/${resolution.id}`} look="secondary">
						{t("page.trace")}
					</LinkButton>
					{resolution.may.record && (
						<LinkButton href={`/o/${place.slug}/verwaltung/beschluesse/${resolution.code}`}>
							{t("page.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{resolution.correctedAt && (
				<Alert
					title={t("page.corrected", { date: date(resolution.correctedAt), note: resolution.correctionNote ?? "" })}
				/>
			)}
			<Section id="was" title={t("page.what")}>
				<Paragraphs text={resolution.summary} />
			</Section>
			<Section id="stimmen" title={t("page.votes")}>
				<p>
					{votes === null
						? t("votes.untold")
						: votes === "unanimous"
							? t("votes.unanimous")
							: t("votes.counted", { yes: votes.for, no: votes.against, abstained: votes.abstentions })}
				</p>
			</Section>
			{resolution.effect && (
				<Section id="wirkung" title={t("page.effect")}>
					<p>{t(`effects.${resolution.effect}`)}</p>
				</Section>
			)}
			{resolution.funding && (
				<Section id="geld" title={t("page.money")}>
					<p>{t(`fundings.${resolution.funding}`)}</p>
				</Section>
			)}
			{deviation && (
				<Section id="abweichung" title={t("page.deviation")}>
					<p>{t(`deviations.${deviation}`)}</p>
					{resolution.deviationReason && (
						<>
							<h3>{t("page.reason")}</h3>
							<Paragraphs text={resolution.deviationReason} />
						</>
					)}
				</Section>
			)}
			{resolution.wording && (
				<Section id="wortlaut" title={t("page.wording")}>
					<blockquote>
						<Paragraphs text={resolution.wording} />
					</blockquote>
				</Section>
			)}
			{resolution.about.length > 0 && (
				<Section id="vorlage" title={t("page.about")}>
					<ul>
						{resolution.about.map(({ key, kindLabel, title, href }) => (
							<li key={key}>
								{kindLabel}: <a href={href}>{title}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Source resolution={resolution} />
			<Facts resolution={resolution} />
		</>
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

function Source({ resolution: { address, linkState, linkCheckedAt, copies } }: { resolution: Loaded }) {
	const t = useText(messages);
	const { date } = useFormat();
	const checked = linkCheckedAt ? date(linkCheckedAt) : "";
	return (
		<Section id="nachlesen" title={t("page.source")} intro={t("page.sourceIntro")}>
			<h3>{t("page.address")}</h3>
			{address ? (
				<>
					<p>
						{linkState === "gone" ? (
							<span>{address}</span>
						) : (
							<a href={address} rel="noreferrer nofollow">
								{t("page.open")}
							</a>
						)}
					</p>
					<p>{t(`page.links.${linkState}`, { date: checked })}</p>
				</>
			) : (
				<p>{t("page.noAddress")}</p>
			)}
			<h3>{t("page.copies")}</h3>
			<CopyList copies={copies} />
		</Section>
	);
}

function Facts({ resolution }: { resolution: Loaded }) {
	const t = useText(messages);
	const { place, agendaItem, paperNumber } = resolution;
	return (
		<Section id="fakten" title={t("page.facts")}>
			<SummaryList
				rows={[
					{ term: t("page.place"), value: <a href={`/o/${place.slug}`}>{place.name}</a> },
					{ term: t("page.body"), value: resolution.body },
					{ term: t("page.session"), value: <LocalDate value={resolution.sessionOn} long /> },
					...(agendaItem ? [{ term: t("page.item"), value: agendaItem }] : []),
					...(paperNumber ? [{ term: t("page.paper"), value: paperNumber }] : []),
					{
						term: t("page.short"),
						value: <a href={resolution.shortUrl}>{resolution.shortUrl.replace(/^https?:\/\//, "")}</a>,
					},
				]}
			/>
		</Section>
	);
}
