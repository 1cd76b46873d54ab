import { Badge, type BadgeTone } from "~/design/badge";
import { useText } from "~/platform/i18n";
import type { MajorityResult } from "../../../counting/index";
import { messages } from "../../messages";

const tones: Record<MajorityResult, BadgeTone> = { adopted: "success", rejected: "danger", "not-decided": "warning" };

/** What a group decided, in a word. */
export function ResultBadge({ result }: { result: MajorityResult }) {
	const t = useText(messages);
	return <Badge tone={tones[result]}>{t(`results.${result}`)}</Badge>;
}
