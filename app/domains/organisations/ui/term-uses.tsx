import { useText } from "~/platform/i18n";
import { messages } from "../territory-messages";

/** What rests on an area or a topic. */
export function TermUses({ uses }: { uses: readonly { label: string; href: string }[] }) {
	const t = useText(messages);
	if (uses.length === 0) return t("list.unused");
	return uses.map(({ label, href }, index) => (
		<span key={href + label}>
			{index > 0 && ", "}
			<a href={href}>{label}</a>
		</span>
	));
}
