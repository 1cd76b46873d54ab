/** After the last change; short enough for a lost page, long enough for one tick after the other. */
const QUIET_MS = 1500;

/**
 * Keeps what is chosen in the surrounding form without leaving the page: sends it as its plain „Zwischenspeichern“ button
 * would. Says so in `data-saved` and `data-failed`; the buttons work as they do without it.
 */
export default function autosave(box: HTMLElement): void {
	const form = box.closest("form");
	if (!form) return;
	const status = document.createElement("p");
	status.className = "gw-form__status";
	status.setAttribute("role", "status");
	box.append(status);
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let sending: AbortController | undefined;

	async function save(): Promise<void> {
		if (!form || form.dataset.sending) return;
		sending?.abort();
		sending = new AbortController();
		try {
			const answer = await fetch(location.pathname, {
				method: "POST",
				body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
				signal: sending.signal,
			});
			status.textContent = (answer.ok ? box.dataset.saved : box.dataset.failed) ?? "";
		} catch (error) {
			if (!(error instanceof DOMException && error.name === "AbortError")) {
				status.textContent = box.dataset.failed ?? "";
			}
		}
	}

	form.addEventListener("input", () => {
		clearTimeout(waiting);
		waiting = setTimeout(save, QUIET_MS);
	});
	// What is on its way must not arrive after the form itself.
	form.addEventListener("submit", () => {
		clearTimeout(waiting);
		sending?.abort();
	});
}
