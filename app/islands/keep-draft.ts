import { DRAFT } from "./sent-drafts";

type Draft = { at: number; fields: Record<string, string> };
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const PAUSE_MS = 600;
const NEVER = new Set(["password", "file", "hidden", "submit", "button", "reset", "image"]);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): Field[] {
	return [...form.elements].filter(
		(element): element is Field =>
			(element instanceof HTMLInputElement ||
				element instanceof HTMLTextAreaElement ||
				element instanceof HTMLSelectElement) &&
			element.name !== "" &&
			!NEVER.has(element.type) &&
			// Codes and other people's addresses are short-lived or not ours to keep.
			element.autocomplete !== "one-time-code",
	);
}

function isTick(field: Field): field is HTMLInputElement {
	return field.type === "checkbox" || field.type === "radio";
}

/** Ticks are told apart by their value, texts by their name. */
function keyOf(field: Field): string {
	return isTick(field) ? `${field.name}=${field.value}` : field.name;
}

function currentOf(field: Field): string {
	return isTick(field) ? (field.checked ? "on" : "") : field.value;
}

/** What the page brought from the server, before anybody typed. */
function originalOf(field: Field): string {
	if (isTick(field)) return field.defaultChecked ? "on" : "";
	if (field instanceof HTMLSelectElement)
		return [...field.options].find((option) => option.defaultSelected)?.value ?? "";
	return field.defaultValue;
}

function read(key: string, now: number): Draft | undefined {
	try {
		const draft: unknown = JSON.parse(localStorage.getItem(DRAFT + key) ?? "null");
		if (typeof draft !== "object" || draft === null || !("at" in draft) || !("fields" in draft)) return undefined;
		if (typeof draft.at !== "number" || typeof draft.fields !== "object" || draft.fields === null) return undefined;
		if (now - draft.at > WEEK_MS) {
			localStorage.removeItem(DRAFT + key);
			return undefined;
		}
		const fields = Object.entries(draft.fields).filter(
			(entry): entry is [string, string] => typeof entry[1] === "string",
		);
		return { at: draft.at, fields: Object.fromEntries(fields) };
	} catch {
		return undefined;
	}
}

function restore(fields: Field[], draft: Draft): boolean {
	// What the server sends back (a refused form, a stored object) always wins over what the device kept.
	if (fields.some((field) => originalOf(field) !== "")) return false;
	let restored = false;
	for (const field of fields) {
		const kept = draft.fields[keyOf(field)];
		if (!kept || currentOf(field) === kept) continue;
		if (isTick(field)) field.checked = true;
		else field.value = kept;
		field.dispatchEvent(new Event("input", { bubbles: true }));
		restored = true;
	}
	return restored;
}

/**
 * Keeps what is typed into a form on this device until it is sent: never passwords, codes or files, for a week at most.
 * The form carries `data-draft-key` and its sentences as `data-saved`, `data-restored`, `data-discard`.
 */
export default function keepDraft(form: HTMLElement): void {
	const key = form.dataset.draftKey;
	if (!key || !(form instanceof HTMLFormElement)) return;
	const fields = fieldsOf(form);
	const { saved = "", restored = "", discard = "" } = form.dataset;
	const note = document.createElement("p");
	note.className = "gw-form__status";
	note.setAttribute("role", "status");
	form.append(note);

	let waiting: ReturnType<typeof setTimeout> | undefined;
	function save(): void {
		const kept: Draft = { at: Date.now(), fields: {} };
		for (const field of fields) {
			const value = currentOf(field);
			if (value !== "") kept.fields[keyOf(field)] = value;
		}
		try {
			localStorage.setItem(DRAFT + key, JSON.stringify(kept));
			note.textContent = saved;
		} catch {
			note.textContent = "";
		}
	}

	const draft = read(key, Date.now());
	if (draft && restore(fields, draft)) {
		const button = document.createElement("button");
		button.type = "button";
		button.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
		const label = document.createElement("span");
		label.className = "kern-label";
		label.textContent = discard;
		button.append(label);
		button.addEventListener("click", () => {
			clearTimeout(waiting);
			localStorage.removeItem(DRAFT + key);
			form.reset();
			note.textContent = "";
			fields[0]?.focus();
		});
		const message = document.createElement("p");
		message.className = "gw-form__restored";
		message.append(restored, " ", button);
		form.prepend(message);
		note.textContent = restored;
		button.addEventListener("click", () => message.remove());
	}

	form.addEventListener("input", () => {
		clearTimeout(waiting);
		waiting = setTimeout(save, PAUSE_MS);
	});
	// Sent before the pause was over: keep the last words too, in case the connection fails.
	form.addEventListener("submit", () => {
		if (waiting === undefined) return;
		clearTimeout(waiting);
		save();
	});
}
