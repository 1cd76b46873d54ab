/**
 * Makes pasted HTML readable for the editor under our Content Security Policy, which keeps the browser from reading
 * style attributes: bold and italic that other programs say by style become elements ("normal" bold around a whole
 * Google document no longer is bold), and headings come to the levels a text may have.
 */
export function readablePaste(html: string): string {
	const page = new DOMParser().parseFromString(html.replace(/(<[^>]*\s)style(\s*=)/gi, "$1data-style$2"), "text/html");
	for (const element of page.querySelectorAll<HTMLElement>("[data-style]")) {
		const style = element.dataset.style ?? "";
		delete element.dataset.style;
		if (/^[bi]$/i.test(element.tagName) && /font-(?:weight|style):\s*(?:normal|400)/i.test(style))
			rename(element, "span");
		else if (element.tagName === "SPAN") {
			if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) wrapContent(element, "strong");
			if (/font-style:\s*italic/i.test(style)) wrapContent(element, "em");
		}
	}
	for (const heading of page.querySelectorAll("h1")) rename(heading, "h2");
	for (const heading of page.querySelectorAll("h5, h6")) rename(heading, "h4");
	return page.body.innerHTML;
}

function rename(element: Element, name: string): void {
	const other = element.ownerDocument.createElement(name);
	other.append(...element.childNodes);
	element.replaceWith(other);
}

function wrapContent(element: Element, name: string): void {
	const inner = element.ownerDocument.createElement(name);
	inner.append(...element.childNodes);
	element.append(inner);
}
