import { useText } from "~/platform/i18n";
import { Alert } from "./alert";
import { Badge } from "./badge";
import { ButtonRow, LinkButton } from "./button";
import { Card, CardList } from "./card";
import { DataTable } from "./data-table";
import { EmptyState } from "./empty-state";
import { FormExamples } from "./gallery-forms";
import { MoreExamples } from "./gallery-more";
import { PictureExamples } from "./gallery-pictures";
import { Section } from "./layout";
import { messages } from "./messages";
import { Hero, PageTitle } from "./page-title";

const rows = [
	{ place: "Mayen", people: "19.812", share: "41.250,00 €", state: "zugesagt" },
	{ place: "Verbandsgemeinde Vordereifel", people: "16.301", share: "33.940,50 €", state: "offen" },
];

function Messages() {
	return (
		<Section title="Meldungen und Zustände" id="messages">
			<Alert title="Die Beteiligung läuft noch 12 Tage." level={3}>
				<p>Sie können Ihren Beitrag bis zum 3. Dezember ändern.</p>
			</Alert>
			<Alert tone="success" title="Ihr Beitrag ist eingegangen." live level={3} />
			<Alert tone="warning" title="Die Betriebskosten sind ab 2029 nicht gedeckt." level={3}>
				<p>
					Es fehlen 12.400 € im Jahr. <a href="#messages">Zum Kostenplan</a>
				</p>
			</Alert>
			<Alert tone="danger" title="Die Datei konnte nicht gelesen werden." level={3} />
			<div className="gw-buttons">
				<Badge>Entwurf</Badge>
				<Badge tone="info">in Prüfung</Badge>
				<Badge tone="success">beantwortet</Badge>
				<Badge tone="warning">Frist in 3 Tagen</Badge>
				<Badge tone="danger">abgelehnt</Badge>
			</div>
			<EmptyState
				title="Noch keine Beiträge"
				level={3}
				action={<LinkButton href="#messages">Ersten Beitrag schreiben</LinkButton>}
			>
				<p>Hier stehen die Ideen aus der Bürgerschaft, sobald die erste eingegangen ist.</p>
			</EmptyState>
		</Section>
	);
}

function Lists() {
	return (
		<Section title="Karten und Tabellen" id="lists" aside={<a href="#lists">Alle anzeigen</a>}>
			<CardList>
				<Card
					title="Leitlinien für Bürgerbeteiligung"
					href="#lists"
					above="Beteiligung · Landkreis"
					state={<Badge tone="success">läuft noch 12 Tage</Badge>}
					foot={<span>140 Beiträge</span>}
				>
					<p>Wie wollen wir im Kreis künftig beteiligen? Schreiben Sie mit am Entwurf.</p>
				</Card>
				<Card
					title="Hochwasservorsorgekonzeptfortschreibung Nette und Elzbach"
					href="#lists"
					above="Maßnahme"
					foot={<span>seit 2025</span>}
				>
					<p>Kurzer Text.</p>
				</Card>
				<Card title="Ohne Link" state={<Badge>Entwurf</Badge>} />
			</CardList>
			<DataTable
				caption="Anteile nach Einwohnern, Stand 30. November 2023"
				columns={[
					{
						key: "place",
						header: "Gemeinde",
						cell: (row) => row.place,
						rowHeader: true,
						sort: { href: "#lists", direction: "ascending" },
					},
					{ key: "people", header: "Einwohner", cell: (row) => row.people, numeric: true, sort: { href: "#lists" } },
					{ key: "share", header: "Anteil im Jahr", cell: (row) => row.share, numeric: true },
					{ key: "state", header: "Stand", cell: (row) => row.state },
				]}
				rows={rows}
				rowKey={(row) => row.place}
				footer={{ place: "Summe", people: "36.113", share: "75.190,50 €" }}
			/>
		</Section>
	);
}

/** Everything in this folder, in all its states; the content of /gestaltung. */
export function Gallery() {
	const t = useText(messages);
	return (
		<>
			<PageTitle above={t("gallery.above")} title={t("gallery.title")} lead={t("gallery.lead")} />
			<div lang="de" className="gw-gallery">
				<Hero
					above="Landkreis Mayen-Koblenz"
					title="Was bewegt sich bei mir?"
					level={2}
					lead="Ideen einbringen, Antworten lesen, sehen, was daraus wurde."
				>
					<ButtonRow>
						<LinkButton href="#messages">Jetzt mitmachen</LinkButton>
						<LinkButton look="secondary" href="#lists">
							Was wurde daraus?
						</LinkButton>
					</ButtonRow>
				</Hero>
				<Messages />
				<Lists />
				<MoreExamples />
				<PictureExamples />
				<FormExamples />
			</div>
		</>
	);
}
