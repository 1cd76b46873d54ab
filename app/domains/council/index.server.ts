export { pathAddress } from "./path/path";
export { councilPath } from "./path/queries/path-page.server";
export { resolutionsAtPlace } from "./place-part.server";
export { mayRecordResolutions } from "./policy.server";
export { bodyOfOrganisation } from "./queries/body-of-organisation.server";
export { placeOfResolution } from "./queries/place-of-resolution.server";
export { isBoundAbout, resolutionsAbout } from "./queries/resolution-list.server";
export { wordingsAbout } from "./queries/wordings-about.server";
