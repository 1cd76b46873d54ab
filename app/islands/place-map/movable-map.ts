import "leaflet/dist/leaflet.css";
import { CRS, circleMarker, imageOverlay, type LatLng, control as mapControls, map as mapIn } from "leaflet";

export type MapPoint = { latitude: number; longitude: number };
type Frame = { west: number; south: number; east: number; north: number };
export type MapWords = { zoomIn: string; zoomOut: string; label: string; middle: string };

/** So many times is the picture doubled at most: about three metres a point in a county of 60 kilometres. */
const closest = 6;

/**
 * A map that can be moved and brought closer, by fingers, mouse and keys, over the server's picture: no tiles, nothing from
 * other servers. A press chooses the place that was pressed; Enter, or the button below, the middle under the cross.
 */
export function movableMap(
	box: HTMLElement,
	{
		picture,
		frame,
		words,
		chosen,
	}: { picture: string; frame: Frame; words: MapWords; chosen: (point: MapPoint) => void },
): { show(point: MapPoint | null): void } {
	const [width, height] = [100, 90];
	const toMap = ({ latitude, longitude }: MapPoint): [number, number] => [
		(height * (latitude - frame.south)) / (frame.north - frame.south),
		(width * (longitude - frame.west)) / (frame.east - frame.west),
	];
	const toPoint = ({ lat, lng }: LatLng): MapPoint => ({
		latitude: frame.south + (lat / height) * (frame.north - frame.south),
		longitude: frame.west + (lng / width) * (frame.east - frame.west),
	});
	const area = document.createElement("div");
	area.className = "gw-movable-map";
	area.setAttribute("role", "group");
	area.setAttribute("aria-label", words.label);
	box.append(area);
	const whole: [[number, number], [number, number]] = [
		[0, 0],
		[height, width],
	];
	const map = mapIn(area, {
		crs: CRS.Simple,
		attributionControl: false,
		zoomControl: false,
		zoomSnap: 0.5,
		maxBounds: whole,
		maxBoundsViscosity: 1,
	});
	mapControls.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
	imageOverlay(picture, whole, { alt: "" }).addTo(map);
	map.fitBounds(whole);
	map.setMinZoom(map.getZoom());
	map.setMaxZoom(map.getZoom() + closest);
	const pin = circleMarker([0, 0], { radius: 8, className: "gw-movable-map__pin", interactive: false });
	const take = (at: LatLng) => chosen(toPoint(at));
	map.on("click", ({ latlng }) => take(latlng));
	area.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" || event.target !== area) return;
		event.preventDefault();
		take(map.getCenter());
	});
	const middle = document.createElement("button");
	middle.type = "button";
	middle.className = "kern-btn kern-btn--tertiary kern-btn--x-small";
	const label = document.createElement("span");
	label.className = "kern-label";
	label.textContent = words.middle;
	middle.append(label);
	middle.addEventListener("click", () => take(map.getCenter()));
	area.after(middle);
	area.focus();
	return {
		show(point) {
			if (!point) return void pin.remove();
			pin.setLatLng(toMap(point)).addTo(map);
		},
	};
}
