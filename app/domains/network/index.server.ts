export { networkAtPlace } from "./place-part.server";
