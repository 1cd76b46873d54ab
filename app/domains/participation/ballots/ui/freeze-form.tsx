import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

/** The last question before a rule is frozen for good. */
export function FreezeForm({ error }: { error: string | undefined }) {
	const t = useText(staffMessages);
	return (
		<Form>
			<Checkbox name="understood" label={t("freeze.understood")} error={error} />
			<Button>{t("freeze.freeze")}</Button>
		</Form>
	);
}
