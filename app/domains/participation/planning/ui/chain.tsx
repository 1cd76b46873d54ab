import { SummaryList } from "~/design/summary-list";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { isStage } from "../planning";

/** The stages that were reached, with their days. */
export function Chain({ steps }: { steps: readonly { stage: string; on: string }[] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (steps.length === 0) return <p>{t("stages.begun")}</p>;
	return (
		<SummaryList
			rows={steps.map(({ stage, on }) => ({
				term: isStage(stage) ? t(`stages.${stage}`) : stage,
				value: dateLong(on),
			}))}
		/>
	);
}
