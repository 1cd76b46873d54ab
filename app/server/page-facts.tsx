import { createContext, useContext } from "react";
import type { Locale } from "~/platform/i18n";

/** What every page needs while it is rendered. Pages are not hydrated, so none of it reaches the browser as data. */
type Facts = { locale: Locale; nonce: string; requestId: string; path: string; method: string };

const FactsContext = createContext<Facts | null>(null);

export const PageFacts = FactsContext.Provider;

export function usePageFacts(): Facts {
	const facts = useContext(FactsContext);
	if (!facts) throw new Error("a page is rendered without its facts");
	return facts;
}
