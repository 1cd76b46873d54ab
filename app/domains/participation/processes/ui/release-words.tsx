import { Alert } from "~/design/alert";
import { useFormat, useText } from "~/platform/i18n";
import type { ReleaseAnswer } from "../../second-person";
import { messages } from "../messages";

/** Whether the reader may release, and how it will be recorded; else who may, or from when. */
export function ReleaseWords({ release }: { release: ReleaseAnswer }) {
	const t = useText(messages);
	const { dateTime } = useFormat();
	return (
		<Alert title={t("publish.waiting")}>
			<p>
				{release.may
					? t(`publish.how.${release.how}`)
					: t(`publish.not.${release.why}`, { date: "from" in release ? dateTime(release.from) : "" })}
			</p>
		</Alert>
	);
}
