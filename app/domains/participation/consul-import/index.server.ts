export { loadOrigin } from "./queries/part.server";
