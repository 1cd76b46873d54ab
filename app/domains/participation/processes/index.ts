export { centsFrom } from "./forms";
export { lastMomentFor, momentsOf, nextOpeningFor } from "./phase";
export { stateOf } from "./process";
