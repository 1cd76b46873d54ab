import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

/** Questions from comments: where each stands, and its words. */
export function QuestionList({
	questions,
}: {
	questions: readonly { id: string; number: number | null; contribution: number | null; text: string; href?: string }[];
}) {
	const t = useText(staffMessages);
	return (
		<ul>
			{questions.map(({ id, number, contribution, text, href }) => {
				const where = t("questionAt", { number: String(number ?? ""), contribution: String(contribution ?? "") });
				return (
					<li key={id}>
						{href ? <a href={href}>{where}</a> : where}: {text}
					</li>
				);
			})}
		</ul>
	);
}
