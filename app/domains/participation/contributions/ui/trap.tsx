import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** A field that people do not see; programs fill it in. */
export function Trap() {
	const t = useText(messages);
	return (
		<div className="gw-trap" hidden>
			<TextField name="webseite" label={t("form.trap")} optional />
		</div>
	);
}
