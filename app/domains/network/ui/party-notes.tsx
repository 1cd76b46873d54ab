import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import type { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import type { partyPage } from "../queries/party-page.server";
import { type NoteReaders, noteReaders, type Visibility } from "../vocabulary";
import { textIn } from "./typed";

type Page = Awaited<ReturnType<typeof partyPage>>;
type Props = { page: Page; typed: Typed; problems: ReturnType<typeof useProblems> };

/** Notes about a party, and what of this house has to do with it. */
export function PartyNotes({ page, typed, problems }: Props) {
	const t = useText(partyMessages);
	const say = useText(messages);
	const { dateLong } = useFormat();
	const { notes, mentions, may } = page;
	const readers = (who: Visibility | NoteReaders) =>
		who === "AUTHOR" ? t("notes.onlyMe") : say(`visibilities.${who}`);
	const field = (name: string) => ({ name, value: textIn(typed, name), error: problems.at(name) });
	return (
		<>
			<Section id="bezuege" title={t("mentions.title")}>
				{mentions.length === 0 ? (
					<p>{t("mentions.none")}</p>
				) : (
					<ul>
						{mentions.map(({ id, title, href, kind, state }) => (
							<li key={id}>
								{kind}: <a href={href}>{title}</a> {state && `(${state})`}
								{may.keep && (
									<Form id={`loesen-${id}`} hidden={{ act: "unmention", id }} inline>
										<Button look="tertiary" small label={t("mentions.removeOf", { name: title })}>
											{t("mentions.remove")}
										</Button>
									</Form>
								)}
							</li>
						))}
					</ul>
				)}
				{may.keep && (
					<Form id="bezug" hidden={{ act: "mention" }}>
						<TextField
							{...field("reference")}
							label={t("mentions.reference")}
							hint={t("mentions.referenceHint")}
							width="medium"
						/>
						<Button look="secondary">{t("mentions.submit")}</Button>
					</Form>
				)}
			</Section>
			<Section id="vermerke" title={t("notes.title")}>
				{notes.length === 0 && <p>{t("notes.none")}</p>}
				{notes.map((note) => (
					<article key={note.id} className="gw-flow">
						<h3>
							<LocalDate value={note.happenedOn} long />
						</h3>
						<p>{note.text}</p>
						<p className="gw-muted gw-small">
							{t("notes.by", { name: note.author ?? "–", date: dateLong(note.keepUntil) })} · {readers(note.readers)}
						</p>
						{may.keep && (
							<Form id={`vermerk-${note.id}`} hidden={{ act: "remove-note", id: note.id }} inline>
								<Button look="tertiary" small label={t("notes.removeOf", { date: dateLong(note.happenedOn) })}>
									{t("notes.remove")}
								</Button>
							</Form>
						)}
					</article>
				))}
				{may.keep && (
					<Disclosure summary={t("notes.add")} open={problems.errors.length > 0}>
						<Form id="vermerk" hidden={{ act: "note" }}>
							<DateField {...field("happenedOn")} label={t("notes.on")} />
							<TextArea
								{...field("text")}
								label={t("notes.text")}
								hint={t("notes.textHint")}
								rows={4}
								maxLength={4000}
							/>
							<RadioGroup
								{...field("visibility")}
								label={t("form.visibility")}
								choices={noteReaders.map((value) => ({
									value,
									label: readers(value),
								}))}
							/>
							<DateField {...field("keepUntil")} label={t("notes.keepUntil")} />
							<Button>{t("notes.submit")}</Button>
						</Form>
					</Disclosure>
				)}
			</Section>
		</>
	);
}
