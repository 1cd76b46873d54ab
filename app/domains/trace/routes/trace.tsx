import { z } from "zod";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { Trace } from "~/design/trace";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { traceOf } from "../queries/trace.server";
import { inTime } from "../relation";
import { inStoryOrder } from "../story";
import type { Route } from "./+types/trace";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	if (!z.uuid().safeParse(params.id).success) throw new NotFound();
	return traceOf(world, { kind: params.kind, id: params.id });
});

export default function TracePage({ loaderData: { start, others, links, cut } }: Route.ComponentProps) {
	const t = useText(messages);
	const leads = links.map(inTime);
	const objects = inStoryOrder([start, ...others], leads);
	const byKey = new Map(objects.map((object) => [object.key, object]));
	const steps = objects.map((object) => ({
		id: object.key,
		kind: object.kindLabel,
		title: object.title,
		href: object.href,
		state: object.state,
		date: object.at && <LocalDate value={object.at} />,
		from: leads.filter((lead) => lead.to === object.key && lead.from !== object.key).map((lead) => lead.from),
		here: object.key === start.key,
	}));
	const named = (key: string) => {
		const object = byKey.get(key);
		return object && <a href={object.href}>{object.title}</a>;
	};
	const direct = links.flatMap((link) => [
		...(link.from === start.key ? [{ key: link.to, words: t(`relations.${link.relation}.from`) }] : []),
		...(link.to === start.key ? [{ key: link.from, words: t(`relations.${link.relation}.to`) }] : []),
	]);
	return (
		<>
			<title>{`${t("page.of")}: ${start.title} – Gemeinwerk`}</title>
			<Breadcrumb
				entries={[
					{ label: t("title"), href: "/werdegang" },
					{ label: start.title, href: start.href },
					{ label: t("page.of") },
				]}
			/>
			<PageTitle title={start.title} above={`${t("page.of")} · ${start.kindLabel}`}>
				<LinkButton look="secondary" href={start.href}>
					{t("page.open", { kind: start.kindLabel })}
				</LinkButton>
			</PageTitle>
			{others.length === 0 ? (
				<EmptyState title={t("page.none")}>
					<p>{t("page.noneText")}</p>
				</EmptyState>
			) : (
				<>
					{cut && (
						<Alert title={t("page.cut")}>
							<p>{t("page.cutText")}</p>
						</Alert>
					)}
					<Section id="verlauf" title={t("page.steps")} intro={t("page.stepsIntro", { count: others.length })}>
						<Trace steps={steps} />
					</Section>
					<Section id="direkt" title={t("page.direct")}>
						<DataTable
							caption={t("page.direct")}
							captionHidden
							columns={[
								{ key: "relation", header: t("page.link"), cell: (end) => end.words },
								{ key: "object", header: t("page.entry"), cell: (end) => named(end.key), rowHeader: true },
							]}
							rows={direct}
							rowKey={(end) => `${end.words} ${end.key}`}
						/>
					</Section>
					<Section id="verbindungen" title={t("page.links")}>
						<DataTable
							caption={t("page.links")}
							captionHidden
							columns={[
								{ key: "from", header: t("page.earlier"), cell: (link) => named(link.from), rowHeader: true },
								{ key: "relation", header: t("page.link"), cell: (link) => t(`relations.${link.relation}.from`) },
								{ key: "to", header: t("page.later"), cell: (link) => named(link.to) },
								{ key: "at", header: t("page.since"), cell: (link) => <LocalDate value={link.at} /> },
							]}
							rows={links}
							rowKey={(link) => `${link.from} ${link.relation} ${link.to}`}
						/>
					</Section>
				</>
			)}
		</>
	);
}
