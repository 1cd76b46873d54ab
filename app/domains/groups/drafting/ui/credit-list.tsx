import { CheckboxGroup } from "~/design/choice-group";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { creditMessages } from "../credit-messages";
import type { CreditWords } from "../queries/credits.server";

function useSaid() {
	const t = useText(creditMessages);
	return ({ kind, title, by }: CreditWords) => t(kind, { title, by: by ?? "" });
}

/** Ticks for what went into the version that is being frozen; nothing where nothing was said. */
export function CreditChoices({
	offered,
	values,
	error,
}: {
	offered: readonly CreditWords[];
	values: string[];
	error?: string;
}) {
	const t = useText(creditMessages);
	const said = useSaid();
	if (offered.length === 0) return null;
	return (
		<CheckboxGroup
			name="credits"
			label={t("title")}
			hint={t("hint")}
			values={values}
			error={error}
			choices={offered.map((one) => ({ value: one.value, label: said(one) }))}
			optional
		/>
	);
}

/** What went into a version; outside of the group its own comments and suggestions are only counted. */
export function CreditList({ credits, inGroup }: { credits: readonly CreditWords[]; inGroup: number }) {
	const t = useText(creditMessages);
	const said = useSaid();
	if (credits.length === 0 && inGroup === 0) return null;
	return (
		<Section id="eingeflossen" title={t("went")}>
			<ul>
				{credits.map((one) => (
					<li key={one.value}>{one.href ? <a href={one.href}>{said(one)}</a> : said(one)}</li>
				))}
				{inGroup > 0 && <li>{t("inGroup", { count: inGroup })}</li>}
			</ul>
		</Section>
	);
}
