import { Temporal } from "temporal-polyfill";

type Rule = `${number}-${number}` | { easter: number } | "repentance";

/** Everywhere in Germany: New Year, Good Friday, Easter Monday, 1 May, Ascension, Whit Monday, 3 October, Christmas. */
const everywhere: readonly Rule[] = [
	"01-01",
	{ easter: -2 },
	{ easter: 1 },
	"05-01",
	{ easter: 39 },
	{ easter: 50 },
	"10-03",
	"12-25",
	"12-26",
];

const [epiphany, women, children, reformation, allSaints] = ["01-06", "03-08", "09-20", "10-31", "11-01"] as const;
const corpusChristi = { easter: 60 } as const;
const assumption = "08-15";

/**
 * Further holidays of each Land and the act that names them. Where a holiday holds in some municipalities only it counts:
 * a display that ends a day later is lawful, one that ends too early is not. Written down on 2026-11-22 without looking at
 * the acts themselves; the legal office has to confirm (the page says so).
 */
export const holidayActs: Readonly<Record<string, { act: string; days: readonly Rule[] }>> = {
	"01": { act: "SFTG Schleswig-Holstein", days: [reformation] },
	"02": { act: "Feiertagsgesetz Hamburg", days: [reformation] },
	"03": { act: "NFeiertagsG (Niedersachsen)", days: [reformation] },
	"04": { act: "Feiertagsgesetz Bremen", days: [reformation] },
	"05": { act: "Feiertagsgesetz NW", days: [corpusChristi, allSaints] },
	"06": { act: "HFeiertagsG (Hessen)", days: [corpusChristi] },
	"07": { act: "LFtG Rheinland-Pfalz", days: [corpusChristi, allSaints] },
	"08": { act: "FTG Baden-Württemberg", days: [epiphany, corpusChristi, allSaints] },
	"09": { act: "FTG Bayern", days: [epiphany, corpusChristi, "08-08", assumption, allSaints] },
	"10": { act: "SFG Saarland", days: [corpusChristi, assumption, allSaints] },
	"11": { act: "Feiertagsgesetz Berlin", days: [women] },
	"12": { act: "FTG Brandenburg", days: [{ easter: 0 }, { easter: 49 }, reformation] },
	"13": { act: "FTG Mecklenburg-Vorpommern", days: [women, reformation] },
	"14": { act: "SächsSFG (Sachsen)", days: [corpusChristi, reformation, "repentance"] },
	"15": { act: "FeiertG LSA (Sachsen-Anhalt)", days: [epiphany, reformation] },
	"16": { act: "ThürFtG (Thüringen)", days: [corpusChristi, children, reformation] },
};

/** Easter Sunday of a year (Gauss's rule in the form of Lichtenberg 1997, Gregorian calendar). */
export function easter(year: number): Temporal.PlainDate {
	const century = Math.floor(year / 100);
	const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
	const sunShift = 2 - Math.floor((3 * century + 3) / 4);
	const cycle = year % 19;
	const seed = (19 * cycle + moonShift) % 30;
	const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29);
	const fullMoon = 21 + seed - correction;
	const firstSunday = 7 - ((year + Math.floor(year / 4) + sunShift) % 7);
	const distance = 7 - ((fullMoon - firstSunday) % 7);
	return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: fullMoon + distance - 1 });
}

/** The Wednesday before 23 November. */
function repentance(year: number): Temporal.PlainDate {
	const before = Temporal.PlainDate.from({ year, month: 11, day: 22 });
	return before.subtract({ days: (before.dayOfWeek - 3 + 7) % 7 });
}

function dayBy(rule: Rule, year: number): Temporal.PlainDate {
	if (rule === "repentance") return repentance(year);
	if (typeof rule === "object") return easter(year).add({ days: rule.easter });
	const [month = 1, day = 1] = rule.split("-").map(Number);
	return Temporal.PlainDate.from({ year, month, day });
}

/** Whether a day is a public holiday in a Land; with null only those of the whole country count. */
export function isHoliday(day: Temporal.PlainDate, land: string | null): boolean {
	const rules = [...everywhere, ...(land === null ? [] : (holidayActs[land]?.days ?? []))];
	return rules.some((rule) => dayBy(rule, day.year).equals(day));
}
