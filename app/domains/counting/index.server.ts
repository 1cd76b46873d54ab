export { countInBackground } from "./count-in-background.server";
