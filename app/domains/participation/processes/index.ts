export { stateOf } from "./process";
