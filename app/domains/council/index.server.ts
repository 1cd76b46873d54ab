export { resolutionsAtPlace } from "./place-part.server";
export { mayRecordResolutions } from "./policy.server";
export { isBoundAbout, resolutionsAbout } from "./queries/resolution-list.server";
