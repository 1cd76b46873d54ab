import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** What a message or state means; colour, icon and word go together. */
export type Tone = "info" | "success" | "warning" | "danger";

/** A message on the page. `live` for what just happened: screen readers then speak it. */
export function Alert({
	tone = "info",
	title,
	children,
	live,
	level = 2,
}: {
	tone?: Tone;
	title: string;
	children?: ReactNode;
	live?: boolean;
	level?: 2 | 3 | 4;
}) {
	const t = useText(messages);
	const Heading = `h${level}` as const;
	return (
		<div className={`gw-alert gw-tone--${tone}`} role={live ? (tone === "danger" ? "alert" : "status") : undefined}>
			<Icon name={tone} />
			<div className="gw-alert__text">
				<Heading className="gw-alert__title">
					<span className="kern-sr-only">{t(`alert.${tone}`)}: </span>
					{title}
				</Heading>
				{children && <div className="gw-flow">{children}</div>}
			</div>
		</div>
	);
}
