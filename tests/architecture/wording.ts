import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Spellings that stand for an umlaut or ß typed on a foreign keyboard; chosen so that no proper German word has them. */
const asciiSpelling = new RegExp(
	`(${[
		"fuer|ueber|uebri|uebung|zurueck|fuehr|fuell|fuenf|fuegen|gefueg|verfueg|buerg|buero|pruef|gruen|gruend|kuerz|kuend|kuenft|muess",
		"muendl|nuetz|schuetz|stuetz|stueck|schueler|spruech|wuensch|wuerd|wuerf|tuer|suech|duerf|rueck|luecke|bruecke|frueh|natuerl",
		"koenn|koerper|moecht|moegl|oeffn|oeffentl|oeko|oertl|loesch|loesung|gehoer|behoerd|hoeh|hoech|groess|schoen|foerder|voellig",
		"aender|aehnl|aemter|aeusser|bestaet|taetig|naechst|naeher|spaet|spaeter|waehl|waehr|erklaer|ergaenz|laeng|laeuf|laess",
		"gebaeude|haeus|haeuf|plaetz|saetz|gemaess|maerz|traeg|vertraeg|beitraeg|raeum|zaehl|schaed|staedt|laend|verstaend|zustaend",
		"massnahm|strass|schliess|ausserd|ausserh|gruss|weiss|heisst|heissen|regelmaess|anschliess|einschliess",
	].join("|")})`,
	"i",
);

type Problem = { key: string; problem: string };

/**
 * Checks the texts of one messages.ts.
 * @param messages what the file exports under that name: { de, en }, nested objects with ICU messages at the leaves
 * @returns what is wrong, by key; empty when all is well
 */
export function wordingProblems(messages: unknown): Problem[] {
	if (!isTree(messages)) return [{ key: "messages", problem: "is not an object { de, en }" }];
	const locales = Object.keys(messages).sort().join(", ");
	if (locales !== "de, en") return [{ key: "messages", problem: `has the languages ${locales} instead of de, en` }];
	const [german, english] = [leaves(messages.de), leaves(messages.en)];
	const problems: Problem[] = [];
	for (const key of german.keys()) if (!english.has(key)) problems.push({ key, problem: "is missing in English" });
	for (const key of english.keys()) if (!german.has(key)) problems.push({ key, problem: "is missing in German" });
	for (const [key, text] of german) {
		for (const problem of textProblems(text)) problems.push({ key: `de.${key}`, problem });
		for (const problem of germanProblems(text)) problems.push({ key: `de.${key}`, problem });
		const translation = english.get(key);
		const [here, there] = [argumentsOf(text), argumentsOf(translation)];
		if (here !== undefined && there !== undefined && here !== there) {
			problems.push({ key, problem: `wants (${here}) in German, (${there}) in English` });
		}
	}
	for (const [key, text] of english) {
		for (const problem of textProblems(text)) problems.push({ key: `en.${key}`, problem });
	}
	return problems;
}

function isTree(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function leaves(tree: unknown, path = ""): Map<string, unknown> {
	if (!isTree(tree)) return new Map([[path, tree]]);
	return new Map(Object.entries(tree).flatMap(([key, value]) => [...leaves(value, path ? `${path}.${key}` : key)]));
}

function textProblems(text: unknown): string[] {
	if (typeof text !== "string") return ["is not a text"];
	if (text.trim() === "") return ["is empty"];
	try {
		parse(text);
		return [];
	} catch (error) {
		return [`is no ICU message: ${error instanceof Error ? error.message : error}`];
	}
}

function germanProblems(text: unknown): string[] {
	if (typeof text !== "string") return [];
	const problems: string[] = [];
	// Addresses such as /pruefen or a mail address are written in ASCII on purpose.
	const spelling = text.replace(/\S*[/@]\S*/g, "").match(asciiSpelling);
	if (spelling) problems.push(`is spelled without umlaut or ß: ${spelling[0]}`);
	if (/["”]/.test(text)) problems.push("has quotes that are not „…“");
	// A closing mark needs an opening one before it, and both are as many.
	const marks = [...text.replace(/[^„“]/g, "")];
	const depths = marks.map((_, place) =>
		marks.slice(0, place + 1).reduce((sum, mark) => sum + (mark === "„" ? 1 : -1), 0),
	);
	if (depths.some((depth) => depth < 0) || (depths.at(-1) ?? 0) !== 0) problems.push("has quotes „…“ that do not pair");
	return problems;
}

/** Names of arguments and tags, sorted; undefined for what does not parse (said elsewhere). */
function argumentsOf(text: unknown): string | undefined {
	if (typeof text !== "string") return undefined;
	try {
		return [...new Set(names(parse(text)))].sort().join(", ");
	} catch {
		return undefined;
	}
}

function names(elements: MessageFormatElement[]): string[] {
	return elements.flatMap((element) => {
		if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
		if (element.type === TYPE.tag) return [`<${element.value}>`, ...names(element.children)];
		if (element.type === TYPE.plural || element.type === TYPE.select) {
			return [element.value, ...Object.values(element.options).flatMap((option) => names(option.value))];
		}
		return [element.value];
	});
}
