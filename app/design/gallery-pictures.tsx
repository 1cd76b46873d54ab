import { Badge } from "./badge";
import { BarChart } from "./bar-chart";
import { Section } from "./layout";
import { LineChart } from "./line-chart";
import { type MapArea, OutlineMap } from "./outline-map";
import { LocalDate } from "./time";
import { Trace } from "./trace";

/** Invented outlines, so that the page needs no data. */
const areas: readonly MapArea[] = [
	{
		id: "a",
		name: "Vordereifel",
		weight: 1,
		text: "3 Beiträge",
		href: "#pictures",
		geometry: {
			type: "Polygon",
			coordinates: [
				[
					[7.0, 50.3],
					[7.2, 50.28],
					[7.26, 50.4],
					[7.1, 50.46],
					[6.98, 50.4],
					[7.0, 50.3],
				],
			],
		},
	},
	{
		id: "b",
		name: "Mendig",
		weight: 3,
		text: "24 Beiträge",
		href: "#pictures",
		geometry: {
			type: "Polygon",
			coordinates: [
				[
					[7.26, 50.4],
					[7.2, 50.28],
					[7.38, 50.32],
					[7.42, 50.44],
					[7.26, 50.4],
				],
			],
		},
	},
	{
		id: "c",
		name: "Maifeld",
		weight: 0,
		text: "kein Beitrag",
		geometry: {
			type: "Polygon",
			coordinates: [
				[
					[7.2, 50.28],
					[7.3, 50.18],
					[7.46, 50.24],
					[7.38, 50.32],
					[7.2, 50.28],
				],
			],
		},
	},
];

/** Charts, map and trace. */
export function PictureExamples() {
	return (
		<Section title="Bilder aus Daten" id="pictures">
			<BarChart
				title="Beiträge nach Thema"
				description="Die meisten Beiträge gelten Verkehr und Wegen, die wenigsten der Abwasserbeseitigung."
				labelLabel="Thema"
				valueLabel="Beiträge"
				bars={[
					{ label: "Verkehr und Wege", value: 64, strong: true },
					{ label: "Schulen und Kitas", value: 41 },
					{ label: "Trinkwasserversorgungs- und Abwasserbeseitigungsangelegenheiten der Verbandsgemeinde", value: 3 },
					{ label: "Friedhöfe", value: 0 },
				]}
			/>
			<LineChart
				title="Kosten und Deckung im Lauf der Jahre"
				description="Bis 2028 decken Zuschüsse die Kosten, ab 2029 bleibt eine Lücke."
				stepLabel="Jahr"
				steps={["2026", "2027", "2028", "2029", "2030"]}
				series={[
					{ name: "Betriebskosten", values: [60_000, 68_000, 72_000, 75_000, 76_000] },
					{ name: "gesichert", values: [60_000, 68_000, 72_000, 41_000, null] },
				]}
			/>
			<OutlineMap
				title="Woher die Beiträge kommen"
				description="Drei Gebiete; aus Mendig kommen die meisten Beiträge."
				areas={areas}
				points={[
					{ id: "1", name: "Rathaus Mendig", at: [7.29, 50.37], href: "#pictures", text: "Sprechtag am 2. Dezember" },
					{ id: "2", name: "Bürgerhaus", at: [7.1, 50.37] },
				]}
				source="Erfundene Umrisse"
			/>
			<Trace
				id="gallery-trace"
				steps={[
					{
						id: "1",
						kind: "Beitrag",
						title: "Bushaltestelle am Markt ohne Stufen",
						href: "#pictures",
						date: <LocalDate value="2026-03-02" />,
						state: <Badge tone="success">beantwortet</Badge>,
					},
					{
						id: "2",
						kind: "Beitrag",
						title: "Mehr Sitzbänke an Haltestellen",
						href: "#pictures",
						date: <LocalDate value="2026-03-09" />,
						from: [],
					},
					{
						id: "3",
						kind: "Empfehlung",
						title: "Arbeitskreis Mobilität: alle Haltestellen bis 2030 barrierefrei",
						href: "#pictures",
						from: ["1", "2"],
					},
					{
						id: "4",
						kind: "Maßnahme",
						title: "Pilot am Markt",
						here: true,
						state: <Badge tone="warning">Betriebskosten offen</Badge>,
					},
					{ id: "5", kind: "Projektvereinbarung", title: "Betrieb der Haltestellen", href: "#pictures" },
				]}
			/>
		</Section>
	);
}
