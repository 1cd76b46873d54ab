import { Badge, type BadgeTone } from "~/design/badge";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { Funding, ResolutionOutcome } from "../resolution";

const tones: Record<ResolutionOutcome, BadgeTone> = {
	adopted: "success",
	amended: "success",
	partial: "success",
	refused: "danger",
	postponed: "neutral",
	noted: "info",
};

/** What the body did, and beside it that the money is missing. */
export function ResolutionBadges({
	outcome,
	exceptItems,
	funding,
}: {
	outcome: ResolutionOutcome;
	exceptItems: string | null;
	funding: Funding | null;
}) {
	const t = useText(messages);
	return (
		<>
			<Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`, { items: exceptItems ?? "" })}</Badge>
			{(funding === "unfunded" || funding === "partly") && <Badge tone="warning">{t(`fundings.${funding}`)}</Badge>}
		</>
	);
}
