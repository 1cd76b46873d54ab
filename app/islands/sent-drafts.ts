/** Where drafts and the marks of sent forms are kept. */
export const DRAFT = "gw-draft:";
const SENT = "gw-sent:";

/** Remembers for this tab that a form with this draft was just sent from this page. */
export function markSent(key: string): void {
	try {
		sessionStorage.setItem(SENT + key, location.href.split("#", 1)[0] ?? "");
	} catch {
		// Storage may be switched off; then the draft simply stays until it is a week old.
	}
}

/**
 * Forgets the drafts of forms that arrived. Sent from the page we come from, and this page neither is an error or
 * sign-in page (`data-keep-drafts`) nor shows errors in the same form: then the server has it.
 */
export function forgetSentDrafts(): void {
	try {
		const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(SENT));
		for (const mark of keys) {
			const key = mark.slice(SENT.length);
			const from = sessionStorage.getItem(mark);
			sessionStorage.removeItem(mark);
			const form = document.querySelector(`form[data-draft-key="${CSS.escape(key)}"]`);
			const refused = form !== null && document.querySelector("[data-error-summary]") !== null;
			if (document.referrer === from && !refused && !document.querySelector("[data-keep-drafts]"))
				localStorage.removeItem(DRAFT + key);
		}
	} catch {
		// Storage may be switched off: nothing was kept, nothing to forget.
	}
}
