export { type Place, placeOf } from "./queries/place.server";
