import { Badge } from "./badge";
import { Breadcrumb } from "./breadcrumb";
import { CommentThread } from "./comment-thread";
import { ConfirmBox } from "./confirm-box";
import { Disclosure } from "./disclosure";
import { FilterBar } from "./filter-bar";
import { Columns, Section } from "./layout";
import { Pagination } from "./pagination";
import { PhaseTimeline } from "./phase-timeline";
import { QrCode } from "./qr-code";
import { RichTextView } from "./rich-text-view";
import { SearchField } from "./search-field";
import { Select } from "./select";
import { Meter, Stat, StatRow } from "./stat";
import { SummaryList } from "./summary-list";
import { SupportButton } from "./support-button";
import { Tabs } from "./tabs";
import { TaskList } from "./task-list";
import { TextDifference } from "./text-difference";
import { TextField } from "./text-field";
import { TextPair } from "./text-pair";
import { LocalDate, LocalDateTime, Period } from "./time";
import { UploadList } from "./upload-list";
import { PrintOnly, ScreenOnly } from "./visibility";
import { WritingLines } from "./writing-lines";

const moment = new Date("2026-11-21T17:30:00Z");

function Ways() {
	return (
		<Section title="Wege" id="ways">
			<Breadcrumb
				label="Beispiel eines Weges"
				entries={[
					{ label: "Beteiligung", href: "#ways" },
					{ label: "Leitlinien", href: "#ways" },
					{ label: "Beitrag 12" },
				]}
			/>
			<Tabs
				tabs={[
					{ href: "#ways", label: "Beiträge", count: 140, current: true },
					{ href: "#lists", label: "Antworten", count: 12 },
					{ href: "#messages", label: "Worum geht es – was steht fest" },
				]}
			/>
			<PhaseTimeline
				phases={[
					{ title: "Ideen sammeln", period: <Period from="2026-09-01" until="2026-10-15" />, state: "done" },
					{
						title: "Entwurf lesen und kommentieren",
						period: <Period until="2026-12-03" />,
						text: "Noch 12 Tage.",
						state: "now",
					},
					{ title: "Beratung im Kreistag", period: <LocalDate value="2027-02-08" />, state: "next" },
					{ title: "Umsetzung", state: "next" },
				]}
			/>
			<SearchField action="#ways" label="Beiträge durchsuchen" value="Radweg" />
			<FilterBar
				resetHref="#ways"
				action="#ways"
				active={[
					{ label: "Thema: Verkehr", removeHref: "#ways" },
					{ label: "Ort: Mayen", removeHref: "#ways" },
				]}
			>
				<TextField name="q" label="Wort" value="Radweg" optional />
				<Select name="state" label="Stand" options={[{ value: "open", label: "offen" }]} empty="alle" optional />
			</FilterBar>
			<Pagination page={7} pageSize={20} total={1240} hrefFor={(page) => `?seite=${page}`} />
			<Pagination page={1} pageSize={20} total={3} hrefFor={(page) => `?seite=${page}`} />
		</Section>
	);
}

function Facts() {
	return (
		<Section title="Zahlen, Angaben, Aufgaben" id="facts">
			<StatRow>
				<Stat label="Beiträge" value="140" />
				<Stat
					label="beantwortet"
					value="12"
					note={
						<Meter value={12} total={40}>
							12 von 40
						</Meter>
					}
				/>
				<Stat label="Betriebskosten im Jahr" value="75.190,50 €" note="davon 12.400 € offen" />
			</StatRow>
			<Columns
				asideLabel="Zusammenfassung"
				aside={
					<>
						<h3>Noch zu tun</h3>
						<TaskList
							tasks={[
								{ title: "Worum geht es", href: "#facts", state: <Badge tone="success">fertig</Badge> },
								{
									title: "Wirtschaftlichkeitsbetrachtung beifügen",
									href: "#lists",
									hint: "Fällig am 3. Dezember",
									state: <Badge tone="warning">fehlt</Badge>,
								},
								{ title: "Zur Unterschrift geben", hint: "Geht, wenn alles andere fertig ist." },
							]}
						/>
					</>
				}
			>
				<SummaryList
					rows={[
						{
							term: "Titel",
							value: "Barrierefreie Bushaltestelle am Markt",
							action: { href: "#facts", label: "Ändern", of: "Titel" },
						},
						{ term: "Eingegangen", value: <LocalDateTime value={moment} /> },
						{ term: "Zuständig", value: "Fachbereich Straßenverkehrs- und Ordnungsangelegenheiten" },
					]}
				/>
				<Disclosure summary="Warum fragen wir das?">
					<p>Damit die Antwort Sie erreicht.</p>
				</Disclosure>
				<Disclosure summary="Was ist schon entschieden?" open>
					<RichTextView html="<p>Der Weg wird <strong>gebaut</strong>. Offen ist:</p><ul><li>die Beleuchtung,</li><li>der Belag.</li></ul>" />
				</Disclosure>
			</Columns>
		</Section>
	);
}

function Talk() {
	return (
		<Section title="Gespräch und Unterstützung" id="talk">
			<div className="gw-buttons">
				<SupportButton action="#talk" title="Bushaltestelle am Markt" supported={false} count={0} />
				<SupportButton action="#talk" title="Radweg nach Mendig" supported count={24} />
				<SupportButton action="#talk" title="Bank am Friedhof" supported={false} count={1} disabled />
			</div>
			<CommentThread
				comments={[
					{
						id: "1",
						author: "Radlerin aus Mendig",
						date: <LocalDate value="2026-11-18" />,
						body: <p>Im Winter ist der Weg dunkel. Bitte denken Sie an Licht.</p>,
						acts: <a href="#talk">Antworten</a>,
						replies: [
							{
								id: "2",
								author: "Petra Beispiel",
								role: "Bauamt",
								date: <LocalDate value="2026-11-20" />,
								body: <p>Danke. Wir prüfen Lampen mit Bewegungsmelder und antworten bis 15. Dezember.</p>,
							},
						],
					},
				]}
			/>
			<TextDifference
				pieces={[
					{ kind: "same", text: "Die Antwort kommt innerhalb von" },
					{ kind: "removed", text: "drei Monaten" },
					{ kind: "added", text: "acht Wochen" },
					{ kind: "same", text: "nach dem Ende der Beteiligung." },
				]}
				words={{ removed: "gestrichen", added: "neu", end: "Ende" }}
			/>
			<TextPair
				sides={[
					{ title: "Unser Entwurf", children: <p>Die Antwort kommt innerhalb von drei Monaten.</p> },
					{ title: "Ihr Vorschlag", children: <p>Die Antwort kommt innerhalb von acht Wochen.</p> },
				]}
			/>
		</Section>
	);
}

function Things() {
	return (
		<Section title="Dateien, Löschen, Papier" id="things">
			<UploadList
				files={[
					{ id: "1", name: "Lageplan.pdf", href: "#things", kind: "PDF", bytes: 1_540_000 },
					{
						id: "2",
						name: "Verkehrszählungsauswertungsergebnisse_2026_final.xlsx",
						kind: "Tabelle",
						bytes: 48_000,
						state: <Badge tone="info">wird geprüft</Badge>,
					},
					{
						id: "3",
						name: "Kreuzung.jpg",
						href: "#things",
						kind: "Bild",
						bytes: 802_000,
						description: "Kreuzung mit Zebrastreifen",
					},
				]}
			/>
			<UploadList files={[]} />
			<ConfirmBox
				id="confirm"
				title="Entwurf wirklich löschen?"
				lost={["Ihr Text mit 240 Wörtern", "zwei Fotos"]}
				confirm="Entwurf löschen"
				cancelHref="#things"
			/>
			<QrCode url="https://beteiligung.beispiel.de/b/7k2m" label="Diese Seite auf dem Telefon" />
			<WritingLines label="Ihre Idee" lines={2} />
			<PrintOnly>
				<p>Diese Zeile steht nur auf Papier.</p>
			</PrintOnly>
			<ScreenOnly>
				<p>Diese Zeile steht nur auf dem Bildschirm.</p>
			</ScreenOnly>
		</Section>
	);
}

/** Navigation, facts, talk and files. */
export function MoreExamples() {
	return (
		<>
			<Ways />
			<Facts />
			<Talk />
			<Things />
		</>
	);
}
