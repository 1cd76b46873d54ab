/** A button as KERN draws it; it sends nothing. */
export function makeButton(words: string, onClick: () => void): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = words;
	button.append(label);
	button.addEventListener("click", onClick);
	return button;
}

/** Arrow keys, Home and End move inside a toolbar, which is one stop of the Tab key (WAI-ARIA toolbar pattern). */
export function moveByArrows(toolbar: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
	const stopAt = (stop: HTMLButtonElement) => {
		for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
	};
	if (buttons[0]) stopAt(buttons[0]);
	for (const button of buttons) button.addEventListener("focus", () => stopAt(button));
	toolbar.addEventListener("keydown", (event) => {
		const here = buttons.findIndex((button) => button.matches(":focus"));
		const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
		if (here < 0 || to === undefined) return;
		event.preventDefault();
		buttons.at(to % buttons.length)?.focus();
	});
}
