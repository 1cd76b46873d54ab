import { Alert } from "~/design/alert";
import { TextDifference } from "~/design/text-difference";
import { TextPair } from "~/design/text-pair";
import { differenceOf } from "~/domains/participation";
import { useText } from "~/platform/i18n";
import { messages as wordMessages } from "../../word/messages";
import { editingMessages } from "../editing-messages";
import { PlainText } from "./plain-text";

/** Two people saved the same text: both wordings side by side, and what differs. The form above still holds one's own. */
export function SaveConflict({ yours, stored }: { yours: string; stored: string }) {
	const t = useText(editingMessages);
	const say = useText(wordMessages);
	return (
		<>
			<Alert tone="warning" title={t("edit.stored")} />
			<TextPair
				sides={[
					{ title: t("edit.yours"), children: <PlainText text={yours} /> },
					{ title: t("basics.stored"), children: <PlainText text={stored} /> },
				]}
			/>
			<h3>{t("edit.difference")}</h3>
			<TextDifference
				pieces={differenceOf(stored, yours)}
				words={{ removed: say("comparison.removed"), added: say("comparison.added"), end: say("comparison.end") }}
			/>
		</>
	);
}
