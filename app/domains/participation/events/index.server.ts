export { announceEvents } from "./commands/announce.server";
export { copyEvents } from "./commands/copy-events.server";
export { eventsAtPlace } from "./place-part.server";
export { eventContent } from "./queries/content.server";
export { placeOfRegistration } from "./queries/event-page.server";
export { loadEventsPart, missingForEvents, waitingInEvents } from "./queries/part.server";
