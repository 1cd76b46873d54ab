export { measuresAtPlace } from "./place-part.server";
export { mayManageMeasures } from "./policy.server";
