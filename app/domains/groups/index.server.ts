export { groupsAtPlace } from "./place-part.server";
