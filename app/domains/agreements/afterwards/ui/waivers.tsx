import { Button } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextField } from "~/design/text-field";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { ShownWaiver } from "../queries/waivers.server";
import { waiverMessages } from "../waiver-messages";

/** Which dates the parties do without, what waits for whose word, and the form to ask for one. */
export function Waivers({
	waivers,
	speaksFor,
	dates,
	typed,
	at,
}: {
	waivers: readonly ShownWaiver[];
	speaksFor: readonly { value: string; label: string }[];
	/** What can still be waived. */
	dates: readonly { id: string; title: string; dueOn: string }[];
	/** What was typed into the form and refused; null otherwise. */
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(waiverMessages);
	const { date: words } = useFormat();
	const open = dates.filter(({ id }) => !waivers.some(({ dateId }) => dateId === id));
	if (waivers.length === 0 && (open.length === 0 || speaksFor.length === 0)) return null;
	return (
		<Section title={t("title")} id="verzicht" intro={t("lead")}>
			{waivers.map((waiver) => (
				<Waiver key={waiver.id} waiver={waiver} />
			))}
			{open.length > 0 && speaksFor.length > 0 && (
				<Disclosure summary={t("propose")} open={typed !== null}>
					<Form id="verzicht-neu" hidden={{ act: "waive" }}>
						<Select
							name="waivedId"
							label={t("date")}
							value={typed?.waivedId?.toString()}
							error={at("waivedId")}
							options={open.map(({ id, title, dueOn }) => ({
								value: id,
								label: t("of", { title, day: words(dueOn) }),
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
							error={at("reason")}
						/>
						<Button>{t("send")}</Button>
					</Form>
				</Disclosure>
			)}
		</Section>
	);
}

function Waiver({
	waiver: { dateId, title, dueOn, reason, waivedOn, agreed, missing, mine },
}: {
	waiver: ShownWaiver;
}) {
	const t = useText(waiverMessages);
	const { date } = useFormat();
	const day = date(dueOn);
	return (
		<>
			<h3>
				{t("of", { title, day })}
				{waivedOn && ` – ${t("waived", { day: date(waivedOn) })}`}
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
				]}
			/>
			{mine.map(({ organisationId, party }) => (
				<Form
					key={organisationId}
					inline
					id={`verzicht-${dateId}-${organisationId}`}
					hidden={{ act: "waive", waivedId: dateId, organisationId }}
				>
					<Button look="secondary">{t("agree", { party, title, day })}</Button>
				</Form>
			))}
		</>
	);
}
