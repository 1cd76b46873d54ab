export { announceEvents } from "./commands/announce.server";
export { eventsAtPlace } from "./place-part.server";
export { placeOfRegistration } from "./queries/event-page.server";
export { loadEventsPart, missingForEvents, waitingInEvents } from "./queries/part.server";
