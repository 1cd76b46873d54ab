import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { LocalDate } from "~/design/time";
import { ScreenOnly } from "~/design/visibility";
import { WritingLines } from "~/design/writing-lines";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { takingPartOffline } from "../queries/taking-part.server";
import { messages } from "../taking-part-messages";
import { OfflineContact } from "../ui/offline-contact";
import type { Route } from "./+types/take-part-offline";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	takingPartOffline(world, params.place),
);

/** One sheet to print: whom to call, where to write, what runs, and lines to fill in. */
export default function TakePartOffline({ loaderData: { place, address, open } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("offline.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("offline.title") }]} />
			<PageTitle title={t("offline.title")} above={place.name} lead={t("offline.text")} />
			<ScreenOnly>
				<p>{t("offline.lead")}</p>
			</ScreenOnly>
			<OfflineContact place={place} address={address} />
			<QrCode url={address} label={t("offline.online")} />
			<Section id="laeuft" title={t("offline.open")} intro={open.length === 0 ? t("offline.none") : undefined}>
				{open.length > 0 && (
					<DataTable
						caption={t("offline.open")}
						captionHidden
						rows={open}
						rowKey={(process) => process.address}
						columns={[
							{ key: "title", header: t("offline.what"), rowHeader: true, cell: (process) => process.title },
							{
								key: "lastDay",
								header: t("offline.until"),
								cell: (process) => (process.lastDay ? <LocalDate value={process.lastDay} /> : "–"),
							},
							{
								key: "address",
								header: t("offline.online"),
								cell: (process) => <a href={process.address}>{process.address.replace(/^https?:\/\//, "")}</a>,
							},
						]}
					/>
				)}
			</Section>
			<Section id="bogen" title={t("offline.form")} intro={t("offline.formText")}>
				<WritingLines label={t("offline.topic")} lines={1} />
				<WritingLines label={t("offline.idea")} lines={6} />
				<WritingLines label={t("offline.name")} lines={1} />
				<WritingLines label={t("offline.answer")} lines={2} />
			</Section>
		</>
	);
}
