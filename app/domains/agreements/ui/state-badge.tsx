import { Badge, type BadgeTone } from "~/design/badge";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { AgreementState } from "../state";

const tones: Record<AgreementState, BadgeTone> = {
	draft: "neutral",
	presented: "info",
	frozen: "warning",
	concluded: "info",
	"in-approval": "warning",
	"not-approved": "danger",
	"in-force": "success",
	ended: "neutral",
	superseded: "warning",
	terminated: "neutral",
};

/** Where an agreement stands, in words. */
export function StateBadge({ state }: { state: AgreementState }) {
	const t = useText(messages);
	return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
