import { Icon } from "./icon";

/** What a state means. Each tone has its own icon, so colour is never alone. */
export type BadgeTone = "neutral" | "info" | "success" | "warning" | "danger";

const icons = { neutral: "draft", info: "info", success: "success", warning: "warning", danger: "danger" } as const;

/** The state of something in one or two words. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: string }) {
	return (
		<span className={`gw-badge gw-tone--${tone}`}>
			<Icon name={icons[tone]} small />
			{children}
		</span>
	);
}
