import { BudgetsPart } from "./budgets/index";
import type { LoadedParts } from "./parts.server";

/** The blocks of a process's parts on its public page, one line per kind: `{parts.texts && <TextsPart part={parts.texts} path={path} />}`. */
export function ProcessParts({ parts, path }: { parts: LoadedParts; path: string }) {
	return parts.budgets && <BudgetsPart part={parts.budgets} path={path} />;
}
