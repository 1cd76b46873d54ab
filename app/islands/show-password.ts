/** A button below a password that shows it; the words come with the field as `data-show` and `data-hide`. */
export default function showPassword(input: HTMLElement): void {
	if (!(input instanceof HTMLInputElement)) return;
	const { show = "", hide = "" } = input.dataset;
	const button = document.createElement("button");
	button.type = "button";
	button.className = "kern-btn kern-btn--tertiary kern-btn--x-small gw-show-password";
	button.setAttribute("aria-controls", input.id);
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = show;
	button.append(label);
	button.addEventListener("click", () => {
		const shown = input.type === "text";
		input.type = shown ? "password" : "text";
		label.textContent = shown ? show : hide;
	});
	// Hidden again before sending, so that browsers offer to keep it as a password and not as a text.
	input.form?.addEventListener("submit", () => {
		input.type = "password";
	});
	input.after(button);
}
