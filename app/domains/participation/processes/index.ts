export { centsFrom } from "./forms";
export { lastMomentFor, nextOpeningFor } from "./phase";
export { stateOf } from "./process";
