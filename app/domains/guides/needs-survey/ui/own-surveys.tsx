import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";

type Own = {
	id: string;
	year: number;
	closesOn: string;
	isOpen: boolean;
	municipality: string;
	answeredAt: Date | null;
};

/** The surveys of a municipality: those to answer, and what it said in earlier ones. */
export function OwnSurveys({ surveys, here }: { surveys: readonly Own[]; here: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (surveys.length === 0) return null;
	return (
		<Section id="umfrage" title={t("answer.own")}>
			<ul>
				{surveys.map(({ id, year, closesOn, isOpen, municipality, answeredAt }) => (
					<li key={id}>
						<a href={`${here}/umfrage/${id}`}>
							{answeredAt
								? t("answer.done", { year: String(year), date: dateLong(answeredAt) })
								: isOpen
									? t("answer.open", { year: String(year), date: dateLong(closesOn) })
									: t("report.unanswered", { year: String(year) })}
						</a>
						{` – ${municipality}`}
					</li>
				))}
			</ul>
		</Section>
	);
}
