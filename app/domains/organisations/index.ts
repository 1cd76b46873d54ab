export { PlaceField } from "./map/place-field";
export {
	type Box,
	boxIn,
	boxText,
	type Frame,
	isInGermany,
	type Point,
	pointIn,
	pointOf,
	pointText,
	toPicture,
} from "./map/place-on-map";
export { pressedPoint } from "./map/pressed-point";
export { messages as organisationMessages } from "./messages";
export { slugFor } from "./slug";
export { WorkCrumbs } from "./ui/work-crumbs";
