/**
 * Choosing a point on the map without sending the form: a press sets the coordinates below the picture, and the picture
 * is drawn anew with a pin. Where the device knows its place, a button takes it. Words come as data attributes.
 */
export default function placeOnMap(field: HTMLElement): void {
	const picture = field.querySelector<HTMLInputElement>('input[type="image"]');
	const point = field.querySelector<HTMLInputElement>('input[name$="punkt"]');
	const [west = 0, south = 0, east = 0, north = 0] = (field.dataset.frame ?? "").split(",").map(Number);
	if (!picture || !point || !(west < east) || !(south < north)) return;
	picture.classList.add("gw-map-button--large");
	const status = document.createElement("p");
	status.setAttribute("role", "status");
	point.after(status);

	function draw(): void {
		const typed = point?.value.replace(/\s/g, "") ?? "";
		const src = `${field.dataset.picture}${typed ? `?punkt=${encodeURIComponent(typed)}` : ""}`;
		if (picture && picture.getAttribute("src") !== src) picture.src = src;
	}

	function choose(latitude: number, longitude: number): void {
		if (!point) return;
		point.value = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
		point.dispatchEvent(new Event("input", { bubbles: true }));
		status.textContent = field.dataset.chosen ?? "";
		draw();
	}

	picture.addEventListener("click", (event) => {
		// Enter in another field presses the first button of a form: that is sending, and goes its way.
		if (event.detail === 0 && document.activeElement !== picture) return;
		event.preventDefault();
		if (event.detail === 0) {
			point.focus();
			return;
		}
		const { left, top, width, height } = picture.getBoundingClientRect();
		const x = (event.clientX - left) / width;
		const y = (event.clientY - top) / height;
		choose(north - y * (north - south), west + x * (east - west));
	});
	point.addEventListener("change", draw);

	if (!("geolocation" in navigator)) return;
	const here = document.createElement("button");
	here.type = "button";
	here.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = field.dataset.here ?? "";
	here.append(label);
	here.addEventListener("click", () => {
		navigator.geolocation.getCurrentPosition(
			({ coords }) => choose(coords.latitude, coords.longitude),
			() => {
				status.textContent = field.dataset.nowhere ?? "";
			},
			{ timeout: 15_000 },
		);
	});
	picture.after(here);
}
