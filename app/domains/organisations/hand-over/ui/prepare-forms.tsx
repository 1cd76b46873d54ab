import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { TextArea } from "~/design/text-area";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { typedText } from "../../ui/typed";
import { messages } from "../messages";

/** What only the one who leaves knows, and when both meet. */
export function PrepareForms({
	meetingOn,
	typed,
	at,
}: {
	meetingOn: string | null;
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(messages);
	const adds = typed?.act === "add";
	const prepares = typed?.act === "prepare";
	return (
		<>
			<Section id="dazu" title={t("one.add")} intro={t("one.addText")}>
				<Form id="dazuschreiben" hidden={{ act: "add" }}>
					<RadioGroup
						name="kind"
						label={t("one.addKind")}
						value={adds ? typedText(typed, "kind") : "CONTACT"}
						choices={[
							{ value: "CONTACT", label: t("one.contact") },
							{ value: "PROMISE", label: t("one.promise") },
						]}
					/>
					<TextArea
						name="text"
						label={t("one.text")}
						rows={3}
						value={adds ? typedText(typed, "text") : ""}
						error={adds ? at("text") : undefined}
					/>
					<DateField
						name="dueOn"
						optional
						label={t("one.dueOn")}
						value={adds ? typedText(typed, "dueOn") : ""}
						error={adds ? at("dueOn") : undefined}
					/>
					<Button look="secondary">{t("one.submitAdd")}</Button>
				</Form>
			</Section>
			<Section id="vorbereiten" title={t("one.prepare")} intro={t("one.prepareText")}>
				<Form id="treffen" hidden={{ act: "prepare" }}>
					<DateField
						name="meetingOn"
						optional
						label={t("one.meetingOn")}
						value={prepares ? typedText(typed, "meetingOn") : (meetingOn ?? "")}
						error={prepares ? at("meetingOn") : undefined}
					/>
					<Button look="secondary">{t("one.submitPrepare")}</Button>
				</Form>
			</Section>
		</>
	);
}
