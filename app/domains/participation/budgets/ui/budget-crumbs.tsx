import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { managedPath } from "../addresses";
import { messages } from "../messages";
import type { BudgetHead } from "../queries/budget-page.server";

/** The way to a public page of a budget; without `here` to the budget itself. */
export function BudgetCrumbs({ budget, here }: { budget: BudgetHead; here?: string }) {
	return (
		<Breadcrumb
			entries={[
				{ label: budget.place.name, href: `/o/${budget.place.slug}` },
				{ label: budget.process.title, href: budget.process.path },
				here ? { label: budget.title, href: budget.path } : { label: budget.title },
				...(here ? [{ label: here }] : []),
			]}
		/>
	);
}

/** The same for the pages of the staff. */
export function ManagedCrumbs({ budget, here }: { budget: BudgetHead; here?: string }) {
	const t = useText(messages);
	const at = { place: budget.place.slug, process: budget.process.slug };
	const page = managedPath({ ...at, budget: budget.number });
	return (
		<Breadcrumb
			entries={[
				{ label: t("managed.crumb"), href: `/o/${at.place}/verwaltung/beteiligung` },
				{ label: t("managed.list"), href: managedPath(at) },
				here ? { label: budget.title, href: page } : { label: budget.title },
				...(here ? [{ label: here }] : []),
			]}
		/>
	);
}
