import { Alert } from "~/design/alert";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { LoadedOrigin } from "../queries/part.server";

/** Says on the page of a process that it was taken over, and what was not. */
export function OriginPart({ part, path }: { part: LoadedOrigin; path: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Alert title={t("origin.title", { source: part.source, date: dateLong(part.importedAt) })}>
			<p>{t("origin.text")}</p>
			<p>{part.licence}</p>
			<p>
				<a href={`${path}/daten#herkunft`}>{t("origin.link")}</a>
			</p>
		</Alert>
	);
}
