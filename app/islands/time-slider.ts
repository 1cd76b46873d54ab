const month = /^(\d{4})-(\d{2})/;

function months(day: string): number {
	const [, year = "0", number = "1"] = month.exec(day) ?? [];
	return Number(year) * 12 + Number(number) - 1;
}

function firstOf(count: number): string {
	return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}-01`;
}

/** A slider by months beside the day of a form; letting go of it shows that day. Without it the day is typed. */
export default function timeSlider(form: HTMLElement): void {
	const day = form.querySelector<HTMLInputElement>('input[type="date"]');
	const { first = "", last = "", label = "" } = form.dataset;
	if (!(form instanceof HTMLFormElement) || !day || months(last) - months(first) < 2) return;
	const slider = document.createElement("input");
	slider.type = "range";
	slider.className = "gw-slider";
	slider.min = String(months(first) + 1);
	slider.max = String(months(last) + 1);
	slider.value = String(day.value ? months(day.value) : months(last) + 1);
	slider.setAttribute("aria-label", label);
	const say = () => {
		const chosen = Number(slider.value);
		// Beyond the last month stands today itself.
		day.value = chosen > months(last) ? last : firstOf(chosen);
		slider.setAttribute("aria-valuetext", day.value);
	};
	slider.addEventListener("input", say);
	slider.addEventListener("change", () => {
		say();
		form.requestSubmit();
	});
	form.prepend(slider);
}
