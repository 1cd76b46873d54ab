export { centsFrom } from "./forms";
export { beginsLater, lastMomentFor, momentsOf, nextOpeningFor } from "./phase";
export { stateOf } from "./process";
