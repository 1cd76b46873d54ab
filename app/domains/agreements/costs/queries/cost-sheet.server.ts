import { dayOf } from "~/platform/calendar.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import type { DraftRead } from "../../drafting/queries/draft.server";
import { messages } from "../../messages";
import { emptyRow, type SheetPlan, type SheetRow, type SheetWords, various } from "../cost-sheet";
import type { IndexRule } from "../index-rule";
import { costMessages } from "../messages";
import { euroField, figureField, percentField } from "../money-input";
import { sheetMessages } from "../sheet-messages";

/** How many years a table offers at least. */
const yearsOffered = 10;

/** One text where all are alike, a mark where they differ. */
function oneOf(texts: readonly string[]): string {
	const different = new Set(texts);
	return different.size > 1 ? various : (texts[0] ?? "");
}

/** The cost plan of a draft as a table. */
export function sheetPlan({ now }: View, draft: DraftRead): SheetPlan {
	const named = draft.parties.map(({ organisation }) => organisation.name);
	const parties = draft.parties.map(({ id, organisation: { name } }, index) => ({
		id,
		title: named.filter((other) => other === name).length > 1 ? `${name} (${index + 1})` : name,
	}));
	const titleOf = (party: string | null) => parties.find(({ id }) => id === party)?.title ?? "";
	const items = draft.items.map((item): SheetRow => {
		const counted = item.key === "base-plus" ? (item.variableKey ?? null) : item.key;
		const amounts = (field: "base" | "cap") =>
			Object.fromEntries(
				item.basis.flatMap((entry) => {
					const cents = entry[field];
					return cents === null || cents === undefined ? [] : [[entry.party, euroField(cents)]];
				}),
			);
		return {
			...emptyRow,
			id: item.id,
			row: "costs",
			label: item.label,
			kind: item.costClass,
			key: item.key,
			variableKey: item.variableKey ?? "",
			tax: item.tax ?? "unclear",
			bearer: titleOf(item.restParty),
			source: oneOf(item.sources.map(({ source }) => source)),
			asOf: oneOf(item.sources.map(({ asOf }) => asOf ?? "")),
			...indexCells(item.index ?? null),
			amounts: Object.fromEntries(item.years.map(({ year, cents, typed }) => [year, euroField(typed ?? cents)])),
			values: Object.fromEntries(item.basis.map(({ party, value }) => [party, figureField(counted, value)])),
			bases: amounts("base"),
			caps: amounts("cap"),
		};
	});
	const promises = draft.commitments.map(
		({ id, party, from, until, yearly, basis, adjustment }): SheetRow => ({
			...emptyRow,
			id,
			row: "commitment",
			label: titleOf(party),
			kind: "",
			from,
			until,
			yearly: yearly === null ? "" : euroField(yearly),
			basis,
			adjustment,
		}),
	);
	const rows = [...items, ...coverRows(draft), ...promises];
	const used = rows.flatMap(({ amounts }) => Object.keys(amounts).map(Number));
	const first = Math.min(Number(draft.pilotStart?.slice(0, 4) ?? dayOf(now).year), ...used);
	const last = Math.max(first + yearsOffered - 1, ...used);
	return { parties, years: Array.from({ length: last - first + 1 }, (_, later) => first + later), rows };
}

function indexCells(index: IndexRule | null): Partial<SheetRow> {
	if (!index) return {};
	return {
		indexBasis: index.basis,
		indexBaseYear: String(index.baseYear),
		indexPerYear: percentField(index.perYear),
		indexThreshold: index.threshold === 0n ? "" : percentField(index.threshold),
		indexCap: index.cap === null ? "" : percentField(index.cap),
		indexEffect: index.effect,
	};
}

/** Lines that say the same in several years are one source of money. */
function coverRows({ cover }: DraftRead): SheetRow[] {
	const rows: SheetRow[] = [];
	for (const { id, year, label, cents, standing, bearer, kind } of cover) {
		const alike = rows.find(
			(row) =>
				row.label === label &&
				row.standing === (standing ?? "") &&
				row.bearer === bearer &&
				row.kind === (kind ?? "own") &&
				row.amounts[year] === undefined,
		);
		if (alike) alike.amounts[year] = euroField(cents);
		else {
			rows.push({
				...emptyRow,
				id,
				row: "cover",
				label,
				kind: kind ?? "own",
				standing: standing ?? "",
				bearer,
				amounts: { [year]: euroField(cents) },
			});
		}
	}
	return rows;
}

/** The words of the table in a language. */
export function sheetWords(locale: Locale): SheetWords {
	const [t, say, cost] = [textFor(locale, sheetMessages), textFor(locale, messages), textFor(locale, costMessages)];
	const { columns, rows } = sheetMessages[locale];
	return {
		columns,
		rows,
		amount: String,
		value: (party) => t("value", { party }),
		base: (party) => t("base", { party }),
		cap: (party) => t("cap", { party }),
		classes: messages[locale].classes,
		keys: messages[locale].keys,
		standings: { secured: say("standings.secured"), reserved: say("standings.reserved"), open: say("standings.open") },
		kinds: costMessages[locale].kinds,
		effects: sheetMessages[locale].effects,
		taxes: { net: cost("tax.net"), gross: cost("tax.gross"), unclear: cost("tax.unclear") },
	};
}

/** The language in which a table was taken out. */
export function languageOf(columns: readonly string[]): Locale {
	return columns.includes(sheetMessages.en.columns.label) ? "en" : "de";
}
