import type { UpdateState } from "~/domains/participation/answers/follow-up";

/** One idea of the demonstration: who says it, how long ago, and what became of it. */
export type Idea = {
	title: string;
	text: string;
	category: string;
	place?: string;
	/** Latitude and longitude of the place, roughly. */
	at?: [number, number];
	/** Key of a person of the demonstration, or the name that a guest gives ("" for none). */
	by: string | { guest: string };
	/** Days before the day of loading on which it was handed in. */
	daysAgo: number;
	answer?: {
		disposition: "adopted" | "partly-adopted" | "already-planned" | "passed-on" | "acknowledged" | "not-adopted";
		reason: string;
	};
	/** How the answer was carried out since. */
	update?: { state: UpdateState; text: string };
	waiting?: true;
	supporters?: string[];
};

/** "Wege im Alltag": running; one of its twelve published ideas is answered. */
export const everydayWays: Idea[] = [
	{
		title: "Sichere Querung an der Bahnhofstraße in Mendig",
		text: "Morgens überqueren dort viele Kinder die Straße. Autos kommen schnell aus der Kurve. Ein Zebrastreifen oder eine Insel in der Mitte würde helfen.",
		category: "Zu Fuß",
		place: "Mendig, Bahnhofstraße, Höhe Bäckerei",
		at: [50.3737, 7.2836],
		by: "citizen",
		daysAgo: 13,
		supporters: ["neighbour", "volunteer"],
	},
	{
		title: "Fahrradständer am Bürgerhaus Thür",
		text: "Bei Festen lehnen die Räder am Zaun und an den Bäumen. Zehn stabile Bügel neben dem Eingang wären genug.",
		category: "Mit dem Rad",
		place: "Thür, Bürgerhaus",
		at: [50.3556, 7.2769],
		by: { guest: "Familie Schröder" },
		daysAgo: 12,
		supporters: ["citizen"],
	},
	{
		title: "Bus nach 20 Uhr zum Bahnhof Mendig",
		text: "Wer mit dem Zug um 20:12 Uhr ankommt, steht ohne Bus da. Ein Anrufbus, den man bis 19 Uhr bestellen kann, würde vielen helfen.",
		category: "Bus und Bahn",
		place: "Bahnhof Mendig",
		at: [50.3705, 7.2826],
		by: "neighbour",
		daysAgo: 11,
		supporters: ["citizen", "volunteer"],
	},
	{
		title: "Schatten auf dem Weg zum Laacher See",
		text: "Zwischen Bell und dem See gibt es im Sommer kaum Schatten. Ein paar Bäume und zwei Bänke, und man kann auch mit Kindern oder mit Rollator dorthin gehen.",
		category: "Zu Fuß",
		place: "Weg von Bell zum Laacher See",
		at: [50.3985, 7.2455],
		by: { guest: "" },
		daysAgo: 10,
	},
	{
		title: "Abgesenkte Bordsteine in der Heidenstockstraße",
		text: "Mit dem Rollstuhl muss ich an drei Stellen auf die Fahrbahn. Bitte die Bordsteine an den Einmündungen absenken.",
		category: "Barrierefreiheit",
		place: "Mendig, Heidenstockstraße",
		at: [50.3772, 7.279],
		by: "volunteer",
		daysAgo: 9,
		supporters: ["citizen", "neighbour"],
	},
	{
		title: "Mitfahrbank in Rieden",
		text: "Viele fahren ohnehin nach Mendig zum Einkaufen. Eine Bank mit Schildern, auf denen steht, wohin man möchte, kostet wenig.",
		category: "Bus und Bahn",
		place: "Rieden, Ortsmitte",
		by: { guest: "Gerda L." },
		daysAgo: 8,
		supporters: ["neighbour"],
	},
	{
		title: "Laternen am Fußweg hinter der Grundschule",
		text: "Im Winter ist es dort vor der ersten Stunde dunkel. Zwei Laternen mit Bewegungsmelder würden reichen.",
		category: "Zu Fuß",
		place: "Mendig, Fußweg hinter der Grundschule",
		by: "citizen",
		daysAgo: 7,
		supporters: ["neighbour", "volunteer"],
		answer: {
			disposition: "partly-adopted",
			reason:
				"Wir haben den Weg am Abend angesehen. Zwei Laternen sind möglich. Der Arbeitskreis Wege und Plätze berät in seiner nächsten Sitzung, ob dort Laternen mit Sensoren erprobt werden. Sie bekommen dann noch einmal Bescheid.",
		},
	},
	{
		title: "Radweg zwischen Mendig und Thür durchgehend asphaltieren",
		text: "Auf den letzten 600 Metern liegt Schotter. Bei Regen fährt man auf der Straße, das ist gefährlich.",
		category: "Mit dem Rad",
		place: "Radweg Mendig–Thür",
		by: { guest: "Radlerin" },
		daysAgo: 6,
		supporters: ["citizen", "neighbour", "volunteer"],
	},
	{
		title: "Anzeige der Abfahrtszeiten an der Haltestelle Markt",
		text: "Wenn der Bus Verspätung hat, weiß niemand, ob er noch kommt. Eine Anzeige mit Taste zum Vorlesen wäre gut.",
		category: "Barrierefreiheit",
		place: "Mendig, Haltestelle Markt",
		by: "volunteer",
		daysAgo: 5,
	},
	{
		title: "Tempo 30 vor der Kita in Bell",
		text: "Vor der Kita wird zu schnell gefahren, vor allem, wenn die Eltern die Kinder bringen.",
		category: "Zu Fuß",
		place: "Bell, Kita",
		by: { guest: "" },
		daysAgo: 4,
	},
	{
		title: "Lastenrad zum Ausleihen",
		text: "Ein Lastenrad am Rathaus, das man für einen halben Tag ausleihen kann. Für Einkäufe und für Vereine.",
		category: "Mit dem Rad",
		place: "Mendig, Rathaus",
		by: "neighbour",
		daysAgo: 3,
	},
	{
		title: "Bänke auf dem Weg zum Friedhof in Volkesfeld",
		text: "Der Weg ist steil. Auf halber Höhe fehlt eine Bank zum Ausruhen.",
		category: "Zu Fuß",
		place: "Volkesfeld, Weg zum Friedhof",
		by: { guest: "Anneliese" },
		daysAgo: 2,
	},
	{
		title: "Parkplätze für Wohnmobile am Ortsrand",
		text: "Am Wochenende stehen die Wohnmobile in den Wohnstraßen. Fünf Plätze am Ortsrand würden genügen.",
		category: "Anderes",
		by: { guest: "Anwohner" },
		daysAgo: 1,
		waiting: true,
	},
	{
		title: "Fußweg zum neuen Ärztehaus",
		text: "Zum Ärztehaus kommt man nur an der Hauptstraße entlang. Ein kurzer Weg über die Wiese der Gemeinde wäre sicherer.",
		category: "Zu Fuß",
		place: "Mendig, Ärztehaus",
		by: "neighbour",
		daysAgo: 0,
		waiting: true,
	},
];

/** "Spielplatz am Rheinufer": finished; every idea has its answer. */
export const playground: Idea[] = [
	{
		title: "Wasserspiel mit Pumpe",
		text: "Kinder lieben Wasser. Eine Handpumpe mit einer Rinne und Sand darunter.",
		category: "Spielen",
		by: "citizen",
		daysAgo: 70,
		supporters: ["neighbour"],
		answer: {
			disposition: "adopted",
			reason: "Die Pumpe mit Rinne ist jetzt Teil der Planung. Die Stadtwerke prüfen gerade die Leitung.",
		},
		update: {
			state: "begun",
			text: "Der Auftrag für die Pumpe ist vergeben. Zuerst wird die Leitung gelegt.",
		},
	},
	{
		title: "Schaukel für Kinder im Rollstuhl",
		text: "Meine Tochter kann auf keinem Spielplatz in der Stadt schaukeln. Es gibt Schaukeln, auf die man mit dem Rollstuhl fahren kann.",
		category: "Für alle",
		by: { guest: "Eine Mutter" },
		daysAgo: 68,
		supporters: ["citizen", "neighbour", "volunteer"],
		answer: {
			disposition: "adopted",
			reason: "Wir bestellen eine Schaukel, auf die man mit dem Rollstuhl fahren kann. Der Weg dorthin wird befestigt.",
		},
	},
	{
		title: "Kiosk mit Toilette",
		text: "Eine Toilette fehlt am ganzen Ufer. Ein kleiner Kiosk könnte sie sauber halten.",
		category: "Aufenthalt",
		by: "neighbour",
		daysAgo: 66,
		answer: {
			disposition: "partly-adopted",
			reason:
				"Eine öffentliche Toilette kommt. Für einen Kiosk haben wir an dieser Stelle keine Erlaubnis, weil das Ufer im Überschwemmungsgebiet liegt.",
		},
	},
	{
		title: "Grillplatz am Wasser",
		text: "Zwei feste Grillstellen, damit nicht überall kleine Feuer gemacht werden.",
		category: "Aufenthalt",
		by: { guest: "" },
		daysAgo: 65,
		answer: {
			disposition: "not-adopted",
			reason:
				"Am Ufer brüten Vögel, deshalb ist Feuer dort nicht erlaubt. Ein Grillplatz ist 400 Meter entfernt am Sportplatz.",
		},
	},
];
