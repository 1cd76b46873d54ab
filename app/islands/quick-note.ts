const PREFIX = "gw-note:";

/** A note that waits on this device. `refused`: it arrived and was not accepted as it is. */
type Note = { writer: string; at: string; fields: Record<string, string>; refused?: boolean };

function newKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

function isNote(value: unknown): value is Note {
	return (
		typeof value === "object" &&
		value !== null &&
		"writer" in value &&
		typeof value.writer === "string" &&
		"at" in value &&
		typeof value.at === "string" &&
		"fields" in value &&
		typeof value.fields === "object"
	);
}

function notesOf(writer: string): [string, Note][] {
	return Object.keys(localStorage)
		.filter((key) => key.startsWith(PREFIX))
		.flatMap((key): [string, Note][] => {
			const note: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
			return isNote(note) && note.writer === writer ? [[key, note]] : [];
		})
		.sort(([, one], [, other]) => one.at.localeCompare(other.at));
}

/**
 * Keeps notes on this device while there is no network and sends them later, each under a key of its own, so that a note
 * sent twice is one concern. A note leaves the device only when its arrival was answered.
 */
export default function quickNote(box: HTMLElement): void {
	const form = box.querySelector("form");
	const { writer = "" } = box.dataset;
	if (!form || writer === "") return;
	const status = document.createElement("p");
	status.className = "gw-form__status";
	status.setAttribute("role", "status");
	const list = document.createElement("section");
	box.append(status, list);
	const say = (words: string | undefined) => {
		status.textContent = words ?? "";
	};

	function fill(key: string, note: Note): void {
		for (const [name, value] of Object.entries(note.fields)) {
			const field = form?.elements.namedItem(name);
			if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
		}
		localStorage.removeItem(key);
		show();
		form?.querySelector("textarea")?.focus();
	}

	function show(): void {
		list.replaceChildren();
		const notes = notesOf(writer);
		if (notes.length === 0) return;
		const title = document.createElement("h2");
		title.textContent = box.dataset.waiting ?? "";
		const intro = document.createElement("p");
		intro.textContent = box.dataset.waitingText ?? "";
		const entries = document.createElement("ul");
		for (const [key, note] of notes) {
			const entry = document.createElement("li");
			entry.textContent = `${note.fields.text ?? ""} `;
			const edit = document.createElement("button");
			edit.type = "button";
			edit.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
			edit.textContent = box.dataset.edit ?? "";
			edit.addEventListener("click", () => fill(key, note));
			if (note.refused) entry.append(document.createElement("br"), box.dataset.refused ?? "", " ");
			entry.append(edit);
			entries.append(entry);
		}
		list.append(title, intro, entries);
	}

	/**
	 * The code of the concern that the note became, null when it waits.
	 * @throws TypeError without network
	 */
	async function send(key: string, note: Note): Promise<string | null> {
		const answer = await fetch(location.pathname, {
			method: "POST",
			body: new URLSearchParams({ ...note.fields, am: note.at }),
		});
		const code = new URL(answer.url).searchParams.get("notiert");
		if (code !== null) {
			localStorage.removeItem(key);
			return code;
		}
		if (answer.status === 422) localStorage.setItem(key, JSON.stringify({ ...note, refused: true }));
		else if (answer.redirected || answer.status === 401 || answer.status === 403) say(box.dataset.signIn);
		return null;
	}

	async function sendAll(): Promise<void> {
		const arrived: string[] = [];
		for (const [key, note] of notesOf(writer)) {
			const code = note.refused ? null : await send(key, note);
			if (code !== null) arrived.push(code);
		}
		if (arrived.length === 0) return;
		say(box.dataset.sent);
		for (const code of arrived) {
			const link = document.createElement("a");
			link.href = `${box.dataset.concerns}/${encodeURIComponent(code)}`;
			link.textContent = code;
			status.append(" ", link);
		}
	}

	let busy = false;
	let again = false;
	/** One round at a time; a note written meanwhile gets a round of its own. */
	async function flush(): Promise<void> {
		again = busy;
		if (busy) return;
		busy = true;
		try {
			await sendAll();
		} catch {
			// no network: the notes wait
			if (notesOf(writer).length > 0) say(box.dataset.later);
		}
		busy = false;
		show();
		if (again) await flush();
	}

	form.addEventListener(
		"submit",
		(event) => {
			const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
			// too short is said by the server, in its words, where there is network
			if ((fields.text ?? "").trim().length < Number(box.dataset.least) && navigator.onLine) return;
			try {
				const key = newKey();
				const note: Note = { writer, at: new Date().toISOString(), fields: { ...fields, schluessel: key } };
				localStorage.setItem(PREFIX + key, JSON.stringify(note));
			} catch {
				// Storage is switched off or full: the form goes its plain way.
				return;
			}
			event.preventDefault();
			event.stopImmediatePropagation();
			form.reset();
			show();
			void flush();
		},
		{ capture: true },
	);
	addEventListener("online", () => void flush());
	void flush();

	if ("serviceWorker" in navigator) {
		navigator.serviceWorker
			.register("/schnellnotiz.js", { scope: location.pathname })
			.then(() => navigator.serviceWorker.ready)
			.then(({ active }) => {
				const files = performance.getEntriesByType("resource").map(({ name }) => name);
				const own = files.filter((name) => name.startsWith(`${location.origin}/assets/`));
				active?.postMessage({ keep: [location.pathname, ...own] });
			})
			.catch((error: unknown) => console.warn("The page is not kept for later", error));
	}
}
