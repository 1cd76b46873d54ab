import { Button, ButtonRow, LinkButton } from "./button";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice-group";
import { DateField } from "./date-field";
import { ErrorSummary } from "./error-summary";
import { FileField } from "./file-field";
import { Form } from "./form";
import { Section } from "./layout";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { CodeField, PasswordField, TextField } from "./text-field";

const topics = [
	{ value: "verkehr", label: "Verkehr und Wege" },
	{ value: "wasser", label: "Trinkwasserversorgungs- und Abwasserbeseitigungsangelegenheiten" },
	{ value: "bildung", label: "Schulen und Kitas", hint: "Auch Ganztag und Ferienbetreuung" },
];
const towns = [
	{ value: "mayen", label: "Mayen", group: "Städte" },
	{ value: "andernach", label: "Andernach", group: "Städte" },
	{ value: "mendig", label: "Mendig", group: "Verbandsgemeinden" },
];

function Buttons() {
	return (
		<Section title="Knöpfe" id="buttons">
			<ButtonRow>
				<Button>Beitrag absenden</Button>
				<Button look="secondary">Als Entwurf sichern</Button>
				<LinkButton href="#buttons" look="tertiary">
					Abbrechen
				</LinkButton>
			</ButtonRow>
			<ButtonRow>
				<Button look="danger" icon="delete">
					Endgültig löschen
				</Button>
				<LinkButton href="#buttons" icon="download" look="secondary">
					Als Tabelle laden
				</LinkButton>
				<Button disabled>Noch nicht möglich</Button>
				<Button look="secondary" disabled>
					Noch nicht möglich
				</Button>
				<Button small look="secondary">
					Klein
				</Button>
			</ButtonRow>
			<Button>Verwaltungsvereinbarungsentwurf zur Rechnungsprüfungsausschusssitzung vorlegen</Button>
		</Section>
	);
}

function Fields() {
	return (
		<Section title="Felder" id="fields">
			<Form action="#fields" id="plain" draftKey="gallery">
				<TextField name="title" label="Worum geht es?" hint="Ein kurzer Satz, den alle verstehen." />
				<TextField name="email" label="E-Mail" type="email" autoComplete="email" value="anna@beispiel.de" optional />
				<TextField
					name="cost"
					label="Kosten"
					inputMode="decimal"
					width="short"
					suffix="Euro im Jahr"
					value="1.234,50"
				/>
				<TextArea name="text" label="Ihre Idee" hint="Was soll sich ändern, und wo?" />
				<TextArea
					name="rich"
					label="Begründung"
					richText
					value={"**Wichtig:** Der Weg ist im Winter dunkel."}
					optional
				/>
				<Select name="town" label="Ort" options={towns} />
				<RadioGroup name="topic" label="Thema" hint="Wählen Sie das passendste." choices={topics} value="wasser" />
				<RadioGroup
					name="consent"
					label="Dürfen wir nachfragen?"
					horizontal
					choices={[
						{ value: "yes", label: "Ja" },
						{ value: "no", label: "Nein" },
					]}
				/>
				<CheckboxGroup name="news" label="Worüber möchten Sie hören?" choices={topics} values={["verkehr"]} optional />
				<Checkbox name="read" label="Ich habe die Hinweise zum Datenschutz gelesen." />
				<DateField name="day" label="Tag" hint="Frühestens morgen" value="2026-11-21" />
				<DateField name="start" label="Beginn" withTime optional />
				<FileField name="photos" label="Fotos" hint="JPEG oder PNG, bis 10 MB je Bild" multiple optional />
				<PasswordField name="password" label="Passwort" autoComplete="new-password" hint="Mindestens 12 Zeichen" />
				<CodeField name="code" label="Code aus der E-Mail" />
				<TextField name="off" label="Aktenzeichen" value="10-24-003" disabled />
				<ButtonRow>
					<Button>Absenden</Button>
				</ButtonRow>
			</Form>
		</Section>
	);
}

const errors = [
	{ field: "title", message: "Schreiben Sie in einem Satz, worum es geht." },
	{ field: "topic", message: "Wählen Sie ein Thema." },
	{ field: "photos", message: "„Gruppenbild.tiff“ ist zu groß. Verkleinern Sie das Bild auf höchstens 10 MB." },
];

function FieldsWithErrors() {
	return (
		<Section title="Felder mit Fehlern" id="field-errors">
			<ErrorSummary errors={errors} form="wrong" focus={false} />
			<Form action="#field-errors" id="wrong" files>
				<TextField
					name="title"
					label="Worum geht es?"
					hint="Ein kurzer Satz, den alle verstehen."
					error={errors[0]?.message}
				/>
				<TextArea
					name="text"
					label="Ihre Idee"
					error="Schreiben Sie mindestens zwei Sätze."
					value="Mehr Licht."
					rows={3}
				/>
				<Select name="town" label="Ort" options={towns} error="Wählen Sie einen Ort." />
				<RadioGroup
					name="topic"
					label="Thema"
					hint="Wählen Sie das passendste."
					choices={topics}
					error={errors[1]?.message}
				/>
				<CheckboxGroup name="news" label="Wege der Antwort" choices={topics} error="Wählen Sie mindestens einen Weg." />
				<Checkbox
					name="read"
					label="Ich habe die Hinweise zum Datenschutz gelesen."
					error="Bestätigen Sie, dass Sie die Hinweise gelesen haben."
				/>
				<DateField
					name="day"
					label="Tag"
					error="Dieser Tag ist vorbei. Wählen Sie einen Tag ab morgen."
					value="2026-01-02"
				/>
				<FileField name="photos" label="Fotos" error={errors[2]?.message} />
				<PasswordField
					name="password"
					label="Passwort"
					autoComplete="current-password"
					error="E-Mail oder Passwort stimmen nicht."
				/>
				<ButtonRow>
					<Button>Absenden</Button>
				</ButtonRow>
			</Form>
		</Section>
	);
}

/** Buttons and fields in all their states. */
export function FormExamples() {
	return (
		<>
			<Buttons />
			<Fields />
			<FieldsWithErrors />
		</>
	);
}
