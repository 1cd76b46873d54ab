import type { MapPoint, MapWords } from "./place-map/movable-map";

/**
 * Choosing a point on the map without sending the form: a press sets the coordinates below the picture, and the picture
 * is drawn anew with a pin. One button opens a map that can be moved and brought closer (loaded only then), another takes
 * the place of the device where it knows it. Words come as data attributes.
 */
export default function placeOnMap(field: HTMLElement): void {
	const picture = field.querySelector<HTMLInputElement>('input[type="image"]');
	const point = field.querySelector<HTMLInputElement>('input[name$="punkt"]');
	const { frame = "", chosen = "", nowhere = "", here = "", move = "", picture: source = "" } = field.dataset;
	const [west = 0, south = 0, east = 0, north = 0] = frame.split(",").map(Number);
	if (!picture || !point || !(west < east) || !(south < north)) return;
	picture.classList.add("gw-map-button--large");
	const status = document.createElement("p");
	status.setAttribute("role", "status");
	point.after(status);
	let show: (at: MapPoint | null) => void = () => {
		const typed = point.value.replace(/\s/g, "");
		const src = `${source}${typed ? `?punkt=${encodeURIComponent(typed)}` : ""}`;
		if (picture.getAttribute("src") !== src) picture.src = src;
	};

	function choose({ latitude, longitude }: MapPoint): void {
		if (!point) return;
		point.value = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
		point.dispatchEvent(new Event("input", { bubbles: true }));
		status.textContent = chosen;
		show({ latitude, longitude });
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
		choose({ latitude: north - y * (north - south), longitude: west + x * (east - west) });
	});
	point.addEventListener("change", () => show(pointIn(point.value)));

	const buttons = document.createElement("div");
	buttons.className = "gw-buttons";
	picture.after(buttons);
	const open = buttonWith(move, async () => {
		const { movableMap } = await import("./place-map/movable-map");
		const box = document.createElement("div");
		picture.before(box);
		picture.remove();
		open.remove();
		const words = wordsOf(field.dataset);
		({ show } = movableMap(box, { picture: source, frame: { west, south, east, north }, words, chosen: choose }));
		show(pointIn(point.value));
	});
	if (move) buttons.append(open);
	if (!("geolocation" in navigator)) return;
	const take = () =>
		navigator.geolocation.getCurrentPosition(
			({ coords }) => choose(coords),
			() => {
				status.textContent = nowhere;
			},
			{ timeout: 15_000 },
		);
	buttons.append(buttonWith(here, take));
}

function wordsOf({ zoomIn = "", zoomOut = "", label = "", middle = "" }: DOMStringMap): MapWords {
	return { zoomIn, zoomOut, label, middle };
}

/** Reads "50.37512,7.28091" as the server does, roughly: it checks again. */
function pointIn(text: string): MapPoint | null {
	const [latitude = Number.NaN, longitude = Number.NaN] = text.split(/[,;]/).map(Number);
	return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}

function buttonWith(words: string, act: () => void): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = words;
	button.append(label);
	button.addEventListener("click", act);
	return button;
}
