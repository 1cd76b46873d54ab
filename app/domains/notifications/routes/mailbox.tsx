import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { receivedMails } from "../queries/received-mail.server";
import type { Route } from "./+types/mailbox";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const address = (new URL(request.url).searchParams.get("an") ?? "").trim().slice(0, 254);
	return { address, mails: await receivedMails(world, address) };
});

export default function Mailbox({ loaderData: { address, mails } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("mailbox.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("mailbox.title")} lead={t("mailbox.lead")} />
			<SearchField action="/demo/post" name="an" value={address} label={t("mailbox.search")} />
			<DataTable
				caption={t("mailbox.title")}
				captionHidden
				columns={[
					{
						key: "subject",
						header: t("mailbox.subject"),
						rowHeader: true,
						cell: (mail) => (
							<a data-mail="" href={`/demo/post/${mail.id}`}>
								{mail.subject}
							</a>
						),
					},
					{ key: "to", header: t("mailbox.to"), cell: (mail) => mail.to },
					{ key: "received", header: t("mailbox.received"), cell: (mail) => <LocalDateTime value={mail.receivedAt} /> },
				]}
				rows={mails}
				rowKey={(mail) => mail.id}
				empty={
					<EmptyState title={t("mailbox.none")}>
						<p>{t("mailbox.noneText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
