/** How often the numbers are asked for, in milliseconds. */
const askEvery = 5000;

/**
 * Renews the numbers of a running meeting. Nothing of it is a live region: who listens to the page hears the numbers only
 * after pressing „Stand vorlesen“, so that they never talk into a discussion.
 */
export default function liveStanding(element: HTMLElement): void {
	const { source, speak, live } = element.dataset;
	const list = element.querySelector("[data-lines]");
	if (!source || !list) return;
	element.querySelector("[data-without-script]")?.remove();

	const said = document.createElement("p");
	said.className = "kern-sr-only";
	said.setAttribute("role", "status");
	const button = document.createElement("button");
	button.type = "button";
	button.className = "kern-btn kern-btn--secondary kern-btn--x-small";
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = speak ?? "";
	button.append(label);
	const note = document.createElement("p");
	note.textContent = live ?? "";
	element.append(note, button, said);

	button.addEventListener("click", () => {
		said.textContent = "";
		// the same words twice are spoken twice only when they are written anew
		setTimeout(() => {
			said.textContent = [...list.children].map((line) => line.textContent ?? "").join(" ");
		}, 50);
	});

	const timer = setInterval(() => {
		if (document.hidden) return;
		void linesFrom(source).then((answer) => {
			if (!answer) return;
			show(list, answer.lines);
			if (!answer.running) clearInterval(timer);
		});
	}, askEvery);
}

function show(list: Element, lines: readonly string[]): void {
	const present = [...list.children].map((line) => line.textContent);
	if (present.length === lines.length && lines.every((line, index) => line === present[index])) return;
	list.replaceChildren(
		...lines.map((line) => {
			const item = document.createElement("li");
			item.textContent = line;
			return item;
		}),
	);
}

async function linesFrom(source: string): Promise<{ lines: string[]; running: boolean } | null> {
	// a server that starts anew, or a network that is gone, comes back
	const answer = await fetch(source).catch(() => null);
	if (!answer?.ok || !answer.headers.get("Content-Type")?.startsWith("application/json")) return null;
	const read: unknown = await answer.json().catch(() => null);
	if (typeof read !== "object" || read === null || !("lines" in read) || !Array.isArray(read.lines)) return null;
	const lines = read.lines.filter((line) => typeof line === "string");
	return { lines, running: "running" in read && read.running === true };
}
