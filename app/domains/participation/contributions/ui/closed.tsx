import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Says since or from when one can contribute, while one cannot. */
export function Closed({ contributing }: { contributing: { from: Date | null; until: Date | null } }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (contributing.from) return <p>{t("closed.later", { date: dateLong(contributing.from) })}</p>;
	// what closes at midnight is named by the day before it
	return contributing.until ? (
		<p>{t("closed.over", { date: dateLong(new Date(contributing.until.getTime() - 1)) })}</p>
	) : null;
}
