import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { managedPath } from "../../ui/group-crumbs";
import { minutesMessages } from "../messages";
import { askedText } from "../queries/asked-text.server";
import { minutesPage } from "../queries/minutes-page.server";
import { MinutesText } from "../ui/minutes-text";
import { pathOf } from "../ui/wording";
import type { Route } from "./+types/minutes";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	minutesPage(world, { ...params, meeting: givenId(params.meeting) }, askedText(request)),
);

type Loaded = Route.ComponentProps["loaderData"];

/** The minutes of a meeting: for those inside with versions and objections, for everybody else the public version. */
export default function Minutes({ loaderData: page }: Route.ComponentProps) {
	const t = useText(minutesMessages);
	const words = useText(messages);
	const { place, group, meeting, state, audience, version } = page;
	const here = pathOf(page);
	const title = t("title", { meeting: meeting.title });
	return (
		<>
			<title>{`${title} – ${group.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: words("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
					{ label: meeting.title, href: here },
					{ label: t("kind") },
				]}
			/>
			{version && !version.isNewest && (
				<Alert tone="warning" title={t("older")}>
					<p>
						<a href={`${here}/protokoll`}>{t("newest")}</a>
					</p>
				</Alert>
			)}
			<PageTitle
				title={title}
				above={`${t(`audience.${audience}`)} · ${group.name}`}
				state={<Badge tone={state === "final" ? "success" : "info"}>{t(`states.${state}`)}</Badge>}
				lead={state === "objections" && page.objectionsUntil ? <Until day={page.objectionsUntil} /> : undefined}
			>
				<ButtonRow>
					{page.may.object && <LinkButton href={`${here}/protokoll/einwand`}>{t("object")}</LinkButton>}
					<LinkButton look="secondary" href={pdfPath(page)}>
						{t(audience === "inside" ? "pdf" : "publicPdf")}
					</LinkButton>
					{page.inside && page.willBePublic && audience === "inside" && (
						<LinkButton look="tertiary" href={`${here}/protokoll?oeffentlich=ja`}>
							{t("asPublic")}
						</LinkButton>
					)}
					{page.inside && audience === "public" && (
						<LinkButton look="tertiary" href={`${here}/protokoll`}>
							{t("asInside")}
						</LinkButton>
					)}
					{page.may.write && (
						<LinkButton
							look="tertiary"
							href={`${managedPath(place.slug, group.slug)}/sitzungen/${meeting.id}/protokoll`}
						>
							{t("write")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<Columns asideLabel={t("facts")} aside={<Facts page={page} />}>
				<MinutesText page={page} />
				<Objections page={page} />
				{page.addenda.map(({ number, text, at }) => (
					<Addendum key={number} number={number} text={text} at={at} />
				))}
			</Columns>
		</>
	);
}

function pdfPath(page: Loaded): string {
	const asked = new URLSearchParams();
	if (page.inside && page.audience === "public") asked.set("oeffentlich", "ja");
	if (page.version && !page.version.isNewest) asked.set("fassung", String(page.version.number));
	return `${pathOf(page)}/protokoll.pdf${asked.size > 0 ? `?${asked}` : ""}`;
}

function Until({ day }: { day: string }) {
	const t = useText(minutesMessages);
	const { dateLong } = useFormat();
	return t("objectUntil", { day: dateLong(day) });
}

function Addendum({ number, text, at }: { number: number; text: string; at: Date }) {
	const t = useText(minutesMessages);
	const { dateLong } = useFormat();
	return (
		<Section id={`nachtrag-${number}`} title={t("addendum", { number: String(number), at: dateLong(at) })}>
			<p className="gw-lines">{text}</p>
		</Section>
	);
}

function Objections({ page }: { page: Loaded }) {
	const t = useText(minutesMessages);
	const words = useText(messages);
	const { dateTime } = useFormat();
	const { objected, objections, audience, state } = page;
	if (state === "draft" || (audience === "public" && objected.all === 0)) return null;
	return (
		<Section id="einwaende" title={t("objections")}>
			{objected.all === 0 ? (
				<p>{t("noObjections")}</p>
			) : (
				<p>{t("objected", { all: objected.all, accepted: objected.accepted })}</p>
			)}
			{objections.length > 0 && (
				<ul>
					{objections.map((one) => (
						<li key={one.id}>
							<strong>
								{t("raised", {
									name: one.name ?? words("erased"),
									at: dateTime(one.at),
									version: String(one.version),
								})}
							</strong>{" "}
							<Badge>
								{one.outcome === "accepted" || one.outcome === "rejected"
									? t(`outcomes.${one.outcome}`)
									: t("undecided")}
							</Badge>
							<p className="gw-lines">{one.text}</p>
							{one.reason && <p>{t("because", { reason: one.reason })}</p>}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function Facts({ page }: { page: Loaded }) {
	const t = useText(minutesMessages);
	const { version, versions } = page;
	return (
		<Section id="angaben" title={t("facts")}>
			<SummaryList
				rows={[
					...(version
						? [
								{
									term: t("version", { number: String(version.number) }),
									value: <LocalDateTime value={version.at} />,
								},
								{ term: t("hash"), value: <code>{version.sha256.replace(/(.{8})(?=.)/g, "$1 ")}</code> },
							]
						: []),
					...(page.finalAt ? [{ term: t("states.final"), value: <LocalDate value={page.finalAt} /> }] : []),
				]}
			/>
			{versions.length > 1 && (
				<>
					<h3>{t("versions")}</h3>
					<ul>
						{versions.map(({ number, reason }) => (
							<li key={number}>
								<a href={`${pathOf(page)}/protokoll?fassung=${number}`}>{t("version", { number: String(number) })}</a>
								{reason && `: ${reason}`}
							</li>
						))}
					</ul>
				</>
			)}
			<p>
				<a href={`/werdegang/minutes/${page.id}`}>{t("trace")}</a>
			</p>
		</Section>
	);
}
