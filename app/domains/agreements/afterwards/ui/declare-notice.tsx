import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { onBehalfMessages } from "../../on-behalf/messages";
import { DecisionFields } from "../../on-behalf/ui/decision-fields";
import { noticeKinds } from "../ending";
import { endingMessages } from "../ending-messages";
import type { endingPage } from "../queries/ending.server";

/** The page of endings as the route shows it. */
type Page = Awaited<ReturnType<typeof endingPage>> & { shownAgain: boolean; today: string };
type Props = { page: Page; typed: Typed; problems: ReturnType<typeof useProblems> };

/** Where a party declares that it ends the agreement or leaves it, or writes that down for those who may. */
export function DeclareNotice({ page, typed, problems }: Props) {
	const t = useText(endingMessages);
	const behalf = useText(onBehalfMessages);
	const own = page.mine.find(({ how }) => how === "own");
	const ready = page.prepared.find(({ organisationId }) => organisationId === own?.value);
	const offered: Record<string, string | undefined> = ready && Object.keys(typed).length === 0 ? { ...ready } : {};
	const text = (name: string) => typed[name]?.toString() ?? offered[name];
	const ways = new Set(page.mine.map(({ how }) => how));
	const hintOf = (how: Page["mine"][number]["how"], written: boolean) =>
		[
			written ? t("writtenHint") : "",
			how === "prepares" ? behalf("prepares") : how === "by-decision" ? behalf("byDecision") : "",
		]
			.filter(Boolean)
			.join(". ") || undefined;
	if (!page.shownAgain) {
		return (
			<Section title={t("declare")} id="kuendigen">
				<p>{t("proof")}</p>
				<LinkButton href={`/anmelden/bestaetigen?weiter=/vereinbarungen/${page.code}/ende`} look="secondary">
					{t("proofButton")}
				</LinkButton>
			</Section>
		);
	}
	return (
		<Section title={t("declare")} id="kuendigen">
			<Form files id="erklaeren">
				<RadioGroup
					name="organisationId"
					label={t("party")}
					value={text("organisationId") ?? (page.mine.length === 1 ? page.mine[0]?.value : undefined)}
					error={problems.at("organisationId")}
					choices={page.mine.map(({ value, label, written, how }) => ({
						value,
						label,
						hint: hintOf(how, written),
					}))}
				/>
				<RadioGroup
					name="kind"
					label={t("kind")}
					value={text("kind")}
					error={problems.at("kind")}
					choices={noticeKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<DateField
					name="declaredOn"
					label={t("declaredOn")}
					value={text("declaredOn") ?? page.today}
					error={problems.at("declaredOn")}
				/>
				<DateField
					name="lastDay"
					label={t("lastDay")}
					hint={t("lastHint")}
					value={text("lastDay")}
					error={problems.at("lastDay")}
				/>
				<TextField name="reason" label={t("reason")} value={text("reason")} error={problems.at("reason")} />
				<Checkbox name="asBreach" optional label={t("asBreach")} checked={text("asBreach") === "on"} />
				<TextField
					name="consequence"
					optional
					label={t("consequence")}
					hint={t("consequenceHint")}
					value={text("consequence")}
					error={problems.at("consequence")}
				/>
				<FileField
					name="letter"
					optional
					accept="application/pdf,image/*"
					label={t("file")}
					hint={t("fileHint")}
					error={problems.at("letter")}
				/>
				{ways.has("by-decision") && <DecisionFields file optional={ways.size > 1} typed={typed} at={problems.at} />}
				<ButtonRow>
					{(ways.has("own") || ways.has("by-decision")) && (
						<Button name="act" value="declare">
							{t("send")}
						</Button>
					)}
					{(ways.has("prepares") || ways.has("by-decision")) && (
						<Button name="act" value="prepare" look="secondary">
							{t("prepareOnly")}
						</Button>
					)}
				</ButtonRow>
			</Form>
		</Section>
	);
}
