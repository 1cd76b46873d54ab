import type { OrganisationKind } from "~/platform/database/generated/enums";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** What sort of body it is: the word of the register where it has one, otherwise ours. */
export function KindName({ kind, registerType }: { kind: OrganisationKind; registerType?: string | null }) {
	const t = useText(messages);
	const types: Record<string, string> = messages.de.registerTypes;
	return (registerType ? types[registerType] : undefined) ?? t(`kinds.${kind}`);
}
