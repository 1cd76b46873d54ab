import type { Described } from "~/domains/measures/commands/add-catalogue-entry.server";

const study = "Von der innovativen Idee in den Regelbetrieb (BBSR, 2025)";

type Entry = Pick<Described, "slug" | "title" | "municipality" | "summary" | "kind" | "fields"> & { section: string };

const entries: Entry[] = [
	{
		slug: "solingen-app",
		title: "SolingenApp mit Open SmartCity Hub und Stelen",
		municipality: "Solingen",
		summary:
			"Eine App der Stadt als erster sichtbarer Schritt. Später kamen über Schnittstellen eine Datenplattform und Anzeigen im Stadtraum dazu. Die App hat anderen Vorhaben die Tür geöffnet.",
		kind: "TECHNICAL",
		fields: ["administration", "data"],
		section: "1.3 und 2.5",
	},
	{
		slug: "solima",
		title: "SoLiMa: Straßenlicht, das sich dem Wetter anpasst",
		municipality: "Solingen",
		summary: "Straßenbeleuchtung mit LED, die nach dem Wetter gesteuert wird. Ziel ist weniger CO₂.",
		kind: "TECHNICAL",
		fields: ["energy", "infrastructure", "environment"],
		section: "1.3",
	},
	{
		slug: "unwetterwarnsystem-solingen",
		title: "Unwetterwarnsystem Solingen",
		municipality: "Solingen",
		summary:
			"Sensoren und Vorhersagen warnen bis auf die Ebene der Stadtviertel vor Unwetter. Aufgebaut wurde in drei Schritten.",
		kind: "TECHNICAL",
		fields: ["climate-adaptation", "safety"],
		section: "1.3",
	},
	{
		slug: "lautrer-stadtdialog",
		title: "Lautrer Stadtdialog",
		municipality: "Kaiserslautern",
		summary:
			"Ein Paket für die Beteiligung: Leitlinien, die Plattform „Kaiserslautern MitWirkung“, ein Arbeitskreis und Schulungen. Formate vor Ort, gemischt und im Netz gehören zusammen; Ämter führen eigene Verfahren durch.",
		kind: "NETWORK",
		fields: ["administration", "inclusion"],
		section: "1.3 und 2.6",
	},
	{
		slug: "vernetzte-gesellschaft-kaiserslautern",
		title: "Vernetzte Gesellschaft",
		municipality: "Kaiserslautern",
		summary: "Eine Datenplattform der Stadt.",
		kind: "TECHNICAL",
		fields: ["data"],
		section: "1.3",
	},
	{
		slug: "city-information-modeling-kaiserslautern",
		title: "City Information Modeling",
		municipality: "Kaiserslautern",
		summary:
			"Ein digitales Abbild der Stadt aus Messfahrten. Es zeigt zum Beispiel Fahrbahnmarkierungen und Schäden an Straßen.",
		kind: "TECHNICAL",
		fields: ["planning", "infrastructure", "data"],
		section: "1.3",
	},
	{
		slug: "offene-datenplattform-ikt-ost",
		title: "Offene Datenplattform mit Datenstrategie und Datenkompetenzstelle",
		municipality: "zwei Landkreise mit der IKT-Ost AöR",
		summary:
			"Zwei Landkreise teilen sich eine Plattform für offene Daten. Dazu gehören eine Datenstrategie und eine Stelle, die dauerhaft für Datenkompetenz da ist.",
		kind: "TECHNICAL",
		fields: ["data", "administration"],
		section: "1.3",
	},
	{
		slug: "sensorik-in-gewaessern",
		title: "Sensorik in Gewässern",
		municipality: "zwei Landkreise mit der IKT-Ost AöR",
		summary: "Sensoren messen in beiden Landkreisen, wie gut das Wasser ist.",
		kind: "TECHNICAL",
		fields: ["water", "environment", "data"],
		section: "1.3",
	},
	{
		slug: "maches-digital",
		title: "maches-digital.de",
		municipality: "zwei Landkreise mit der IKT-Ost AöR",
		summary:
			"Beteiligung im Netz als Dienst für die Gemeinden zweier Landkreise. Grundlage ist die freie Software Consul. Ein gemeinsamer Dienstleister hilft beim Einrichten.",
		kind: "TECHNICAL",
		fields: ["administration", "inclusion"],
		section: "1.3 und 2.7",
	},
];

/** The study's nine measures. Stage, page, link and contact are not in our material and stay open. */
export const studyMeasures: Described[] = entries.map(({ section, ...entry }) => ({
	...entry,
	stageInSource: null,
	source: { title: study, section, page: null },
	link: null,
	contact: null,
}));
