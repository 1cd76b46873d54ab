/** What can be in a cell of a file; `null` is "not stated" or "withheld". */
export type Cell = string | number | null;

/**
 * The files of a process and their fields, in the order of the columns. Names are permanent: programs of others read them.
 * Each name means
 * the same in every file and has its sentence in `messages.ts`. Nobody's name, address or mail is among them.
 */
export const dataSets = {
	verfahren: [
		"kennung",
		"titel",
		"kommune",
		"zustand",
		"stufe",
		"entscheidet",
		"erster_tag",
		"letzter_tag",
		"antworten_bis",
		"beendet_am",
		"adresse",
	],
	beitraege: [
		"nummer",
		"kennung",
		"art",
		"titel",
		"text",
		"thema",
		"ort",
		"breite",
		"laenge",
		"eingegangen_am",
		"unterstuetzungen",
		"kommentare",
		"zusammengefuehrt_mit",
		"ergebnis",
		"begruendung",
		"beantwortet_am",
		"adresse",
	],
	kommentare: ["kennung", "beitrag", "nummer", "antwort_auf", "text", "geschrieben_am", "adresse"],
	texte: ["textkennung", "titel", "fassung", "veroeffentlicht_am", "absatz", "kennung_absatz", "wortlaut", "adresse"],
	anmerkungen: [
		"textkennung",
		"beitrag",
		"fassung",
		"stelle",
		"vorschlag",
		"teil",
		"wortlaut",
		"votum",
		"bemerkung",
		"eingegangen_in",
		"adresse",
	],
	umfragen: [
		"umfrage",
		"titel",
		"frage",
		"fragetext",
		"frageart",
		"zeile",
		"antwort",
		"anzahl",
		"mittelwert",
		"median",
		"beantwortet",
		"zurueckgehalten",
	],
	termine: [
		"kennung",
		"titel",
		"form",
		"beginn",
		"ende",
		"ort",
		"barrierefreiheit",
		"plaetze",
		"teilgenommen",
		"abgesagt_am",
		"protokoll",
		"adresse",
	],
	herkunft: ["plattform", "art_dort", "kennung_dort", "stimmen_dort", "beitrag", "kommentar", "adresse"],
} as const;

export type DataSetKey = keyof typeof dataSets;
export type Field = (typeof dataSets)[DataSetKey][number];
export const dataSetKeys = Object.keys(dataSets) as DataSetKey[];

export const fileFormats = ["csv", "json"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** "beitraege.csv" → its data set and format; null for what is no file of ours. */
export function fileNamed(name: string): { key: DataSetKey; format: FileFormat } | null {
	const [, set, ending] = /^([a-z]+)\.(csv|json)$/.exec(name) ?? [];
	const key = dataSetKeys.find((one) => one === set);
	const format = fileFormats.find((one) => one === ending);
	return key && format ? { key, format } : null;
}

/** Datenlizenz Deutschland – Namensnennung – Version 2.0, under which places publish what is theirs. */
export const ownLicence = {
	name: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
	short: "dl-de/by-2-0",
	address: "https://www.govdata.de/dl-de/by-2-0",
} as const;
