import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { evidenceMessages } from "../../authority/evidence-messages";
import { EvidenceLink } from "../../authority/ui/evidence-link";
import { approvalSteps } from "../approval";
import { approvalMessages } from "../messages";
import type { ApprovalEvidence } from "../queries/approval-evidence.server";
import type { ApprovalShown } from "../queries/approval-state.server";

/** Where the approval of a signed agreement stands; who leads it notes the steps. */
export function Approval({
	approval: { plan, word, deemedOn, steps, next, evidence },
	mayNote,
	typed,
	at,
}: {
	approval: ApprovalShown & { evidence: ApprovalEvidence[] };
	mayNote: boolean;
	/** What was typed into this form and refused. */
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(approvalMessages);
	const words = useText(evidenceMessages);
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
					const document = evidence.find((one) => one.step === step);
					return day ? (
						<li key={step}>
							{t(`steps.${step}`, { day: date(day) })}
							{document && (
								<>
									. <EvidenceLink evidence={document} />
								</>
							)}
						</li>
					) : null;
				})}
			</ul>
			{mayNote && next.length > 0 && (
				<Disclosure summary={t("note")} open={typed !== null}>
					<Form id="genehmigung-schritt" files>
						<RadioGroup
							name="step"
							label={t("step")}
							value={typed?.step?.toString() ?? (next.length === 1 ? next[0] : undefined)}
							error={at("step")}
							choices={next.map((value) => ({ value, label: t(`choices.${value}`) }))}
						/>
						<DateField name="day" label={t("day")} value={typed?.day?.toString()} error={at("day")} />
						<TextField name="note" label={t("evidence")} value={typed?.note?.toString()} error={at("note")} />
						<FileField
							name="file"
							optional
							accept=".pdf,image/*"
							label={words("file")}
							hint={words("fileHint")}
							error={at("file")}
						/>
						<Button>{t("save")}</Button>
					</Form>
				</Disclosure>
			)}
		</Section>
	);
}
