import { Section } from "~/design/layout";
import { QrCode } from "~/design/qr-code";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ProcessPage } from "../queries/process-page.server";
import { telephone } from "./decision-frame";

/** „Ohne Internet mitmachen“: whom to call, where to write, and the short address for paper. */
export function PartWithoutInternet({ process, shortUrl }: { process: ProcessPage; shortUrl: string }) {
	const t = useText(messages);
	const phone = process.frame.responsible?.phone ?? process.place.phone;
	return (
		<Section id="ohne-internet" title={t("page.offline")}>
			{phone && (
				<p>
					{t("page.offlinePhone")} <a href={telephone(phone)}>{phone}</a>. {process.takesPaper && t("page.offlineHelp")}
				</p>
			)}
			<p>
				{t("page.offlineWrite", {
					name: [process.place.name, process.frame.responsible?.label].filter(Boolean).join(", "),
				})}
			</p>
			{process.takesPaper && (
				<p>
					<a href={`/o/${process.place.slug}/beteiligung/${process.slug}/bogen`}>{t("page.offlineForm")}</a>
				</p>
			)}
			<p>
				<a href="/abholen">{t("page.offlineLookUp")}</a>
			</p>
			<QrCode url={shortUrl} label={t("page.short")} />
		</Section>
	);
}
