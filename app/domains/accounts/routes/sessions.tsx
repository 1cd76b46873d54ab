import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as accountMessages } from "../account-messages";
import { endOtherSessions, endSession } from "../commands/end-session.server";
import { sessionForm } from "../forms";
import { mySessions } from "../queries/account.server";
import { AccountTabs } from "../ui/account-tabs";
import type { Route } from "./+types/sessions";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	sessions: await mySessions(world),
	ended: new URL(request.url).searchParams.has("beendet"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, sessionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { session } = form.value;
	if (session) await endSession(world, { sessionId: session });
	else await endOtherSessions(world, null);
	return onward("/konto/sitzungen?beendet");
});

export default function Sessions({ loaderData: { sessions, ended } }: Route.ComponentProps) {
	const t = useText(accountMessages);
	const nameOf = (device: string) => device || t("sessions.unknown");
	return (
		<>
			<title>{t("sessions.title")}</title>
			{ended && <Alert tone="success" title={t("sessions.ended")} live />}
			<PageTitle title={t("sessions.title")} lead={t("sessions.lead")} />
			<AccountTabs current="sessions" />
			<DataTable
				caption={t("sessions.title")}
				captionHidden
				rows={sessions}
				rowKey={({ id }) => id}
				columns={[
					{ key: "device", header: t("sessions.device"), rowHeader: true, cell: ({ device }) => nameOf(device) },
					{
						key: "since",
						header: t("sessions.since"),
						cell: ({ createdAt }) => <LocalDateTime value={createdAt} />,
					},
					{
						key: "seen",
						header: t("sessions.seen"),
						cell: ({ lastSeenAt }) => <LocalDateTime value={lastSeenAt} />,
					},
					{
						key: "act",
						header: t("sessions.act"),
						cell: ({ id, present, device }) =>
							present ? (
								<Badge tone="info">{t("sessions.present")}</Badge>
							) : (
								<Form inline hidden={{ session: id }}>
									<Button look="secondary" small label={t("sessions.endLabel", { device: nameOf(device) })}>
										{t("sessions.end")}
									</Button>
								</Form>
							),
					},
				]}
			/>
			{sessions.length > 1 ? (
				<Form inline>
					<Button look="danger">{t("sessions.others")}</Button>
				</Form>
			) : (
				<p>{t("sessions.none")}</p>
			)}
		</>
	);
}
