import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { approvalSteps } from "../approval";
import { approvalMessages } from "../messages";
import type { ApprovalShown } from "../queries/approval-state.server";

/** Where the approval of a signed agreement stands; who leads it notes the steps. */
export function Approval({
	approval: { plan, word, deemedOn, steps, next },
	mayNote,
	typed,
	at,
}: {
	approval: ApprovalShown;
	mayNote: boolean;
	/** What was typed into this form and refused. */
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(approvalMessages);
	const { date } = useFormat();
	return (
		<Section title={t("title")} id="genehmigung">
			<p>
				{t("needs", plan)} {t(`words.${word}`)}{" "}
				{word === "pending" && deemedOn && t("deemedOn", { day: date(deemedOn) })}{" "}
				{plan.publication && word !== "refused" && t("publication")}
			</p>
			<ul>
				{approvalSteps.map((step) => {
					const day = steps[step];
					return day ? <li key={step}>{t(`steps.${step}`, { day: date(day) })}</li> : null;
				})}
			</ul>
			{mayNote && next.length > 0 && (
				<Disclosure summary={t("note")} open={typed !== null}>
					<Form id="genehmigung-schritt" hidden={{ act: "approval" }}>
						<RadioGroup
							name="step"
							label={t("step")}
							value={typed?.step?.toString() ?? (next.length === 1 ? next[0] : undefined)}
							error={at("step")}
							choices={next.map((value) => ({ value, label: t(`choices.${value}`) }))}
						/>
						<DateField name="day" label={t("day")} value={typed?.day?.toString()} error={at("day")} />
						<TextField name="note" label={t("evidence")} value={typed?.note?.toString()} error={at("note")} />
						<Button>{t("save")}</Button>
					</Form>
				</Disclosure>
			)}
		</Section>
	);
}
