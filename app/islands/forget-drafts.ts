import { DRAFT } from "./sent-drafts";

/** On signing out: what was kept on this device may be read by the next person, so it goes. */
export default function forgetDrafts(form: HTMLElement): void {
	form.addEventListener("submit", () => {
		try {
			for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
		} catch {
			// Storage is switched off: nothing was kept.
		}
	});
}
