import type { HocuspocusProvider } from "@hocuspocus/provider";

/** So many colours there are (styles: live.css); each keeps its contrast, the name stands beside it. */
const HUES = 6;

type User = { name?: unknown; clientId?: unknown };

function hueOf(name: string): number {
	let sum = 0;
	for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997;
	return sum % HUES;
}

/** Where somebody else's caret stands, with their name. Screen readers are not told: who is there is asked for in the list. */
export function drawCaret(user: User): HTMLElement {
	const name = String(user.name ?? "");
	const caret = document.createElement("span");
	caret.className = `gw-caret gw-caret--${hueOf(name)}`;
	caret.setAttribute("aria-hidden", "true");
	const label = document.createElement("span");
	label.className = "gw-caret__name";
	label.textContent = name;
	caret.append(label);
	return caret;
}

/** What somebody else has selected. */
export function drawSelection(user: User): { class: string } {
	return { class: `gw-caret-selection gw-caret-selection--${hueOf(String(user.name ?? ""))}` };
}

/** Who is there, on demand: a closed list that says its number, and changes without a word (no live region). */
export function makePeopleList(provider: HocuspocusProvider, words: string): HTMLElement {
	const details = document.createElement("details");
	details.className = "gw-details gw-live__people";
	const summary = document.createElement("summary");
	const list = document.createElement("ul");
	details.append(summary, list);
	const draw = () => {
		const states = [...(provider.awareness?.getStates().values() ?? [])];
		const names = [...new Set(states.map(({ user }) => String(user?.name ?? "")).filter((name) => name !== ""))].sort();
		summary.textContent = `${words} ${names.length}`;
		list.replaceChildren(
			...names.map((name) => {
				const item = document.createElement("li");
				item.textContent = name;
				return item;
			}),
		);
	};
	provider.on("awarenessChange", draw);
	draw();
	return details;
}
