/** Puts the cursor into the first field inside, so that whoever types in one thing after the other need not reach for it. */
export default function focusInside(element: HTMLElement): void {
	const field = element.querySelector<HTMLElement>("input, textarea");
	// where something went wrong the error summary has the focus
	if (!document.querySelector("[data-error-summary]")) field?.focus();
}
