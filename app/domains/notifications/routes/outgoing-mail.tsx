import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { retryMail } from "../commands/retry-mail.server";
import { retryForm } from "../forms";
import { messages } from "../messages";
import { outgoingMail } from "../queries/outgoing-mail.server";
import type { Route } from "./+types/outgoing-mail";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	...(await outgoingMail(world)),
	retried: new URL(request.url).searchParams.has("erneut"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, retryForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await retryMail(world, { id: form.value.mail });
	return onward("/betrieb/post?erneut");
});

type Row = Route.ComponentProps["loaderData"]["failed"][number];

export default function OutgoingMail({ loaderData }: Route.ComponentProps) {
	const t = useText(messages);
	const format = useFormat();
	const { failed, waiting, failedCount, waitingCount, sentToday, retried } = loaderData;
	const retry = (row: Row) =>
		row.lastError !== null && (
			<Form inline hidden={{ mail: row.id }}>
				<Button small look="secondary" label={t("outgoing.retryLabel", { to: row.to })}>
					{t("outgoing.retry")}
				</Button>
			</Form>
		);
	const columns = [
		{ key: "to", header: t("outgoing.to"), cell: (row: Row) => row.to, rowHeader: true },
		{ key: "written", header: t("outgoing.written"), cell: (row: Row) => <LocalDateTime value={row.createdAt} /> },
		{ key: "attempts", header: t("outgoing.attempts"), cell: (row: Row) => format.number(row.attempts), numeric: true },
		{ key: "reason", header: t("outgoing.reason"), cell: (row: Row) => row.lastError ?? t("outgoing.noReason") },
	];
	const next = { key: "next", header: t("outgoing.next"), cell: (row: Row) => <LocalDateTime value={row.nextTryAt} /> };
	const act = { key: "act", header: t("outgoing.act"), cell: retry };
	return (
		<>
			<title>{`${t("outgoing.title")} – Gemeinwerk`}</title>
			{retried && <Alert tone="success" title={t("outgoing.retried")} live />}
			<PageTitle title={t("outgoing.title")} lead={t("outgoing.lead")} />
			<SummaryList
				rows={[
					{ term: t("outgoing.failedCount"), value: format.number(failedCount) },
					{ term: t("outgoing.waitingCount"), value: format.number(waitingCount) },
					{ term: t("outgoing.sentToday"), value: format.number(sentToday) },
				]}
			/>
			<Section id="aufgegeben" title={t("outgoing.failed")}>
				{failedCount > failed.length && <p>{t("outgoing.more", { count: format.number(failed.length) })}</p>}
				<DataTable
					caption={t("outgoing.failed")}
					captionHidden
					columns={[...columns, act]}
					rows={failed}
					rowKey={(row) => row.id}
					empty={<p>{t("outgoing.noneFailed")}</p>}
				/>
			</Section>
			<Section id="warten" title={t("outgoing.waiting")}>
				{waitingCount > waiting.length && <p>{t("outgoing.more", { count: format.number(waiting.length) })}</p>}
				<DataTable
					caption={t("outgoing.waiting")}
					captionHidden
					columns={[...columns, next, act]}
					rows={waiting}
					rowKey={(row) => row.id}
					empty={<p>{t("outgoing.noneWaiting")}</p>}
				/>
			</Section>
		</>
	);
}
