import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import { messages } from "../../messages";

/** What was done about a group, newest first. */
export function StepList({ steps }: { steps: readonly { id: string; on: string; title: string; text: string }[] }) {
	const t = useText(messages);
	if (steps.length === 0) return <p>{t("group.takenNone")}</p>;
	return (
		<ul>
			{steps.map(({ id, on, title, text }) => (
				<li key={id}>
					<LocalDate value={on} />: {title}
					{text && `. ${text}`}
				</li>
			))}
		</ul>
	);
}
