import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Hands a stored draft in as the person who is signed in. */
export function HandInForm({ action, person }: { action?: string; person: string }) {
	const t = useText(messages);
	return (
		<Form action={action}>
			<RadioGroup
				name="shownAs"
				label={t("form.shownAs")}
				value="self"
				choices={[
					{ value: "self", label: t("form.asSelf", { name: person }) },
					{ value: "nobody", label: t("form.asNobody") },
				]}
			/>
			<Button>{t("draft.handIn")}</Button>
		</Form>
	);
}
