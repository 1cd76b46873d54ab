import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { deputised, placeWork, workplacesOf } from "~/domains/organisations/index.server";
import { processesInWork } from "~/domains/participation/index.server";
import { isOperator } from "~/platform/actor";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import { manifests } from "~/platform/manifest.server";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import type { Route } from "./+types/today";

/** What waits for this reader, asked of every domain under its own policy, and where this reader works. */
export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	const lists = await Promise.all(manifests().map((manifest) => manifest.waiting?.(world) ?? []));
	const waiting = lists.flat().filter((entry) => entry.count !== 0);
	const workplaces = await workplacesOf(world);
	const own = workplaces.filter((workplace) => workplace.own);
	const inWork = await Promise.all(
		own.map(async ({ slug, name }) => ({ slug, name, processes: await processesInWork(world, { place: slug }) })),
	);
	return {
		waiting: waiting.sort((a, b) => Number(b.urgent) - Number(a.urgent)),
		work: await Promise.all(own.map(({ slug }) => placeWork(world, slug))),
		running: inWork.flatMap(({ processes, ...place }) => (processes ? [{ ...place, ...processes }] : [])),
		onBehalf: workplaces.filter((workplace) => !workplace.own),
		operates: isOperator(world.actor),
		standsIn: await deputised(world),
		now: world.now,
	};
});

const operation = [
	{ href: "/betrieb/angaben", key: "details" },
	{ href: "/betrieb/post", key: "mail" },
	{ href: "/betrieb/personen", key: "operators" },
	{ href: "/betrieb/wartung", key: "maintenance" },
] as const;

export default function Today({
	loaderData: { waiting, work, running, onBehalf, operates, standsIn, now },
}: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("today.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("today.title")} above={dateLong(now)} />
			{standsIn.length > 0 && (
				<p>
					<a href="/vertretungen">{t("today.standsIn", { posts: standsIn.join("; ") })}</a>
				</p>
			)}
			{waiting.length === 0 ? (
				<EmptyState title={t("today.nothing")}>
					<p>{t("today.nothingText")}</p>
				</EmptyState>
			) : (
				<CardList>
					{waiting.map((entry) => (
						<Card
							key={entry.href + entry.label}
							level={2}
							above={entry.about}
							title={entry.count === null ? entry.label : t("today.count", { label: entry.label, count: entry.count })}
							href={entry.href}
							state={entry.urgent && <Badge tone="warning">{t("today.urgent")}</Badge>}
						/>
					))}
				</CardList>
			)}
			{(work.length > 0 || onBehalf.length > 0) && (
				<ButtonRow>
					<LinkButton href="/abwesenheit" look="secondary">
						{t("today.absence")}
					</LinkButton>
				</ButtonRow>
			)}
			{running.map(({ slug, name, newHref, processes }) => (
				<Section
					key={slug}
					id={`verfahren-${slug}`}
					title={t("today.running", { place: name, several: running.length > 1 ? "yes" : "no" })}
					intro={processes.length === 0 ? t("today.runningNone") : undefined}
				>
					{processes.length > 0 && (
						<CardList>
							{processes.map((process) => (
								<Card
									key={process.href}
									title={process.title}
									href={process.href}
									state={<Badge>{process.state}</Badge>}
									foot={process.next && <span>{process.next}</span>}
								/>
							))}
						</CardList>
					)}
					<ButtonRow>
						<LinkButton href={newHref} look="secondary">
							{t("today.newProcess")}
						</LinkButton>
						<LinkButton href={`/o/${slug}/verwaltung/papier`} look="secondary">
							{t("today.paper")}
						</LinkButton>
					</ButtonRow>
				</Section>
			))}
			{work.map(({ place, work }) => (
				<Section
					key={place.slug}
					id={`ort-${place.slug}`}
					title={place.name}
					aside={<a href={`/o/${place.slug}/verwaltung`}>{t("today.all", { place: place.name })}</a>}
				>
					{work.length > 0 && (
						<CardList>
							{work.map((entry) => (
								<Card key={entry.href} title={entry.label} href={entry.href}>
									<p>{entry.text}</p>
								</Card>
							))}
						</CardList>
					)}
				</Section>
			))}
			{onBehalf.length > 0 && (
				<Section id="im-auftrag" title={t("today.onBehalf")}>
					<ul>
						{onBehalf.map(({ slug, name }) => (
							<li key={slug}>
								<a href={`/o/${slug}/verwaltung`}>{name}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			{operates && (
				<Section id="betrieb" title={t("today.operation")} intro={t("today.operationText")}>
					<CardList>
						{operation.map(({ href, key }) => (
							<Card key={href} title={t(`today.${key}`)} href={href}>
								<p>{t(`today.${key}Text`)}</p>
							</Card>
						))}
					</CardList>
				</Section>
			)}
		</>
	);
}
