/** Characters of context that go along, so that the server can tell two places with the same words apart. */
const CONTEXT = 32;
/** More than a quotation may have. */
const MOST = 1_000;

type Passage = { block: HTMLElement; quote: string; before: string; after: string; box: DOMRect };

function blockOf(node: Node | null): HTMLElement | null {
	const element = node instanceof Element ? node : node?.parentElement;
	return element?.closest<HTMLElement>("[data-block]") ?? null;
}

/** The selected words, when they lie in one paragraph of this text. */
function passageIn(root: HTMLElement): Passage | null {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	const block = blockOf(range.startContainer);
	if (!block || !root.contains(block)) return null;
	const words = range.cloneRange();
	// a triple click reaches to the beginning of the next paragraph
	if (!block.contains(range.endContainer)) {
		if (blockOf(range.endContainer) !== null && range.endOffset > 0) return null;
		words.setEnd(block, block.childNodes.length);
	}
	const quote = words.toString().trim();
	if (quote === "" || quote.length > MOST) return null;
	const around = (from: "before" | "after") => {
		const rest = document.createRange();
		rest.selectNodeContents(block);
		if (from === "before") rest.setEnd(words.startContainer, words.startOffset);
		else rest.setStart(words.endContainer, words.endOffset);
		return rest.toString();
	};
	return {
		block,
		quote,
		before: around("before").slice(-CONTEXT),
		after: around("after").slice(0, CONTEXT),
		box: words.getBoundingClientRect(),
	};
}

/**
 * Selected words of a text get a link that leads to the form for a remark with them filled in. The text carries the form's
 * address as `data-annotate` and the link's words as `data-label`. Without it the link below each paragraph does the same.
 */
export default function textPassage(root: HTMLElement): void {
	const { annotate, label = "" } = root.dataset;
	if (!annotate) return;
	const link = document.createElement("a");
	link.className = "kern-btn kern-btn--primary kern-btn--x-small gw-document__select";
	link.hidden = true;
	const words = document.createElement("span");
	words.className = "kern-label";
	words.textContent = label;
	link.append(words);
	// pressing it must not take the selection away before the link is followed
	link.addEventListener("mousedown", (event) => event.preventDefault());

	document.addEventListener("selectionchange", () => {
		const passage = passageIn(root);
		link.hidden = passage === null;
		if (!passage) return;
		const { block, quote, before, after } = passage;
		const address = new URL(annotate, location.href);
		const { block: key = "" } = block.dataset;
		for (const [name, value] of Object.entries({ absatz: key, zitat: quote, davor: before, danach: after })) {
			address.searchParams.set(name, value);
		}
		link.href = address.href;
		// right behind the paragraph: next in the order of the keyboard, and where the hand is
		if (link.previousElementSibling !== block) block.after(link);
	});
}
