import { Badge, type BadgeTone } from "~/design/badge";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ProjectStage } from "../project";

const tones: Record<ProjectStage, BadgeTone> = {
	idea: "neutral",
	planning: "info",
	decided: "info",
	"under-way": "info",
	done: "success",
	dropped: "warning",
};

/** Where a project stands. */
export function ProjectStageBadge({ stage }: { stage: ProjectStage }) {
	return <Badge tone={tones[stage]}>{useText(messages)(`stages.${stage}`)}</Badge>;
}
