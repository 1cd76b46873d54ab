export { measureFromRecommendation } from "./from-recommendation.server";
export { measuresAtPlace } from "./place-part.server";
export { mayManageMeasures } from "./policy.server";
