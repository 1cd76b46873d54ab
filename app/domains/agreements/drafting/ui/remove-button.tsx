import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useText } from "~/platform/i18n";
import { editingMessages } from "../editing-messages";

/** Takes one line out of a list. */
export function RemoveButton({ act, id, name }: { act: string; id: string; name: string }) {
	const t = useText(editingMessages);
	return (
		<Form inline id={`entfernen-${id}`} hidden={{ act, id }}>
			<Button look="tertiary" small label={t("edit.removeOf", { name })}>
				{t("edit.remove")}
			</Button>
		</Form>
	);
}
