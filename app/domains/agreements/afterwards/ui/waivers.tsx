import { Button } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { ShownWord } from "../../on-behalf/queries/speaking.server";
import { DecisionFields } from "../../on-behalf/ui/decision-fields";
import { GivenWords } from "../../on-behalf/ui/given-words";
import type { ShownWaiver } from "../queries/waivers.server";
import { waiverMessages } from "../waiver-messages";

/** Which dates the parties do without, what waits for whose word, and the form to ask for one. */
export function Waivers({
	waivers,
	speaksFor,
	byDecision,
	words,
	dates,
	typed,
	at,
}: {
	waivers: readonly ShownWaiver[];
	speaksFor: readonly { value: string; label: string }[];
	/** Whether a word in the name of one of them needs its decision. */
	byDecision: boolean;
	/** The words that were given in a party's name. */
	words: readonly ShownWord[];
	/** What can still be waived. */
	dates: readonly { id: string; title: string; dueOn: string }[];
	/** What was typed into the form and refused; null otherwise. */
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(waiverMessages);
	const { date: dayWords } = useFormat();
	const standing = waivers.filter(({ ended }) => ended === null);
	const open = dates.filter(({ id }) => !standing.some(({ dateId }) => dateId === id));
	const again = typed?.waivedId?.toString();
	const proposes = typed !== null && !standing.some(({ dateId }) => dateId === again) && typed.waiverId === undefined;
	if (waivers.length === 0 && (open.length === 0 || speaksFor.length === 0)) return null;
	return (
		<Section title={t("title")} id="verzicht" intro={t("lead")}>
			{waivers.map((waiver) => (
				<Waiver
					key={waiver.id}
					waiver={waiver}
					words={words.filter(({ subjectId }) => subjectId === waiver.id)}
					typed={typed ?? {}}
					at={at}
				/>
			))}
			{open.length > 0 && speaksFor.length > 0 && (
				<Disclosure summary={t("propose")} open={proposes}>
					<Form id="verzicht-neu" hidden={{ act: "waive" }}>
						<Select
							name="waivedId"
							label={t("date")}
							value={typed?.waivedId?.toString()}
							error={at("waivedId")}
							options={open.map(({ id, title, dueOn }) => ({
								value: id,
								label: t("of", { title, day: dayWords(dueOn) }),
							}))}
						/>
						<Select
							name="organisationId"
							label={t("party")}
							value={typed?.organisationId?.toString()}
							error={at("organisationId")}
							options={[...speaksFor]}
						/>
						<TextField
							name="reason"
							label={t("reason")}
							hint={t("reasonHint")}
							value={typed?.reason?.toString()}
							error={proposes ? at("reason") : undefined}
						/>
						{byDecision && (
							<DecisionFields optional typed={typed ?? {}} at={(field) => (proposes ? at(field) : undefined)} />
						)}
						<Button>{t("send")}</Button>
					</Form>
				</Disclosure>
			)}
		</Section>
	);
}

function Waiver({
	waiver: { id, dateId, title, dueOn, reason, waivedOn, agreed, missing, ended, mine, mayEnd },
	words,
	typed,
	at,
}: {
	waiver: ShownWaiver;
	words: readonly ShownWord[];
	typed: Typed;
	at(field: string): string | undefined;
}) {
	const t = useText(waiverMessages);
	const { date } = useFormat();
	const day = date(dueOn);
	const isTyped = (name: string, value: string, organisationId: string) =>
		typed[name] === value && typed.organisationId === organisationId;
	return (
		<>
			<h3>
				{t("of", { title, day })}
				{waivedOn && ` – ${t("waived", { day: date(waivedOn) })}`}
				{ended && ` – ${t(ended.kind)}`}
			</h3>
			<SummaryList
				rows={[
					{ term: t("reason"), value: reason },
					{
						term: t("agreed"),
						value: agreed
							.map(({ party, day: on, by }) =>
								by ? t("agreedBy", { party, day: date(on), name: by }) : t("agreedOn", { party, day: date(on) }),
							)
							.join("; "),
					},
					...(missing.length > 0 ? [{ term: t("missing"), value: missing.join(", ") }] : []),
					...(ended
						? [
								{
									term: t(ended.kind),
									value: `${t("agreedOn", { party: ended.party, day: date(ended.day) })}${ended.reason && `: ${ended.reason}`}`,
								},
							]
						: []),
				]}
			/>
			<GivenWords words={words} />
			{mine.map(({ organisationId, party, byDecision }) => {
				const refused = isTyped("waivedId", dateId, organisationId);
				const agree = t("agree", { party, title, day });
				const hidden = { act: "waive", waivedId: dateId, organisationId };
				return byDecision ? (
					<Disclosure key={organisationId} summary={t("agreeFor", { party })} open={refused}>
						<Form id={`verzicht-${dateId}-${organisationId}`} hidden={hidden}>
							<DecisionFields typed={refused ? typed : {}} at={(field) => (refused ? at(field) : undefined)} />
							<Button look="secondary">{agree}</Button>
						</Form>
					</Disclosure>
				) : (
					<Form key={organisationId} inline id={`verzicht-${dateId}-${organisationId}`} hidden={hidden}>
						<Button look="secondary">{agree}</Button>
					</Form>
				);
			})}
			{mayEnd.map(({ organisationId, party, kind }) => {
				const refused = isTyped("waiverId", id, organisationId);
				return (
					<Disclosure key={organisationId} summary={t(`end.${kind}`, { party })} open={refused}>
						<Form
							id={`verzicht-ende-${id}-${organisationId}`}
							hidden={{ act: "endWaiver", waiverId: id, organisationId }}
						>
							<TextField
								name="endReason"
								optional={kind === "withdrawn"}
								label={t("reason")}
								value={refused ? typed.endReason?.toString() : undefined}
								error={refused ? at("endReason") : undefined}
							/>
							<Button look="secondary">{t(`endButton.${kind}`)}</Button>
						</Form>
					</Disclosure>
				);
			})}
		</>
	);
}
