export { measuresAtPlace } from "./place-part.server";
