import { useText } from "~/platform/i18n";
import { Button } from "./button";
import { Form } from "./form";
import { messages } from "./messages";

/** Supports something, or takes the support back: the form sends `supported` = "yes" | "no", which shall be true then. */
export function SupportButton({
	action,
	title,
	supported,
	count,
	hidden,
	disabled,
}: {
	action: string;
	/** What is supported; names the button for screen readers. */
	title: string;
	supported: boolean;
	count: number;
	hidden?: Record<string, string>;
	disabled?: boolean;
}) {
	const t = useText(messages);
	return (
		<div className="gw-support">
			<Form action={action} hidden={hidden} inline>
				<Button
					name="supported"
					value={supported ? "no" : "yes"}
					look={supported ? "primary" : "secondary"}
					icon={supported ? "check" : "add"}
					label={t(supported ? "support.takeBack" : "support.of", { title })}
					disabled={disabled}
				>
					{t(supported ? "support.taken" : "support.give")}
				</Button>
			</Form>
			<span className="gw-support__count">{t("support.count", { count })}</span>
		</div>
	);
}
