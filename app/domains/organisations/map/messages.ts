import type { Messages } from "~/platform/i18n";

/** The words of the field in which a point on the map is chosen. */
export const messages = {
	de: {
		press: "Wenn Sie möchten: Drücken Sie auf die Karte von {county}. Worte im Feld darüber genügen auch.",
		pressLabel: "Karte von {county}: Punkt wählen",
		point: "Punkt auf der Karte",
		pointHint: "Breite und Länge, zum Beispiel 50.3751,7.2809. Die Karte trägt es für Sie ein.",
		chosen: "Der Punkt ist gewählt.",
		here: "Meinen Standort nehmen",
		nowhere: "Ihr Gerät nennt seinen Standort nicht.",
		move: "Karte größer und beweglich öffnen",
		zoomIn: "Näher heran",
		zoomOut: "Weiter weg",
		movable:
			"Bewegliche Karte von {county}. Pfeiltasten bewegen sie, Plus und Minus ändern die Größe, die Eingabetaste wählt die Mitte.",
		middle: "Mitte der Karte wählen",
	},
	en: {
		press: "If you like: press on the map of {county}. Words in the field above are enough, too.",
		pressLabel: "Map of {county}: choose a point",
		point: "Point on the map",
		pointHint: "Latitude and longitude, for example 50.3751,7.2809. The map fills it in for you.",
		chosen: "The point is chosen.",
		here: "Take my position",
		nowhere: "Your device does not tell its position.",
		move: "Open a larger map that moves",
		zoomIn: "Closer",
		zoomOut: "Farther",
		movable:
			"Movable map of {county}. The arrow keys move it, plus and minus change its scale, Enter chooses the middle.",
		middle: "Choose the middle of the map",
	},
} as const satisfies Messages;
