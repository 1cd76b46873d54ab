import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as importMessages } from "../../consul-import/messages";
import { messages } from "../messages";
import { managedProcesses } from "../queries/managed-processes.server";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/managed";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedProcesses(world, { place: params.place }),
);

export default function Managed({ loaderData: { place, may, processes } }: Route.ComponentProps) {
	const t = useText(messages);
	const i = useText(importMessages);
	const { dateLong } = useFormat();
	const path = `/o/${place.slug}/verwaltung/beteiligung`;
	const create = may.create && <LinkButton href={`${path}/neu`}>{t("managed.create")}</LinkButton>;
	return (
		<>
			<title>{`${t("managed.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("managed.administration"), href: `/o/${place.slug}/verwaltung` },
					{ label: t("managed.title") },
				]}
			/>
			<PageTitle title={t("managed.title")}>{processes.length > 0 && <ButtonRow>{create}</ButtonRow>}</PageTitle>
			{may.create && (
				<p>
					<a href={`/o/${place.slug}/beteiligung/leitlinien`}>{t("managed.guidelines")}</a>
					{" · "}
					<a href={`${path}/hilfe`}>{t("managed.help")}</a>
					{" · "}
					<a href={`${path}/papierkorb`}>{t("managed.bin")}</a>
					{" · "}
					<a href={`${path}/import`}>{i("send.title")}</a>
				</p>
			)}
			<DataTable
				caption={t("managed.caption", { place: place.name })}
				captionHidden
				rows={processes}
				rowKey={(process) => process.slug}
				empty={
					<EmptyState title={t("managed.empty")} action={create}>
						<p>{t("managed.emptyHint")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						header: t("managed.name"),
						rowHeader: true,
						cell: (process) => <a href={`/o/${place.slug}/beteiligung/${process.slug}`}>{process.title}</a>,
					},
					{
						key: "state",
						header: t("managed.state"),
						cell: (process) => (
							<>
								<Badge tone={stateTone[process.state]}>{t(`states.${process.state}`)}</Badge>
								{process.waitsForRelease && <span> {t("managed.waits")}</span>}
							</>
						),
					},
					{
						key: "contributions",
						header: t("managed.contributions"),
						numeric: true,
						cell: (process) => process.contributions,
					},
					{
						key: "next",
						header: t("managed.next"),
						cell: ({ next }) =>
							next
								? next.what === "opens"
									? t("managed.opensOn", { date: dateLong(next.at) })
									: // what closes at midnight is named by the day before it
										t("managed.closesOn", { date: dateLong(new Date(next.at.getTime() - 1)) })
								: t("managed.noNext"),
					},
					...(may.create
						? [
								{
									key: "acts",
									header: t("managed.manage"),
									cell: (process: (typeof processes)[number]) => (
										<>
											<a href={`${path}/${process.slug}`}>
												{t("managed.manage")}
												<span className="kern-sr-only">: {process.title}</span>
											</a>
											<br />
											{process.state === "draft" ? (
												<a href={`${path}/${process.slug}/veroeffentlichen`}>
													{t("managed.publish")}
													<span className="kern-sr-only">: {process.title}</span>
												</a>
											) : (
												<a href={`${path}/${process.slug}/antworten`}>
													{t("managed.answers")}
													<span className="kern-sr-only">: {process.title}</span>
												</a>
											)}
										</>
									),
								},
							]
						: []),
				]}
			/>
		</>
	);
}
