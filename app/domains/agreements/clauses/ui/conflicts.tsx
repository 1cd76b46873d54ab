import { Alert } from "~/design/alert";
import { useFormat, useText } from "~/platform/i18n";
import type { Conflict } from "../../drafting/conflicts";
import { messages } from "../messages";

/** Clauses that do not go together; nothing where all do. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
	const t = useText(messages);
	const { date } = useFormat();
	if (conflicts.length === 0) return null;
	const words = ({ code, values }: Conflict) => {
		const { day, end, title = "", text = "", months = 0, agreed = "" } = values;
		return t(`conflicts.${code}`, {
			title: String(title),
			text: String(text),
			months: Number(months),
			agreed: String(agreed),
			day: day === undefined ? "" : date(String(day)),
			end: end === undefined ? "" : date(String(end)),
		});
	};
	return (
		<Alert tone="warning" title={t("conflicts.title")}>
			<ul>
				{conflicts.map((conflict, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once on the server and never reordered
					<li key={index}>{words(conflict)}</li>
				))}
			</ul>
		</Alert>
	);
}
