import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { LineField } from "../../drafting/ui/line-field";
import { indexEffects } from "../index-rule";
import { costMessages } from "../messages";

/** What was typed or is stored, and what is wrong with it. */
export type Filled = {
	text(name: string, stored?: string): string;
	line(name: string, index: number, stored: string): string;
	error(name: string): string | undefined;
};

/** Amounts per year, and one amount for all years of a period. */
export function YearFields({ years, filled }: { years: readonly { year: number; amount: string }[]; filled: Filled }) {
	const t = useText(costMessages);
	return (
		<Section title={t("item.years")} id="jahre" intro={t("item.amountHint")}>
			<TextField
				name="yearlyAmount"
				optional
				inputMode="decimal"
				width="medium"
				label={t("item.yearlyAmount")}
				hint={t("item.yearlyHint")}
				value={filled.text("yearlyAmount")}
				error={filled.error("yearlyAmount")}
			/>
			{(["yearlyFrom", "yearlyUntil"] as const).map((name) => (
				<TextField
					key={name}
					name={name}
					optional
					inputMode="numeric"
					width="short"
					label={t(`item.${name}`)}
					value={filled.text(name)}
					error={filled.error(name)}
				/>
			))}
			{years.map(({ year, amount }, index) => (
				<LineField key={year} line={index} hidden={{ year: String(year) }}>
					<TextField
						name="amount"
						optional
						inputMode="decimal"
						width="medium"
						label={t("item.amount", { year: String(year) })}
						value={filled.line("amount", index, amount)}
						error={filled.error(`amount-${index}`)}
					/>
				</LineField>
			))}
		</Section>
	);
}

export type IndexTyped = Record<
	"indexBasis" | "indexBaseYear" | "indexPerYear" | "indexThreshold" | "indexCap",
	string
> & {
	indexEffect: string;
};

/** How the amounts follow prices. */
export function IndexFields({ stored, filled }: { stored: IndexTyped; filled: Filled }) {
	const t = useText(costMessages);
	const names = ["indexBaseYear", "indexPerYear", "indexThreshold", "indexCap"] as const;
	const open = filled.text("indexBaseYear", stored.indexBaseYear) !== "" || filled.error("indexBaseYear") !== undefined;
	return (
		<Disclosure summary={t("item.index")} open={open}>
			<p>{t("item.indexLead")}</p>
			<TextField
				name="indexBasis"
				optional
				label={t("item.indexBasis")}
				hint={t("item.indexBasisHint")}
				value={filled.text("indexBasis", stored.indexBasis)}
				error={filled.error("indexBasis")}
			/>
			{names.map((name) => (
				<TextField
					key={name}
					name={name}
					optional
					inputMode="decimal"
					width="short"
					label={t(`item.${name}`)}
					value={filled.text(name, stored[name])}
					error={filled.error(name)}
				/>
			))}
			<RadioGroup
				name="indexEffect"
				optional
				label={t("item.indexEffect")}
				value={filled.text("indexEffect", stored.indexEffect)}
				choices={indexEffects.map((value) => ({ value, label: t(`effects.${value}`) }))}
				error={filled.error("indexEffect")}
			/>
		</Disclosure>
	);
}

export type PartyTyped = {
	id: string;
	name: string;
	value: string;
	base: string;
	cap: string;
	source: string;
	asOf: string;
};

/** The figures of the key, a party after the other. */
export function BasisFields({ parties, filled }: { parties: readonly PartyTyped[]; filled: Filled }) {
	const t = useText(costMessages);
	return parties.map(({ id, name, ...stored }, index) => {
		const at = (field: keyof typeof stored) => ({
			value: filled.line(field, index, stored[field]),
			error: filled.error(`${field}-${index}`),
		});
		const more = [at("base"), at("cap")].some(({ value, error }) => value !== "" || error);
		return (
			<LineField key={id} line={index} hidden={{ partyId: id }}>
				<TextField
					name="value"
					optional
					inputMode="decimal"
					width="medium"
					label={t("item.value", { party: name })}
					{...at("value")}
				/>
				<TextField name="source" optional label={t("item.source", { party: name })} {...at("source")} />
				<DateField name="asOf" optional label={t("item.asOf", { party: name })} {...at("asOf")} />
				<Disclosure summary={t("item.limits", { party: name })} open={more}>
					{(["base", "cap"] as const).map((field) => (
						<TextField
							key={field}
							name={field}
							optional
							inputMode="decimal"
							width="medium"
							label={t(`item.${field}`, { party: name })}
							{...at(field)}
						/>
					))}
				</Disclosure>
			</LineField>
		);
	});
}
