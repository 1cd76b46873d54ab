export { loadEventsPart, missingForEvents, waitingInEvents } from "./queries/part.server";
