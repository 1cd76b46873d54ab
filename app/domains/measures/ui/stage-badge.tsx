import { Badge, type BadgeTone } from "~/design/badge";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { Stage } from "../stage";

// The end is as good a result as operation: neutral, never a warning.
const tones: Record<Stage, BadgeTone> = {
	IDEA: "neutral",
	PREPARATION: "info",
	PILOT: "info",
	REGULAR: "success",
	ENDED: "neutral",
};

/** The stage of a measure in one word. */
export function StageBadge({ stage }: { stage: Stage }) {
	const t = useText(messages);
	return <Badge tone={tones[stage]}>{t(`stages.${stage}`)}</Badge>;
}
