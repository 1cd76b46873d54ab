import { Badge } from "~/design/badge";
import { Button, ButtonRow } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { workshopMessages } from "../messages";
import type { workshopTable } from "../queries/tables-page.server";

type Loaded = Awaited<ReturnType<typeof workshopTable>>;

/** One note with its points; changing, judging and removing for whose it is and who runs the group. */
export function NoteRow({
	note,
	dots,
	runs,
	typed,
	error,
}: {
	note: Loaded["notes"][number];
	dots: Loaded["dots"];
	runs: boolean;
	/** What was typed into its field and refused. */
	typed: string | null;
	error?: string;
}) {
	const t = useText(workshopMessages);
	const { id, text } = note;
	return (
		<li id={`notiz-${id}`} className="gw-tap">
			<p>
				{text} ({t("tables.dots", { count: note.dots })}){" "}
				{note.isResult && <Badge tone="success">{t("table.result")}</Badge>}
			</p>
			<Form inline id={`punkte-${id}`} hidden={{ about: id }}>
				<ButtonRow>
					{dots.each > 0 && (note.mine || dots.left > 0) && (
						<Button
							name="act"
							value="dot"
							look="secondary"
							label={t(note.mine ? "table.takeBackLabel" : "table.giveLabel", { text })}
						>
							{t(note.mine ? "table.takeBack" : "table.give")}
						</Button>
					)}
					{runs && (
						<Button
							name="act"
							value={note.isResult ? "no-result" : "result"}
							look="secondary"
							label={t(note.isResult ? "table.noResultLabel" : "table.makeResultLabel", { text })}
						>
							{t(note.isResult ? "table.noResult" : "table.makeResult")}
						</Button>
					)}
				</ButtonRow>
			</Form>
			{note.mayChange && (
				<Disclosure summary={t("table.change")} open={typed !== null}>
					<Form id={`aendern-${id}`} hidden={{ act: "change", about: id, seen: text }}>
						<TextArea
							name="text"
							label={t("table.changeNote")}
							rows={2}
							maxLength={1000}
							value={typed ?? text}
							error={error}
						/>
						<Button look="secondary">{t("table.changeSave")}</Button>
					</Form>
					{runs && (
						<Form id={`papier-${id}`} hidden={{ act: "paper", about: id }}>
							<TextField
								name="paperDots"
								label={t("table.paper")}
								inputMode="numeric"
								width="short"
								value={String(note.paperDots)}
							/>
							<Button look="secondary">{t("table.paperSave")}</Button>
						</Form>
					)}
					<Form inline id={`weg-${id}`} hidden={{ act: "remove", about: id }}>
						<Button look="tertiary" label={t("table.removeLabel", { text })}>
							{t("table.remove")}
						</Button>
					</Form>
				</Disclosure>
			)}
		</li>
	);
}
