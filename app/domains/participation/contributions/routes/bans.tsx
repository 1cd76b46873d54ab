import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { bansAt } from "../queries/bans.server";
import type { Route } from "./+types/bans";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await bansAt(world, params.place)),
	decided: new URL(request.url).searchParams.has("entschieden"),
}));

export default function Bans({ loaderData: { place, bans, decided } }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const { errors } = useProblems(moderationMessages, decided ? [{ code: "already-decided" }] : []);
	const moderation = `/o/${place.slug}/verwaltung/moderation`;
	const nameOf = (ban: (typeof bans)[number]) => ban.name ?? t(ban.kind === "guest" ? "ban.guest" : "ban.gone");
	return (
		<>
			<title>{`${t("ban.listTitle")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: words("moderation.title"), href: moderation },
					{ label: t("ban.listTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("ban.listTitle")} lead={t("ban.listLead")} />
			<DataTable
				caption={t("ban.caption")}
				captionHidden
				rows={bans}
				rowKey={({ id }) => id}
				empty={<EmptyState title={t("ban.empty")} />}
				columns={[
					{ key: "person", header: t("ban.person"), rowHeader: true, cell: nameOf },
					{
						key: "why",
						header: t("ban.why"),
						cell: ({ rule }) => words(`rules.${moderationRules.find((known) => known === rule) ?? "off-topic"}`),
					},
					{ key: "until", header: t("ban.until"), cell: ({ lastMoment }) => <LocalDate value={lastMoment} /> },
					{
						key: "state",
						header: t("ban.state"),
						cell: (ban) =>
							ban.state === "running" ? (
								<>
									{t("ban.running")}
									<Form action={`${moderation}/sperren/${ban.id}/aufheben`} inline>
										<Button look="tertiary" label={t("ban.liftOf", { name: nameOf(ban) })}>
											{t("ban.lift")}
										</Button>
									</Form>
								</>
							) : (
								t(`ban.${ban.state}`)
							),
					},
				]}
			/>
			<p>
				<a href={moderation}>{t("ban.back")}</a>
			</p>
		</>
	);
}
