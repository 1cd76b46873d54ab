import { markSent } from "./sent-drafts";

/** After this long without an answer the form may be sent again (the connection may have been lost). */
const PATIENCE_MS = 20_000;

/** Keeps a form from being sent twice by impatient clicks, and says that it is on its way. */
export default function submitOnce(form: HTMLElement): void {
	if (!(form instanceof HTMLFormElement)) return;
	const status = document.createElement("p");
	status.className = "gw-form__status";
	status.setAttribute("role", "status");
	form.append(status);

	function release(): void {
		delete form.dataset.sending;
		status.textContent = "";
		for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
	}

	form.addEventListener("submit", (event) => {
		if (form.dataset.sending) {
			event.preventDefault();
			return;
		}
		form.dataset.sending = "yes";
		if (form.dataset.draftKey && form instanceof HTMLFormElement) markSent(form.dataset.draftKey);
		// A disabled button would not send its name and value, so it is only marked; the guard above holds it.
		for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
		status.textContent = form.dataset.busy ?? "";
		setTimeout(release, PATIENCE_MS);
	});
	// The browser's back button brings the page back as it was left: sendable again.
	addEventListener("pageshow", release);
}
