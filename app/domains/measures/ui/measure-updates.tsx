import { Card } from "~/design/card";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { MeasurePage } from "../queries/measure-page.server";
import { Paragraphs } from "./paragraphs";

/** The honest reports, newest first: what happened, what is open, what comes next. */
export function MeasureUpdates({ updates }: { updates: MeasurePage["updates"] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (updates.length === 0) return <p>{t("page.noUpdates")}</p>;
	return (
		<div className="gw-flow">
			{updates.map(({ id, at, progress, openProblems, nextSteps }) => (
				<Card key={id} title={dateLong(at)}>
					<h4>{t("page.progress")}</h4>
					<Paragraphs text={progress} />
					<h4>{t("page.problems")}</h4>
					<Paragraphs text={openProblems} />
					{nextSteps && (
						<>
							<h4>{t("page.next")}</h4>
							<Paragraphs text={nextSteps} />
						</>
					)}
				</Card>
			))}
		</div>
	);
}
