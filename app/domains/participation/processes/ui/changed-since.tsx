import { Alert } from "~/design/alert";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { PartKind } from "../part";

/** Which parts are no longer what they were when the release was asked for. */
export function ChangedSince({ parts }: { parts: readonly PartKind[] }) {
	const t = useText(messages);
	if (parts.length === 0) return null;
	return (
		<Alert
			tone="warning"
			title={t("changedSince.title", { parts: parts.map((part) => t(`partNames.${part}`)).join(", ") })}
		>
			<p>{t("changedSince.text")}</p>
		</Alert>
	);
}
